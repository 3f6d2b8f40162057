package org.fihris.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.index.IndexVerification;
import org.fihris.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "verify", description = "Read a whole index and check it; nothing is changed.")
final class VerifyCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    IndexVerification found = index.open().verify();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(
          out,
          Json.object(
              "sound", found.sound(), "articles", found.articles(), "problems", found.problems()));
    } else if (found.sound()) {
      out.printf(Locale.ROOT, "sound: %,d articles%n", found.articles());
    } else {
      found.problems().forEach(problem -> out.println("damaged: " + problem));
    }
    return found.sound() ? 0 : Main.ERROR;
  }
}
