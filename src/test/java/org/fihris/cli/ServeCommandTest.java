package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.OtherJava;
import org.fihris.article.Article;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code serve}: what it refuses, and how it starts and stops. */
final class ServeCommandTest {
  @TempDir private Path folder;
  private Path index;

  @BeforeEach
  void build() {
    index = folder.resolve("news.idx");
    try (NewsWriter writer = NewsIndex.open(index).writer()) {
      writer.add(Article.of("1", "قمة الرياض", "عقدت القمة في الرياض"));
      writer.commit();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 70000, a port is from 0 to 65535",
    "--port, x, 'x'",
    "--queue, -1, the length of the queue is at least 0",
    "--workers, 0, the number of workers is at least 1",
    "--request-seconds, 0, the time of a request",
    "--page-size, 0, the size of a page is at least 1",
    "--token-file, no-such-file, cannot be read",
    "--host, no.such.host.invalid, no network of this machine is known as",
  })
  void whatCannotBeIsRefusedWithAWord(String option, String value, String message) {
    Ran ran = Ran.fihris("serve", index, option, value);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(message);
  }

  @Test
  void aTokenThatCouldBeGuessedIsRefusedWithoutTellingIt() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "guess-me\n");

    Ran ran = Ran.fihris("serve", index, "--token-file", file);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("a token has at least 16 characters").doesNotContain("guess-me");
  }

  @Test
  void withoutAnIndexThereIsNothingToServe() {
    Ran ran = Ran.fihris("serve", folder.resolve("none.idx"), "--port", "0");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("no index here");
  }

  @Test
  void itPrintsItsAddressAnswersThereAndEndsWhenItIsTold() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "a-token-of-some-length\n");
    Path output = folder.resolve("output");
    Process server =
        OtherJava.start(Main.class, output, "serve", index, "--port", "0", "--token-file", token);
    try {
      String address = address(server, output);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "v1/stats"))
              .header("Authorization", "Bearer a-token-of-some-length")
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Ran.parse(answer.body()).get("articles").asInt()).isEqualTo(1);
      }
      server.destroy();
      assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(Files.readAllLines(output)).last().isEqualTo(address);
    } finally {
      server.destroyForcibly();
    }
  }

  /** Java itself warns on the same stream, which is not told apart here. */
  private static String address(Process server, Path output) throws Exception {
    for (int i = 0; i < 3000 && server.isAlive(); i++) {
      for (String line : Files.readAllLines(output)) {
        if (line.matches("http://127\\.0\\.0\\.1:\\d+/")) {
          return line;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no address is printed, but " + Files.readString(output));
  }
}
