package org.fihris.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.fihris.query.SearchParameters;

/** Requests as an enemy or a broken program would send them, by a seed. */
final class Fuzzed {

  /** What would be seen again as markup if it were not escaped. */
  static final String MARKUP = "<script>alert(1)</script>";

  private static final List<String> PATHS =
      List.of(
          "/v1/search",
          "/v1/facets",
          "/v1/facets/",
          "/v1/suggest",
          "/v1/article/",
          "/v1/similar/",
          "/v1/timeline/",
          "/v1/entity/",
          "/v1/stats",
          "/v1/saved",
          "/v1/openapi.yaml",
          "/health/ready",
          "/metrics",
          "/",
          "/article/",
          "/entity/",
          "/saved",
          "/assets/",
          "/v2/none",
          "*");

  private static final List<String> SUBJECTS =
      List.of(
          "a-1",
          "riyadh",
          "person",
          "week",
          "..",
          "../../etc/passwd",
          "%2e%2e%2f",
          "%00",
          "\"",
          "'",
          "//",
          ";a=b",
          "%E0%A4%A",
          "%",
          MARKUP,
          "الرياض",
          "donald-trump",
          "{id}",
          "\\..\\");

  private static final List<String> VALUES =
      List.of(
          "الرياض",
          "قمة -زلزال",
          "\"قمة الرياض",
          "((((((((((((",
          "*",
          "a* b* c* d* e*",
          "title:قمة AND date:2025-02 OR NOT",
          "[a TO z]",
          "/.*/",
          "~~~~",
          "NEAR/999999999",
          MARKUP,
          "\"><img src=x onerror=alert(1)>",
          "';--",
          "${jndi:ldap://x}",
          "\u0000\u0001",
          "\ud83d\ude00",
          "\u202e\u200f",
          "2025-02-13",
          "2025-02..2025-04",
          "undated",
          "0000-00-00",
          "-1",
          "0",
          "1",
          "10",
          "1000",
          "99999999999999999999",
          "NaN",
          "true",
          "lucene",
          "plain",
          "recent",
          "index",
          "separate",
          "month",
          "person",
          "en",
          "Africa/Cairo",
          "");

  private static final List<String> HEADERS =
      List.of(
          "Accept: text/html",
          "Accept-Encoding: gzip, br;q=0, *",
          "If-None-Match: *",
          "If-None-Match: W/\"1-2-3\"",
          "Authorization: Bearer " + MARKUP,
          "Authorization: Basic !!!",
          "Cookie: lang=" + MARKUP,
          "Content-Length: 5",
          "Content-Length: -1",
          "Content-Length: 99999999999999999999",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip, chunked",
          "Expect: 100-continue",
          "Upgrade: h2c",
          "Connection: Upgrade, HTTP2-Settings",
          "Range: bytes=0-1",
          "X-Forwarded-For: " + MARKUP,
          "Origin: null",
          "Host: second.example",
          "Referer: " + MARKUP,
          "No colon",
          ": no name",
          "Bad Name: x",
          "Folded: a\r\n b",
          "Accept-Language: " + "ar,".repeat(500),
          "X-Long: " + "x".repeat(20_000));

  private final Random random;

  Fuzzed(long seed) {
    this.random = new Random(seed);
  }

  /** A request in bytes, with everything that belongs to one and that does not. */
  byte[] request() {
    return switch (random.nextInt(12)) {
      case 0 -> noise();
      case 1 -> torn(http());
      case 2 -> bent(http());
      default -> http().getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A request that ends somewhere. */
  private byte[] torn(String request) {
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
    return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }

  /** A request with some other bytes in it. */
  private byte[] bent(String request) {
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i <= random.nextInt(8); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private String http() {
    StringBuilder request = new StringBuilder(method()).append(' ').append(address());
    request.append(
        random.nextInt(40) == 0 ? one(List.of(" HTTP/1.0", " HTTP/2", "")) : " HTTP/1.1");
    request.append("\r\n");
    if (random.nextInt(40) != 0) {
      request.append("Host: ").append(random.nextInt(20) == 0 ? "evil.example" : "localhost");
      request.append("\r\n");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      request.append(one(HEADERS)).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n");
    return random.nextInt(10) == 0 ? request + one(VALUES) + "{\"a\":" : request.toString();
  }

  private String method() {
    return random.nextInt(8) == 0
        ? one(List.of("POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH", "get", MARKUP))
        : "GET";
  }

  private String address() {
    String path = one(PATHS);
    String address = path.endsWith("/") && path.length() > 1 ? path + subject() : path;
    List<String> pairs = new ArrayList<>();
    List<String> names = SearchParameters.NAMES.stream().sorted().collect(Collectors.toList());
    names.addAll(
        List.of("days", "likeness", "min-together", "type", "theme", MARKUP, "", "q", "q"));
    for (int i = random.nextInt(5); i > 0; i--) {
      pairs.add(encoded(one(names)) + "=" + value());
    }
    if (random.nextInt(200) == 0) {
      pairs.add("q=" + "x".repeat(random.nextInt(40_000)));
    }
    return pairs.isEmpty() ? address : address + "?" + String.join("&", pairs);
  }

  private String subject() {
    String subject = one(SUBJECTS);
    return random.nextInt(4) == 0 ? subject : encoded(subject);
  }

  private String value() {
    String value = one(VALUES);
    if (random.nextInt(8) == 0) {
      value = value + one(VALUES);
    }
    return random.nextInt(12) == 0 ? value : encoded(value);
  }

  private static String encoded(String text) {
    return Served.encoded(text);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
