package org.fihris.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.json.IndexJson;
import org.fihris.json.Json;
import org.fihris.search.IndexStats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "stats", description = "Show an index in figures.")
final class StatsCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    IndexStats stats = index.open().stats();
    if (json) {
      Json.print(spec.commandLine().getOut(), IndexJson.stats(stats));
    } else {
      print(stats);
    }
    return 0;
  }

  private void print(IndexStats stats) {
    Screen screen = new Screen(spec);
    screen.line(String.format(Locale.ROOT, "articles  %,d", stats.articles()));
    screen.line(String.format(Locale.ROOT, "undated   %,d", stats.undated()));
    screen.line(
        "dates     " + (stats.from() == null ? "none" : stats.from() + " to " + stats.to()));
    screen.line(String.format(Locale.ROOT, "size      %,d bytes", stats.bytes()));
    screen.line(String.format(Locale.ROOT, "edits     %,d to entities", stats.entityEdits()));
    String problem = stats.entityEditsProblem();
    if (problem != null) {
      spec.commandLine().getErr().println("note: " + problem);
    }
    screen.line(
        "built by  format "
            + stats.stamp().format()
            + ", analysis "
            + stats.stamp().analysis()
            + ", config "
            + stats.stamp().config());
  }
}
