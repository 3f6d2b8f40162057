package org.fihris.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.fihris.server.NewsServer;
import org.fihris.server.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Does what most starts of the program do, once: searches, and serves a page and an answer to
 * itself. The launcher has Java record which classes that takes, since a recording is of one run.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Search an index and serve it to itself; for the launcher, which records it.")
final class RehearseCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Parameters(index = "1", paramLabel = "QUERY", description = "What to search for.")
  private String query = "";

  @Override
  public Integer call() throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    int exit = Main.run(nowhere, nowhere, "search", index.named(), query);
    try (NewsServer server = NewsServer.start(index.open(), ServerOptions.usual().withPort(0))) {
      String asked = "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
      for (String path : new String[] {"/", "/v1/search", "/v1/suggest"}) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path + asked);
        try (InputStream answer = address.toURL().openStream()) {
          answer.readAllBytes();
        }
      }
    }
    return exit;
  }
}
