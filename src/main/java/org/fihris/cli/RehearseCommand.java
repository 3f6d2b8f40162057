package org.fihris.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fihris.NewsIndex;
import org.fihris.server.NewsServer;
import org.fihris.server.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Does once what most starts of the program do: says how it is used and searches, or serves pages
 * and answers to itself. The launcher has Java record which classes that takes.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description =
        "Print help and search, or serve an index to itself; for the launcher, which records it.")
final class RehearseCommand implements Callable<Integer> {

  private enum What {
    SEARCH,
    SERVE
  }

  @Parameters(index = "0", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
  private What what = What.SEARCH;

  @Parameters(index = "1", paramLabel = "INDEX", description = "The folder of the index.")
  private Path index = Path.of("");

  @Parameters(index = "2", paramLabel = "QUERY", description = "What to search for.")
  private String query = "";

  @Override
  public Integer call() throws IOException {
    return switch (what) {
      case SEARCH -> search();
      case SERVE -> serve();
    };
  }

  private int search() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.run(nowhere, nowhere, "--help");
    Main.run(nowhere, nowhere, "search", "--help");
    return Main.run(nowhere, nowhere, "search", index.toString(), query);
  }

  private int serve() throws IOException {
    ServerOptions options = ServerOptions.usual().withPort(0);
    try (NewsServer server = NewsServer.start(NewsIndex.open(index), options)) {
      String asked = "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
      for (String path : new String[] {"/", "/v1/search", "/v1/suggest"}) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path + asked);
        try (InputStream answer = address.toURL().openStream()) {
          answer.readAllBytes();
        }
      }
    }
    return 0;
  }
}
