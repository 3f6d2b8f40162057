package org.fihris.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.corpus.Corpus;
import org.fihris.index.IndexException;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.ingest.CorpusRunOptions.Skip;
import org.fihris.ingest.CorpusRunOptions.Vanished;
import org.fihris.ingest.IndexSummary;
import org.fihris.json.IndexJson;
import org.fihris.json.Json;
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
      "Files that an earlier run has read and that have not changed are passed by. Articles that"
          + " are in the index already are updated if they changed, else left alone. An interrupted"
          + " run goes on where it stopped when it is started again."
    })
final class IndexCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private CorpusOptions corpusOptions = new CorpusOptions();
  @Mixin private ClusterLayoutOptions layout = new ClusterLayoutOptions();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "Files, folders and archives of news pages.")
  private List<Path> sources = new ArrayList<>();

  @Option(names = "--rebuild", description = "Build the index anew, whatever it holds.")
  private boolean rebuild;

  @Option(names = "--all", description = "Read every file, also those that have not changed.")
  private boolean all;

  @Option(
      names = "--by-hash",
      description = "Tell by its hash whether a file has changed, not by its time and size.")
  private boolean byHash;

  @Option(
      names = "--delete-vanished",
      description =
          "Delete articles whose file below a SOURCE is gone, or that are no longer in their file,"
              + " and that no other file gives.")
  private boolean deleteVanished;

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

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description =
          "Report new articles that match saved searches at the end of FILE, one JSON object a"
              + " line; - for standard output, the summary then goes to standard error.")
  private @Nullable String alerts;

  @Option(
      names = "--no-suggestions",
      description =
          "Do not lay down what is suggested while somebody types; fihris suggest --build does it"
              + " later.")
  private boolean noSuggestions;

  @Option(names = "--json", description = "Print the summary as one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CorpusRunOptions options = Checked.arguments(spec, this::runOptions);
    Corpus corpus = corpusOptions.open(sources);
    NewsIndex target = index.open(Checked.arguments(spec, layout::read));
    IndexSummary summary;
    try (RejectionReport report = corpusOptions.openReport();
        NewsWriter writer = open(target)) {
      try (Progress progress = Progress.of(corpus, "indexing")) {
        summary = writer.addAll(corpus, options, report);
        progress.done();
      }
      report.finish(corpus);
      savedSearches(target, writer);
    }
    boolean done = summary.indexed() + summary.unchanged() + summary.deleted() > 0;
    boolean suggest = done && !noSuggestions;
    report(suggest ? withSuggestions(target, summary) : summary);
    if (done) {
      return 0;
    }
    return summary.rejected() > 0 ? Main.ERROR : nothingFound();
  }

  /** The articles are safe by now: without suggestions the run is done all the same. */
  private static IndexSummary withSuggestions(NewsIndex target, IndexSummary summary) {
    try {
      target.buildSuggestions();
      return summary;
    } catch (IndexException e) {
      return summary.withWarning(String.valueOf(e.getMessage()));
    }
  }

  private NewsWriter open(NewsIndex target) {
    if (alerts != null) {
      return target.writer(AlertOutput.open(alerts, spec.commandLine().getOut()));
    }
    return rebuild ? target.rebuild() : target.writer();
  }

  /** A word on searches that were not looked at, or not as their file has them. */
  private void savedSearches(NewsIndex target, NewsWriter writer) {
    String problem = writer.savedSearchesProblem();
    int saved = alerts == null ? target.savedSearches().inForce().searches().size() : 0;
    if (problem != null) {
      spec.commandLine().getErr().println("note: " + problem);
    } else if (saved > 0) {
      spec.commandLine()
          .getErr()
          .println(
              "note: nothing was reported for the saved searches, of which there are "
                  + saved
                  + "; --alerts FILE does.");
    }
  }

  private PrintWriter summaryWriter() {
    boolean taken = AlertOutput.STANDARD_OUTPUT.equals(alerts);
    return taken ? spec.commandLine().getErr() : spec.commandLine().getOut();
  }

  private CorpusRunOptions runOptions() {
    if (rebuild && alerts != null) {
      throw new IllegalArgumentException(
          "--rebuild and --alerts do not go together: of an index that is built anew every article"
              + " is new");
    }
    if (all && byHash) {
      throw new IllegalArgumentException("--all and --by-hash do not go together");
    }
    CorpusRunOptions options =
        CorpusRunOptions.defaults()
            .withCommitEvery(Duration.ofSeconds(commitSeconds))
            .withSkip(all ? Skip.NOTHING : byHash ? Skip.SAME_HASH : Skip.SAME_TIME)
            .withVanished(deleteVanished ? Vanished.DELETE : Vanished.KEEP);
    return threads == null ? options : options.withThreads(threads);
  }

  private int nothingFound() {
    RejectionReport.sayNothingFound(spec.commandLine().getErr(), sources);
    return Main.NOTHING_FOUND;
  }

  private void report(IndexSummary summary) {
    summary.warnings().forEach(line -> spec.commandLine().getErr().println("fihris: " + line));
    if (summary.stale() > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "%,d articles in the index are in no source any more"
                  + " (--delete-vanished deletes them)%n",
              summary.stale());
    }
    if (json) {
      Json.print(summaryWriter(), IndexJson.summary(summary));
      return;
    }
    double seconds = Math.max(summary.took().toMillis(), 1) / 1000.0;
    summaryWriter()
        .printf(
            Locale.ROOT,
            "%,d pages read%s: %,d articles indexed, %,d unchanged, %s%,d pages rejected"
                + " in %.1f s (%,.0f pages/s)%n",
            summary.read(),
            counted(", %,d skipped as read before", summary.skipped()),
            summary.indexed(),
            summary.unchanged(),
            counted("%,d deleted, ", summary.deleted()),
            summary.rejected(),
            seconds,
            summary.read() / seconds);
  }

  private static String counted(String phrase, long count) {
    return count == 0 ? "" : String.format(Locale.ROOT, phrase, count);
  }
}
