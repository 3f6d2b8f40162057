package org.fihris.apitests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.ingest.CorpusRunOptions;

/** The articles in {@code testdata/} and the tables that say what is in them. */
public final class Testdata {
  public static final Path FOLDER = Path.of("testdata");

  /** The sources, in the order of {@code expected.tsv}. */
  public static final List<Path> SOURCES =
      Stream.of("dumps", "news.jsonl", "more.jsonl.gz", "trec", "archive.tar.gz")
          .map(FOLDER::resolve)
          .toList();

  private Testdata() {}

  /** How many articles the sources hold. */
  public static int size() throws IOException {
    return expected().size();
  }

  /** An index of all sources. */
  public static NewsIndex index(Path folder) {
    return index(folder, 2);
  }

  /** An index of all sources, built by some threads. */
  public static NewsIndex index(Path folder, int threads) {
    NewsIndex index = NewsIndex.open(folder);
    try (NewsWriter writer = index.writer()) {
      writer.addAll(
          Corpus.of(SOURCES, ReadOptions.defaults()),
          CorpusRunOptions.defaults().withThreads(threads),
          rejected -> {
            throw new AssertionError(rejected);
          });
    }
    return index;
  }

  /**
   * A line of {@code expected.tsv}.
   *
   * @param file with {@code !member} or {@code :line} where there are several records
   * @param title empty where the page has no headline
   * @param day ISO, or {@code -}
   * @param source {@code -} where the page does not name its outlet
   * @param onPage articles on the page, {@code -} for a second one
   */
  public record Expected(String file, String title, String day, String source, String onPage) {}

  public static List<Expected> expected() throws IOException {
    return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .map(cells -> new Expected(cells[0], cells[1], cells[2], cells[3], cells[4]))
        .toList();
  }

  /** A line of {@code queries.tsv}: what is typed, and the title that should come first. */
  public record KnownItem(String query, String title) {}

  public static List<KnownItem> queries() throws IOException {
    return Files.readAllLines(FOLDER.resolve("queries.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .map(cells -> new KnownItem(cells[0], cells[1]))
        .toList();
  }
}
