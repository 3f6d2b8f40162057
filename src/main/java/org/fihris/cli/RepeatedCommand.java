package org.fihris.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.article.LineCounts;
import org.fihris.article.Rejected;
import org.fihris.article.RepeatedLine;
import org.fihris.article.RepeatedLineTexts;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.RawPage;
import org.fihris.corpus.Reading;
import org.fihris.corpus.Unreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "repeated",
    description = {
      "Print the lines that an outlet repeats inside its articles, page after page,",
      "as a table repeated-lines.tsv for a --config folder. Review it first."
    })
final class RepeatedCommand implements Callable<Integer> {
  @Mixin private CorpusOptions corpusOptions = new CorpusOptions();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "Files, folders and archives of news pages; each is read twice.")
  private List<Path> sources = new ArrayList<>();

  @Option(
      names = "--min-pages",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Print lines that stand on N pages of an outlet or more; default ${DEFAULT-VALUE}."
              + " Sentences have to stand on 4 and on half of its pages.")
  private int minPages;

  @Spec private CommandSpec spec = CommandSpec.create();

  private long counted;
  private long passedOver;
  private long unreadable;

  @Override
  public Integer call() {
    if (minPages < 2) {
      throw new ParameterException(
          spec.commandLine(), "--min-pages takes 2 or more, not " + minPages);
    }
    PrintWriter err = spec.commandLine().getErr();
    LineCounts counts = LineCounts.of(config.read());
    Corpus corpus = corpusOptions.open(sources);
    try (RejectionReport report = corpusOptions.openReport()) {
      corpus.forEach(reading -> count(reading, counts, report));
      report.finish(corpus);
    }
    if (counted + passedOver == 0) {
      if (unreadable == 0) {
        RejectionReport.sayNothingFound(err, sources);
      }
      return unreadable > 0 ? Main.ERROR : Main.NOTHING_FOUND;
    }
    err.println(
        counted
            + " pages of "
            + counts.outlets()
            + " outlets; "
            + passedOver
            + " records and pages without article or outlet passed over");
    return print(texts(counts).lines());
  }

  private void count(Reading reading, LineCounts counts, RejectionReport report) {
    switch (reading) {
      case RawPage page -> {
        if (counts.add(page)) {
          counted++;
        } else {
          passedOver++;
        }
      }
      case Unreadable fault -> {
        unreadable++;
        report.accept(new Rejected(fault.origin(), fault.reason()));
      }
    }
  }

  private RepeatedLineTexts texts(LineCounts counts) {
    RepeatedLineTexts texts = counts.repeated(minPages);
    corpusOptions
        .open(sources)
        .forEach(
            reading -> {
              switch (reading) {
                case RawPage page -> texts.add(page);
                case Unreadable told -> {}
              }
            });
    return texts;
  }

  private int print(List<RepeatedLine> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(line -> out.print(line.outlet() + "\t" + line.text() + "\n"));
    return lines.isEmpty() ? Main.NOTHING_FOUND : 0;
  }
}
