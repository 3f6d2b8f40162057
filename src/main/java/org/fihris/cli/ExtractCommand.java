package org.fihris.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.article.Article;
import org.fihris.article.Explanation;
import org.fihris.article.Extraction;
import org.fihris.article.PageExtractor;
import org.fihris.article.Rejected;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.RawPage;
import org.fihris.corpus.Reading;
import org.fihris.corpus.Unreadable;
import org.fihris.json.ArticleJson;
import org.fihris.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "extract", description = "Make articles of pages and print them as JSON lines.")
final class ExtractCommand implements Callable<Integer> {
  @Mixin private CorpusOptions corpusOptions = new CorpusOptions();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "Files, folders and archives of news pages.")
  private List<Path> sources = new ArrayList<>();

  @Option(
      names = "--why",
      description =
          "Print the lines of each page instead: what became of each, and the rule that decided.")
  private boolean why;

  @Spec private CommandSpec spec = CommandSpec.create();

  private long articles;
  private long rejected;

  @Override
  public Integer call() {
    Corpus corpus = corpusOptions.open(sources);
    PageExtractor extractor = PageExtractor.of(config.read());
    PrintWriter out = spec.commandLine().getOut();
    try (RejectionReport report = corpusOptions.openReport()) {
      corpus.forEach(reading -> print(reading, extractor, out, report));
      report.finish(corpus);
    }
    if (articles > 0) {
      return 0;
    }
    if (rejected == 0) {
      RejectionReport.sayNothingFound(spec.commandLine().getErr(), sources);
    }
    return rejected > 0 ? Main.ERROR : Main.NOTHING_FOUND;
  }

  private void print(
      Reading reading, PageExtractor extractor, PrintWriter out, RejectionReport report) {
    switch (reading) {
      case RawPage page -> print(page, extractor.explain(page), out, report);
      case Unreadable unreadable ->
          print(new Rejected(unreadable.origin(), unreadable.reason()), out, report);
    }
  }

  private void print(RawPage page, Explanation explained, PrintWriter out, RejectionReport report) {
    if (why) {
      String file = page.origin().toString();
      explained.lines().forEach(line -> Json.print(out, ArticleJson.fate(file, line)));
    }
    explained.made().forEach(made -> print(made, out, report));
  }

  private void print(Extraction made, PrintWriter out, RejectionReport report) {
    switch (made) {
      case Article article -> {
        articles++;
        if (!why) {
          Json.print(out, ArticleJson.article(article));
        }
      }
      case Rejected reason -> {
        rejected++;
        report.accept(reason);
      }
    }
  }
}
