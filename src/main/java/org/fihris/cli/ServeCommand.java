package org.fihris.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.fihris.server.AccessToken;
import org.fihris.server.NewsServer;
import org.fihris.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description = {
      "Serve an index over HTTP until it is interrupted: an API and pages (docs/serving.md).",
      "It answers this machine only, unless --host is given, and changes nothing."
    })
final class ServeCommand implements Callable<Integer> {

  /** Not an option: a list of the processes of a machine shows the arguments of all of them. */
  static final String TOKEN_VARIABLE = "FIHRIS_TOKEN";

  @Mixin private IndexArgument index = new IndexArgument();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The address or name of the network to listen on; 0.0.0.0 for all; default"
              + " ${DEFAULT-VALUE}.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port; 0 for any that is free; default ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "Answer only who knows the token in this file, but for /health.",
        "Or put the token into the variable " + TOKEN_VARIABLE + "."
      })
  private @Nullable Path tokenFile;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "A name under which the server is reached, as behind a proxy; may be given again. Its"
              + " addresses and localhost are known.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description =
          "Let pages of another server read the API, as https://example.org; may be given again.")
  private List<String> origins = new ArrayList<>();

  @Mixin private ServerLimitsOptions limits = new ServerLimitsOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    ServerOptions options = Checked.arguments(spec, this::options);
    CountDownLatch interrupted = new CountDownLatch(1);
    NewsServer server = NewsServer.start(index.open(), options);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  interrupted.countDown();
                }));
    // An address of IPv6 stands in brackets.
    String shown = host.contains(":") ? "[" + host + "]" : host;
    spec.commandLine().getOut().println("http://" + shown + ":" + server.port() + "/");
    spec.commandLine().getOut().flush();
    interrupted.await();
    return 0;
  }

  private ServerOptions options() {
    return ServerOptions.usual()
        .withHost(host)
        .withPort(port)
        .withToken(token())
        .withNames(names)
        .withOrigins(origins)
        .withLimits(limits.limits());
  }

  private @Nullable AccessToken token() {
    String variable = System.getenv(TOKEN_VARIABLE);
    if (tokenFile == null) {
      return variable == null || variable.isBlank() ? null : AccessToken.of(variable.strip());
    }
    try {
      return AccessToken.of(Files.readString(tokenFile).strip());
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--token-file: " + tokenFile + " cannot be read", e);
    }
  }
}
