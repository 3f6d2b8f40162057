package org.fihris.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.eval.RunLine;
import org.fihris.eval.Topic;
import org.fihris.eval.Topics;
import org.fihris.query.EntityUse;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.search.NewsSearcher;
import org.fihris.search.Ranked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "batch",
    description = "Search for each topic of a file (topic<TAB>text) and print a TREC run.")
final class BatchCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Parameters(index = "1", paramLabel = "TOPICS", description = "The file of topics.")
  private @Nullable Path topics;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "1000",
      description = "Hits for each topic; default ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--words",
      defaultValue = "any",
      description = "all: every word must match; any: one is enough; default ${DEFAULT-VALUE}.")
  private SearchOptions.WordsChoice words = SearchOptions.WordsChoice.any;

  @Option(
      names = "--no-entities",
      description = "Words that name an entity are words like any other, as in search.")
  private boolean wordsOnly;

  @Option(
      names = "--tag",
      defaultValue = "fihris",
      description = "The name of the run; default ${DEFAULT-VALUE}.")
  private String tag = "fihris";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (topics == null) {
      throw new IllegalStateException("picocli did not set a required parameter");
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean found = false;
    try (NewsSearcher searcher = index.open().searcher()) {
      for (Topic topic : Topics.read(topics).topics()) {
        List<Ranked> ranking = searcher.rank(request(topic));
        found |= !ranking.isEmpty();
        for (int i = 0; i < ranking.size(); i++) {
          Ranked hit = ranking.get(i);
          out.println(line(topic, hit, i + 1).format());
        }
      }
    }
    return found ? 0 : Main.NOTHING_FOUND;
  }

  /** An id or a tag with white space has no place in a run, and is told to the user as misuse. */
  private RunLine line(Topic topic, Ranked hit, int rank) {
    return Checked.arguments(spec, () -> new RunLine(topic.id(), hit.id(), rank, hit.score(), tag));
  }

  private SearchRequest request(Topic topic) {
    return Checked.arguments(
        spec,
        () ->
            SearchRequest.of(topic.text())
                .withSyntax(Syntax.PLAIN)
                .withWords(words.words)
                .withEntityUse(wordsOnly ? EntityUse.WORDS_ONLY : EntityUse.EVERY_NAME)
                .withLimit(limit));
  }
}
