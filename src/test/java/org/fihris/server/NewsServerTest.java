package org.fihris.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a server does beside answering: whom it answers, how much at once, and how it ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewsServerTest {
  private static final String TOKEN = "a-token-of-some-length";
  private static final String SEARCH = "/v1/search?q=" + Served.encoded("الرياض");

  private NewsIndex index;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    index = Served.index(folder);
  }

  private Served start(ServerOptions options) {
    return Served.start(index, options);
  }

  private static ServerLimits limits() {
    return ServerLimits.usual().withRequestTime(Duration.ofMinutes(1));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 1500 && !condition.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void aTokenIsNeededForEverythingButHealth() {
    ServerOptions options = ServerOptions.usual().withToken(AccessToken.of(TOKEN));
    try (Served served = start(options)) {
      assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(served.get("/health/ready").statusCode()).isEqualTo(200);
      for (String path : List.of(SEARCH, "/metrics", "/v1/openapi.yaml", "/none", "/health")) {
        assertThat(served.get(path).statusCode()).as(path).isEqualTo(401);
      }
      HttpResponse<String> refused = served.get(SEARCH, "Authorization", "Bearer " + TOKEN + "x");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(String.join(",", refused.headers().allValues("WWW-Authenticate")))
          .contains("Bearer", "Basic");
      assertThat(refused.body()).doesNotContain(TOKEN);
      assertThat(served.get(SEARCH, "Authorization", "bearer " + TOKEN).statusCode())
          .isEqualTo(200);
      assertThat(
              served.get(SEARCH, "Authorization", "Basic " + base64("any:" + TOKEN)).statusCode())
          .isEqualTo(200);
      for (String wrong :
          List.of("Basic !", "Basic " + base64(TOKEN), "Bearer", TOKEN, "Digest a")) {
        assertThat(served.get(SEARCH, "Authorization", wrong).statusCode())
            .as(wrong)
            .isEqualTo(401);
      }
      assertThat(options.toString()).doesNotContain(TOKEN);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPageFromElsewhereIsToldNothingUnlessItIsAllowed() {
    String origin = "https://example.org";
    try (Served served = start(ServerOptions.usual())) {
      HttpResponse<String> response = served.get(SEARCH, "Origin", origin);
      assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
      assertThat(
              served
                  .send("OPTIONS", SEARCH, "Origin", origin, "Access-Control-Request-Method", "GET")
                  .statusCode())
          .isEqualTo(405);
    }
    ServerOptions allowing =
        ServerOptions.usual().withToken(AccessToken.of(TOKEN)).withOrigins(List.of(origin));
    try (Served served = start(allowing)) {
      HttpResponse<String> asks =
          served.send("OPTIONS", SEARCH, "Origin", origin, "Access-Control-Request-Method", "GET");
      assertThat(asks.statusCode()).isEqualTo(204);
      assertThat(asks.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
      HttpResponse<String> response =
          served.get(SEARCH, "Origin", origin, "Authorization", "Bearer " + TOKEN);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
      assertThat(response.headers().allValues("Vary")).contains("Origin");
      assertThat(
              served
                  .get(SEARCH, "Origin", "https://other.org", "Authorization", "Bearer " + TOKEN)
                  .headers()
                  .map())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void itAnswersUnderItsOwnNamesOnly() throws IOException {
    try (Served served = start(ServerOptions.usual().withNames(List.of("News.example.org")))) {
      RawClient raw = new RawClient(served.server.port());
      for (String host :
          List.of("localhost", "127.0.0.1:80", "[::1]:8080", "news.example.org:80")) {
        assertThat(raw.status("GET /health/live HTTP/1.1", "Host: " + host))
            .as(host)
            .isEqualTo(200);
      }
      for (String host : List.of("example.org", "localhost.example.org", "127.0.0.1.example.org")) {
        assertThat(raw.status("GET /health/live HTTP/1.1", "Host: " + host))
            .as(host)
            .isEqualTo(421);
      }
    }
  }

  @Test
  void answersArePackedForWhoTakesIt() throws Exception {
    try (Served served = start(ServerOptions.usual())) {
      HttpResponse<byte[]> packed =
          served.client.send(
              HttpRequest.newBuilder(served.uri(SEARCH))
                  .header("Accept-Encoding", "deflate, gzip;q=0.8")
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
      String text =
          new String(
              new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(Served.JSON.readTree(text).at("/hits/0/id").asString()).isNotEmpty();
      assertThat(packed.body().length).isLessThan(text.length());
      assertThat(served.get(SEARCH, "Accept-Encoding", "gzip;q=0").headers().map())
          .doesNotContainKey("content-encoding");
    }
  }

  @Test
  void whatIsTooMuchIsRefusedAtOnceAndWhatWaitsIsDone() throws Exception {
    ServerLimits small = limits().withRequests(1, 2);
    try (Served served = start(ServerOptions.usual().withLimits(small))) {
      List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
      served.whileBusy(
          () -> {
            for (int i = 0; i < 2; i++) {
              waiting.add(CompletableFuture.supplyAsync(() -> served.get(SEARCH)));
            }
            while (served.server.workers().waiting() < 2) {
              Thread.onSpinWait();
            }
            for (int i = 0; i < 20; i++) {
              HttpResponse<String> refused = served.get(SEARCH);
              assertThat(refused.statusCode()).isEqualTo(503);
              assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            }
            assertThat(served.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(served.get("/metrics").body())
                .contains("fihris_requests_rejected_total{reason=\"overloaded\"} 20")
                .contains("fihris_queue_length 2");
          });
      for (CompletableFuture<HttpResponse<String>> one : waiting) {
        assertThat(one.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
      }
      assertThat(served.get(SEARCH).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatTakesTooLongIsToldSoAndItsPlaceIsFreeWhenItEnds() {
    ServerLimits hasty =
        ServerLimits.usual().withRequests(1, 1).withRequestTime(Duration.ofMillis(200));
    try (Served served = start(ServerOptions.usual().withLimits(hasty))) {
      CountDownLatch goOn = new CountDownLatch(1);
      for (int i = 0; i < 2; i++) { // one at work, one that waits
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> served.server.workers().call(left -> Served.wait(goOn)))
            .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.TOO_SLOW));
      }
      HttpResponse<String> response = served.get(SEARCH);
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).contains("urn:fihris:problem:too-slow");
      goOn.countDown();
      Served.JSON.readTree(response.body());
      String done = served.server.workers().call(left -> "done");
      assertThat(done).isEqualTo("done");
    }
  }

  @Test
  void aNewCommitIsServedWithoutARestartAndUnderAnotherTag(@TempDir Path folder) throws Exception {
    NewsIndex growing = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = growing.writer()) {
      writer.add(Article.of("1", "قمة الرياض", "عقدت القمة"));
      writer.commit();
      try (Served served = Served.start(growing, ServerOptions.usual())) {
        String tag = served.get(SEARCH).headers().firstValue("ETag").orElseThrow();
        assertThat(served.get(SEARCH, "If-None-Match", tag).statusCode()).isEqualTo(304);
        writer.add(Article.of("2", "الرياض تستضيف مؤتمرا", "تستضيف المدينة مؤتمرا"));
        writer.commit();
        await(() -> served.get(SEARCH, "If-None-Match", tag).statusCode() == 200);

        assertThat(served.json(SEARCH).at("/total/value").asInt()).isEqualTo(2);
        assertThat(served.get("/metrics").body()).contains("fihris_index_articles 2.0");
      }
    }
  }

  @Test
  void aRequestUnderWayEndsWhenTheServerIsStopped() throws Exception {
    Served served = start(ServerOptions.usual().withLimits(limits().withRequests(1, 10)));
    CompletableFuture<HttpResponse<String>> underWay = new CompletableFuture<>();
    CompletableFuture<Void> stopping = new CompletableFuture<>();
    served.whileBusy(
        () -> {
          Thread.startVirtualThread(() -> underWay.complete(served.get(SEARCH)));
          while (served.server.workers().waiting() < 1) {
            Thread.onSpinWait();
          }
          Thread.startVirtualThread(
              () -> {
                served.server.close();
                stopping.complete(null);
              });
          while (!refusesConnections(served)) {
            Thread.onSpinWait();
          }
        });

    assertThat(underWay.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    stopping.get(1, TimeUnit.MINUTES);
    served.client.close();
  }

  private static boolean refusesConnections(Served served) {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", served.server.port())) {
      return !socket.isConnected();
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void whoSendsOrTakesTooSlowlyIsCutOff() throws Exception {
    ServerLimits hasty =
        ServerLimits.usual()
            .withClientTime(Duration.ofMillis(300))
            .withRequestTime(Duration.ofSeconds(1));
    try (Served served = start(ServerOptions.usual().withLimits(hasty))) {
      RawClient raw = new RawClient(served.server.port());
      assertThat(raw.isCutOff("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: ")).isTrue();
      assertThat(raw.isCutOff("GET /hea")).isTrue();
      assertThat(raw.isCutOff("")).isTrue();
      assertThat(
              raw.isCutOffWithoutReading(
                  "GET /v1/openapi.yaml HTTP/1.1\r\nHost: localhost\r\n\r\n"))
          .isTrue();
      assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFaultOfTheServerIsToldWithoutItsInside(@TempDir Path folder) throws Exception {
    NewsIndex broken = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = broken.writer()) {
      writer.add(Article.of("1", "قمة الرياض", "عقدت القمة"));
      writer.commit();
    }
    Files.writeString(broken.path().resolve("saved-searches.tsv"), "nonsense");
    Files.writeString(broken.path().resolve("entity-edits.tsv"), "nonsense");
    try (Served served = Served.start(broken, ServerOptions.usual())) {
      for (String path :
          List.of("/v1/saved", "/v1/stats", SEARCH, "/v1/suggest?q=a", "/health/ready")) {
        assertThat(served.get(path).body())
            .as(path)
            .doesNotContain(folder.toString(), "tsv", "Exception", "org.fihris");
      }
      JsonNode warnings = served.json(SEARCH).get("warnings");
      assertThat(warnings.at("/0/code").asString()).isEqualTo("entity_edits");
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    try (Served served = start(ServerOptions.usual())) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(
              () -> NewsServer.start(index, ServerOptions.usual().withPort(served.server.port())))
          .withMessageContaining("127.0.0.1, port " + served.server.port());
    }
  }
}
