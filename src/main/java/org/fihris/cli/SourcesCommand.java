package org.fihris.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.index.SourceEntry;
import org.fihris.json.IndexJson;
import org.fihris.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "sources",
    description = "List the files that were read into an index, and what became of each.")
final class SourcesCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Option(names = "--json", description = "Print one JSON object for each file (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<SourceEntry> sources = index.open().sources();
    for (SourceEntry source : sources) {
      if (json) {
        Json.print(spec.commandLine().getOut(), IndexJson.source(source));
      } else {
        print(source);
      }
    }
    return sources.isEmpty() ? Main.NOTHING_FOUND : 0;
  }

  private void print(SourceEntry source) {
    Screen screen = new Screen(spec);
    screen.line(
        String.format(
            Locale.ROOT,
            "%-7s %,9d pages %,9d articles %,7d rejected  %s",
            source.state().name().toLowerCase(Locale.ROOT),
            source.pages(),
            source.articles().size(),
            source.rejected(),
            Screen.plain(source.path())));
    for (SourceEntry.Reason reason : source.reasons()) {
      screen.line(
          String.format(
              Locale.ROOT, "        %,d: %s", reason.count(), Screen.plain(reason.text())));
    }
  }
}
