package org.fihris.cli;

import java.util.Locale;
import org.fihris.NewsIndex;
import org.fihris.index.CopySummary;
import org.fihris.json.Json;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What carrying an index to a cluster and from one have in common. */
final class IndexCopy {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  ConfigOption config() {
    return config;
  }

  int run(NewsIndex from, NewsIndex to, CommandSpec spec) {
    from.requireExisting();
    CopySummary summary;
    try (Progress progress = Progress.ofArticles("copying")) {
      summary = from.copyTo(to, progress::stepTo);
      progress.done();
    }
    double seconds = Math.max(summary.took().toMillis(), 1) / 1000.0;
    if (json) {
      Json.print(
          spec.commandLine().getOut(),
          Json.object(
              "articles", summary.articles(), "written", summary.written(), "seconds", seconds));
    } else {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%,d articles in both, compared: %,d written, %,d there before, in %.1f s%n",
              summary.articles(),
              summary.written(),
              summary.articles() - summary.written(),
              seconds);
    }
    return summary.articles() == 0 ? Main.NOTHING_FOUND : 0;
  }
}
