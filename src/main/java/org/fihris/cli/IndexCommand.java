package org.fihris.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.CorpusRunOptions;
import org.fihris.IndexSummary;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.corpus.Corpus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "index",
    description = {
      "Read sources into an index, made if there is none.",
      "Articles that are in the index already are updated if they changed, else left alone;"
          + " an interrupted run is completed by running it again."
    })
final class IndexCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private CorpusOptions corpusOptions = new CorpusOptions();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "Files, folders and archives of news pages.")
  private List<Path> sources = new ArrayList<>();

  @Option(names = "--rebuild", description = "Build the index anew, whatever it holds.")
  private boolean rebuild;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Workers; default: the processors of the machine.")
  private @Nullable Integer threads;

  @Option(
      names = "--commit-every",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Make what was indexed so far durable at this interval; default 30.")
  private int commitSeconds;

  @Option(names = "--json", description = "Print the summary as one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CorpusRunOptions options = Checked.arguments(spec, this::runOptions);
    Corpus corpus = corpusOptions.open(sources);
    NewsIndex target = index.open();
    IndexSummary summary;
    try (RejectionReport report = corpusOptions.openReport();
        NewsWriter writer = rebuild ? target.rebuild() : target.writer()) {
      try (Progress progress = Progress.of(corpus, "indexing")) {
        summary = writer.addAll(corpus, options, report);
        progress.done();
      }
      report.finish(corpus);
    }
    report(summary);
    if (summary.indexed() + summary.unchanged() > 0) {
      return 0;
    }
    return summary.rejected() > 0 ? Main.ERROR : nothingFound();
  }

  private CorpusRunOptions runOptions() {
    CorpusRunOptions options =
        CorpusRunOptions.defaults().withCommitEvery(Duration.ofSeconds(commitSeconds));
    return threads == null ? options : options.withThreads(threads);
  }

  private int nothingFound() {
    RejectionReport.sayNothingFound(spec.commandLine().getErr(), sources);
    return Main.NOTHING_FOUND;
  }

  private void report(IndexSummary summary) {
    if (json) {
      Json.print(spec.commandLine().getOut(), Json.summary(summary));
      return;
    }
    double seconds = Math.max(summary.took().toMillis(), 1) / 1000.0;
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%,d pages read: %,d articles indexed, %,d unchanged, %,d pages rejected"
                + " in %.1f s (%,.0f pages/s)%n",
            summary.read(),
            summary.indexed(),
            summary.unchanged(),
            summary.rejected(),
            seconds,
            summary.read() / seconds);
  }
}
