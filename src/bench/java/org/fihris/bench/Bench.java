package org.fihris.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs the benchmark: {@code docs/performance.md} says what it measures. */
public final class Bench {
  /** The part of the corpus that both sides index before they are timed. */
  private static final int WARM_UP_PARTS = 5;

  private static final long WARM_UP_LEAST = 2_000;
  private static final int FAULT = 2;

  private Bench() {}

  /** Ends with 2 where the input is bad, or the run failed. */
  public static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    try {
      Options options = Options.of(List.of(arguments));
      Report report = run(options, line -> System.err.println("bench: " + line));
      System.out.println(options.json() ? report.json() : report.table());
    } catch (BadInputException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(FAULT);
    } catch (IOException e) {
      System.err.println("bench: " + e);
      System.exit(FAULT);
    }
  }

  private static Report run(Options options, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("run");
    Path corpus = corpus(options, folder);
    progress.accept("reading the corpus");
    Workload workload = Workload.of(corpus);
    Path part = folder.resolve("part.jsonl");
    long warmUp = Math.max(WARM_UP_LEAST, workload.articles() / WARM_UP_PARTS);
    CorpusFile.copyFirst(warmUp, corpus, part);
    IndexingRace.Result indexing =
        new IndexingRace(folder, progress).run(corpus, part, options.rounds());
    try (Side.Searching floor = new Floor().open(indexing.floor().index());
        Side.Searching fihris = new FihrisSide().open(indexing.fihris().index())) {
      List<String> queries =
          workload.queries(options.queries(), query -> floor.answer(query).total() > 0);
      QueryRace.Result search = new QueryRace(floor, fihris, queries).run(progress);
      return new Report(workload, indexing, queries.size(), search);
    }
  }

  private static Path corpus(Options options, Path folder)
      throws IOException, InterruptedException {
    if (options.articles() == 0) {
      return options.corpus();
    }
    Path corpus = folder.resolve("corpus.jsonl");
    if (CorpusFile.copyFirst(options.articles(), options.corpus(), corpus) < options.articles()) {
      Growth.append(options.articles(), corpus);
    }
    return corpus;
  }
}
