package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.index.IndexVerification;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.ingest.IndexSummary;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program in the middle of a run, as a power cut would, and looks at what is left. */
class KilledRunTest {
  private static final int ARTICLES = 2_500;
  private static final int KILLS = 5;

  @TempDir private Path folder;

  @Test
  void whatWasCommittedSurvivesAndTheNextRunCompletesIt() throws Exception {
    Path source = generated();
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    index(index, source, 10);
    Random random = new Random(20_250_213);
    long before = 10;
    for (int kill = 0; kill < KILLS; kill++) {
      Process run = start(index, source);
      // Counting commits makes the moment fall into the run on a slow machine and on a fast one.
      waitForCommits(run, index, random.nextInt(8));
      run.waitFor(random.nextInt(150), TimeUnit.MILLISECONDS);
      run.destroyForcibly().waitFor();

      IndexVerification found = index.verify();
      assertThat(found.problems()).isEmpty();
      long after = found.articles();
      assertThat(after).isBetween(before, (long) ARTICLES);
      assertSearchable(index, after);
      before = after;
    }

    IndexSummary last = index(index, source);

    assertThat(last.skipped()).isPositive();
    assertThat(last.skipped() + last.read()).isEqualTo(ARTICLES);
    assertThat(last.unchanged()).isEqualTo(before);
    assertThat(last.added()).isEqualTo(ARTICLES - before);
    assertThat(index.verify().problems()).isEmpty();
    assertSearchable(index, ARTICLES);
    assertThat(index(index, source).read()).isZero();
  }

  private static void waitForCommits(Process run, NewsIndex index, int commits) throws Exception {
    long wanted = generation(index) + commits;
    while (generation(index) < wanted && !run.waitFor(5, TimeUnit.MILLISECONDS)) {
      assertThat(index.path()).exists();
    }
  }

  /** The number of the last commit, which Lucene writes into the name of a file, in base 36. */
  private static long generation(NewsIndex index) throws IOException {
    try (Stream<Path> files = Files.list(index.path())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("segments_"))
          .mapToLong(name -> Long.parseLong(name.substring("segments_".length()), 36))
          .max()
          .orElseThrow();
    }
  }

  private static void assertSearchable(NewsIndex index, long articles) {
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(searcher.stats().articles()).isEqualTo(articles);
      assertThat(searcher.search(SearchRequest.of("القمة")).total())
          .isBetween(Math.min(articles, 1000), articles); // counted exactly up to 1000
      assertThat(searcher.article("id3")).isNotNull();
    }
  }

  private Path generated() throws IOException {
    Path source = folder.resolve("generated.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(source)) {
      String text = "عقدت القمة في الرياض وبحث القادة ملفات الأمن والاقتصاد. ".repeat(12);
      for (int i = 0; i < ARTICLES; i++) {
        out.write("{\"id\": \"id%d\", \"title\": \"القمة %d\", ".formatted(i, i));
        out.write("\"date\": \"2025-02-%02d\", \"text\": \"%s\"}%n".formatted(i % 28 + 1, text));
      }
    }
    // A file that has just been changed is not trusted to be the same when it is resumed.
    Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2025-02-13T09:30:00Z")));
    return source;
  }

  /** Indexes the first records of the source in this process. */
  private IndexSummary index(NewsIndex index, Path source, int records) throws IOException {
    Path some = folder.resolve("some.jsonl");
    try (Stream<String> lines = Files.lines(source)) {
      Files.write(some, (Iterable<String>) lines.limit(records)::iterator);
    }
    return index(index, some);
  }

  private static IndexSummary index(NewsIndex index, Path source) {
    try (NewsWriter writer = index.writer()) {
      return writer.addAll(
          Corpus.of(List.of(source), ReadOptions.defaults()),
          CorpusRunOptions.defaults(),
          rejected -> {
            throw new AssertionError(rejected);
          });
    }
  }

  /** Another Java that indexes the whole source and commits as often as it can. */
  private Process start(NewsIndex index, Path source) throws IOException {
    return OtherJava.start(Indexing.class, folder.resolve("output.txt"), index.path(), source);
  }

  /** What the other Java runs. */
  static final class Indexing {
    private Indexing() {}

    public static void main(String[] args) {
      try (NewsWriter writer = NewsIndex.open(Path.of(args[0])).writer()) {
        writer.addAll(
            Corpus.of(List.of(Path.of(args[1])), ReadOptions.defaults()),
            new CorpusRunOptions(1, Duration.ofMillis(1)),
            rejected -> {});
      }
    }
  }
}
