package org.fihris.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.ingest.CorpusRunOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server over a small index, and a client of it. */
final class Served implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC);

  /** An id that is an address, as articles without one of their own have. */
  static final String ADDRESS = "https://example.org/news/2025?page=1&x=a+b";

  private static final String ATTACK = "<script>alert(1)</script>";

  final NewsServer server;
  final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofMinutes(1)).build();

  private Served(NewsServer server) {
    this.server = server;
  }

  static Served start(NewsIndex index, ServerOptions options) {
    return new Served(NewsServer.start(index, options.withPort(0), CLOCK));
  }

  /** Articles of every kind that an answer can have. */
  static NewsIndex index(Path folder) throws IOException {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    String text =
        "عقدت القمة العربية في الرياض يوم الخميس برئاسة دونالد ترامب وحضور الأمم المتحدة، وبحث"
            + " القادة الأوضاع في المنطقة والتعاون الاقتصادي بين الدول المشاركة في المؤتمر.";
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 30; i++) { // so that what is named together is not named everywhere
      records.add(
          record("b-" + i, "أسعار " + i, "ارتفعت الأسعار في لندن " + i, "2025-01-15", "الأنباء"));
    }
    records.addAll(
        List.of(
            record("a-1", "قمة الرياض تبحث التعاون", text, "2025-02-13", "وكالة الشرق"),
            record("a-2", "قمة الرياض تبحث التعاون", text, "2025-02-13", "الأنباء"),
            record(
                "a-3",
                "ترامب يغادر الرياض بعد القمة",
                "غادر دونالد ترامب الرياض بعد القمة العربية التي حضرتها الأمم المتحدة.",
                "2025-02-14T10:30:00+03:00",
                "وكالة الشرق"),
            record(
                "a-4",
                "مباراة في القاهرة",
                "فاز الأهلي على الزمالك في القاهرة أمام جمهور كبير حضر المباراة من بدايتها.",
                "2025-02-15",
                "الأنباء"),
            record(
                "a-5",
                "أسعار النفط ترتفع",
                "ارتفعت أسعار النفط في لندن بعد تراجع المخزون الأمريكي خلال الأسبوع الماضي.",
                "2025-02-16",
                "الأنباء"),
            record(ADDRESS, "زلزال في القاهرة " + ATTACK, text + ATTACK, "", ATTACK)));
    Path source = Files.write(folder.resolve("news.jsonl"), records);
    try (NewsWriter writer = index.writer()) {
      writer.addAll(
          Corpus.of(List.of(source), ReadOptions.defaults()),
          CorpusRunOptions.defaults(),
          rejected -> {
            throw new AssertionError(rejected);
          });
    }
    index.buildSuggestions();
    return index;
  }

  private static String record(String id, String title, String text, String date, String source) {
    return JSON.writeValueAsString(
        java.util.Map.of(
            "id",
            id,
            "title",
            title,
            "text",
            text,
            "date",
            date,
            "source",
            source,
            "category",
            "سياسة"));
  }

  URI uri(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + server.port() + pathAndQuery);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  HttpResponse<String> get(String pathAndQuery, String... headers) {
    return send("GET", pathAndQuery, headers);
  }

  HttpResponse<String> send(String method, String pathAndQuery, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(pathAndQuery))
            .timeout(Duration.ofMinutes(1))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  JsonNode json(String pathAndQuery, String... headers) {
    return JSON.readTree(get(pathAndQuery, headers).body());
  }

  /** Does something while one worker is busy. */
  void whileBusy(Runnable action) {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread thread =
        Thread.startVirtualThread(
            () ->
                server
                    .workers()
                    .call(
                        left -> {
                          begun.countDown();
                          return wait(ended);
                        }));
    wait(begun);
    try {
      action.run();
    } finally {
      ended.countDown();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static boolean wait(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
