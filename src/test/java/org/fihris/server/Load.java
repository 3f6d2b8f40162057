package org.fihris.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that ask a running server as fast as it answers, each the next thing when it has the last
 * one; who is told to come back later does: {@code Load ADDRESS CLIENTS SECONDS}, as {@code
 * http://127.0.0.1:8080 50 60}. What they ask is made of the headlines of the index.
 * docs/serving.md has the whole procedure.
 */
public final class Load {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern HEAP = Pattern.compile("(?m)^fihris_heap_used_bytes (\\S+)$");

  private final String address;
  private final int seconds;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private Load(String address, int seconds) {
    this.address = address;
    this.seconds = seconds;
  }

  /**
   * @param status that of the answer, 0 for none
   */
  private record Asked(String kind, int status, long nanos) {}

  public static void main(String[] args) throws Exception {
    Load load = new Load(args[0], Integer.parseInt(args[2]));
    load.learn();
    load.run(Integer.parseInt(args[1]));
    load.report();
    System.exit(0);
  }

  private void learn() throws Exception {
    for (int offset = 0; offset < 500; offset += 100) {
      JsonNode hits =
          JSON.readTree(get("/v1/search?limit=100&sort=newest&offset=" + offset).body())
              .get("hits");
      for (JsonNode hit : hits) {
        ids.add(hit.get("id").asString());
        words.addAll(Arrays.asList(hit.get("title").asString().split("[^\\p{L}]+")));
      }
    }
    words.removeIf(word -> word.length() < 3);
  }

  private void run(int clients) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        Random random = new Random(i);
        threads.submit(
            () -> {
              while (System.nanoTime() < end) {
                ask(random);
              }
              return null;
            });
      }
      threads.submit(
          () -> {
            while (System.nanoTime() < end) {
              watch();
              Thread.sleep(5_000);
            }
            return null;
          });
    }
  }

  private void ask(Random random) throws InterruptedException {
    String kind = kind(random.nextInt(100));
    String path = path(kind, random);
    long began = System.nanoTime();
    try {
      HttpResponse<String> answer = get(path);
      long nanos = System.nanoTime() - began;
      int later = Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0"));
      String told = later == 0 ? kind : "after " + later + " s";
      asked.add(new Asked(told, answer.statusCode(), nanos));
      Thread.sleep(1_000L * later);
    } catch (IOException e) {
      asked.add(new Asked(kind, 0, System.nanoTime() - began));
    }
  }

  /** What people do: mostly they search, look at a page, or type. */
  private static String kind(int of100) {
    return of100 < 40
        ? "search"
        : of100 < 60
            ? "page"
            : of100 < 80 ? "suggest" : of100 < 90 ? "article" : of100 < 95 ? "facets" : "similar";
  }

  private String path(String kind, Random random) {
    String word = encoded(one(words, random));
    String two = word + "+" + encoded(one(words, random));
    return switch (kind) {
      case "search" -> "/v1/search?q=" + (random.nextBoolean() ? word : two);
      case "page" -> "/?q=" + two;
      case "suggest" -> "/v1/suggest?q=" + encoded(one(words, random).substring(0, 3));
      case "article" -> "/v1/article/" + encoded(one(ids, random)) + "?q=" + word;
      case "facets" -> "/v1/facets/person?limit=20&q=" + word;
      default -> "/v1/similar/" + encoded(one(ids, random));
    };
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(1)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void watch() throws IOException, InterruptedException {
    Matcher heap = HEAP.matcher(get("/metrics").body());
    if (heap.find()) {
      System.out.printf(
          Locale.ROOT,
          "heap %,d MB, %,d requests so far%n",
          (long) Double.parseDouble(heap.group(1)) >> 20,
          asked.size());
    }
  }

  private void report() {
    Map<String, List<Asked>> groups = new TreeMap<>();
    for (Asked one : asked) {
      groups.computeIfAbsent(one.status + " all", key -> new ArrayList<>()).add(one);
      groups.computeIfAbsent(one.status + " " + one.kind, key -> new ArrayList<>()).add(one);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d requests, %.0f a second%n",
        asked.size(),
        asked.size() / (double) seconds);
    System.out.println("status, kind     number   p50 ms   p90 ms   p99 ms   max ms");
    groups.forEach(
        (name, group) -> {
          long[] nanos = group.stream().mapToLong(Asked::nanos).sorted().toArray();
          System.out.printf(
              Locale.ROOT,
              "%-14s %8d %8.1f %8.1f %8.1f %8.1f%n",
              name,
              nanos.length,
              at(nanos, 0.5),
              at(nanos, 0.9),
              at(nanos, 0.99),
              at(nanos, 1));
        });
  }

  private static double at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
  }
}
