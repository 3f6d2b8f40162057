package org.fihris.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, the server has no fault, tells nothing of its inside and gives no markup back.
 * With {@code -Dfihris.fuzz=10000} it is asked that often.
 */
final class FuzzedRequestsTest {
  private static final int REQUESTS = Integer.getInteger("fihris.fuzz", 600);

  @TempDir private Path folder;

  @Test
  void noRequestIsAFaultOfTheServerOrComesBackAsMarkup() throws IOException {
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (Served served = Served.start(Served.index(folder), ServerOptions.usual())) {
      RawClient client = new RawClient(served.server.port());
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = new Fuzzed(i).request();
        String answer = answer(client, request);
        int status = RawClient.status(answer);
        statuses.merge(status, 1, Integer::sum);
        String told = "request " + i + ":\n" + new String(request, StandardCharsets.UTF_8);
        assertThat(status < 500 || status == 503).as(told + "\n" + answer).isTrue();
        assertThat(answer.isEmpty() || status > 0).as(told + "\n" + answer).isTrue();
        assertThat(answer.toLowerCase(Locale.ROOT))
            .as(told)
            .doesNotContain("<script>alert", "<img src=x", "\tat ", "exception", "org.fihris");
      }
      assertThat(served.get("/v1/search?q=a").statusCode()).isEqualTo(200);
    }
    System.out.println("fuzzed requests by status: " + statuses);
    // Of a good part of the requests something is made, or the test would test nothing.
    assertThat(statuses.getOrDefault(200, 0)).isGreaterThan(REQUESTS / 20);
    assertThat(statuses.getOrDefault(400, 0)).isGreaterThan(REQUESTS / 20);
    assertThat(statuses).containsKeys(404, 405, 413, 421);
  }

  /** A connection that the server resets has no answer. */
  private static String answer(RawClient client, byte[] request) {
    try {
      return client.answer(request);
    } catch (IOException e) {
      return "";
    }
  }
}
