package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Rejected;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.index.SourceEntry.State;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.ingest.CorpusRunOptions.Skip;
import org.fihris.ingest.CorpusRunOptions.Vanished;
import org.fihris.ingest.IndexSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that fail somewhere between two commits, and what the next run does. */
class ResumedRunTest {
  private static final FileTime OLD = FileTime.from(Instant.parse("2025-02-13T09:30:00Z"));
  private static final int RECORDS = 1_000;

  /** Pages that travel together; what is committed ends with such a batch. */
  private static final int BATCH = 64;

  /** One record in so many is broken, and makes a run fail that is to fail there. */
  private static final int BROKEN = 50;

  private static final int ARTICLES = RECORDS - RECORDS / BROKEN;

  @TempDir private Path folder;

  /** How the records are packed. */
  enum Packing {
    LINES,
    GZIP,
    TAR,
    FOLDER
  }

  private NewsIndex index() {
    return NewsIndex.open(folder.resolve("news.idx"));
  }

  private static CorpusRunOptions options(int threads) {
    return new CorpusRunOptions(threads, Duration.ofNanos(1));
  }

  private IndexSummary run(Path source, CorpusRunOptions options) {
    try (NewsWriter writer = index().writer()) {
      return writer.addAll(
          Corpus.of(List.of(source), ReadOptions.defaults()), options, rejected -> {});
    }
  }

  /** A run that fails at one of the broken records. */
  private void runThatFails(Path source, int threads, int brokenRecord) {
    AtomicInteger broken = new AtomicInteger();
    try (NewsWriter writer = index().writer()) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  writer.addAll(
                      Corpus.of(List.of(source), ReadOptions.defaults()),
                      options(threads),
                      rejected -> failAt(broken, brokenRecord, rejected)))
          .withMessageContaining("as planned");
    }
  }

  private static void failAt(AtomicInteger broken, int brokenRecord, Rejected rejected) {
    if (broken.incrementAndGet() == brokenRecord) {
      throw new IllegalStateException("as planned, at " + rejected.origin());
    }
  }

  private static String record(int number, String word) {
    return number % BROKEN == BROKEN - 1
        ? "{\"broken\": "
        : "{\"id\": \"id%d\", \"title\": \"القمة %d\", \"text\": \"عقدت %s في الرياض\"}"
            .formatted(number, number, word);
  }

  private Path source(Packing packing, String word) throws IOException {
    Path source = folder.resolve("source." + packing);
    switch (packing) {
      case LINES -> {
        try (OutputStream out = Files.newOutputStream(source)) {
          lines(out, word);
        }
      }
      case GZIP -> {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(source))) {
          lines(out, word);
        }
      }
      case TAR -> {
        try (TarArchiveOutputStream out =
            new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(source)))) {
          for (int i = 0; i < RECORDS; i++) {
            byte[] bytes = record(i, word).getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("pages/%04d.json".formatted(i));
            entry.setSize(bytes.length);
            out.putArchiveEntry(entry);
            out.write(bytes);
            out.closeArchiveEntry();
          }
        }
      }
      case FOLDER -> {
        Files.createDirectory(source);
        for (int i = 0; i < RECORDS; i++) {
          Path file = source.resolve("%04d.json".formatted(i));
          Files.writeString(file, record(i, word));
          Files.setLastModifiedTime(file, OLD);
        }
      }
    }
    Files.setLastModifiedTime(source, OLD);
    return source;
  }

  private static void lines(OutputStream out, String word) throws IOException {
    for (int i = 0; i < RECORDS; i++) {
      out.write((record(i, word) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** With one worker the last commit before the failure is that of the batch before. */
  @ParameterizedTest
  @EnumSource(Packing.class)
  void theNextRunGoesOnBehindTheLastCommit(Packing packing) throws IOException {
    Path source = source(packing, "القمة");
    int broken = 10; // in the eighth batch
    int committed = (broken * BROKEN - 1) / BATCH * BATCH;

    runThatFails(source, 1, broken);
    assertThat(index().verify().articles()).isEqualTo(committed - committed / BROKEN);
    IndexSummary next = run(source, options(2));

    assertThat(next.skipped()).isBetween(committed - (long) BATCH, (long) committed);
    assertThat(next.read()).isEqualTo(RECORDS - next.skipped());
    assertThat(next.added() + next.unchanged()).isEqualTo(ARTICLES);
    assertThat(next.added()).isEqualTo(ARTICLES - (committed - committed / BROKEN));
    assertThat(index().verify().problems()).isEmpty();
    IndexSummary last = run(source, options(2));
    assertThat(List.of(last.read(), last.skipped(), last.unchanged()))
        .containsExactly(0L, (long) RECORDS, (long) ARTICLES);
  }

  /** Whatever was in flight: only what is in the index for certain is passed by. */
  @ParameterizedTest
  @CsvSource({"LINES, 1", "LINES, 2", "LINES, 4", "GZIP, 3", "TAR, 3", "FOLDER, 3"})
  void anyNumberOfFailuresEndsWithAllArticles(Packing packing, int threads) throws IOException {
    Path source = source(packing, "القمة");
    Random random = new Random(threads);
    long before = 0;
    for (int failure = 0; failure < 4; failure++) {
      runThatFails(source, threads, 1 + random.nextInt(8));
      long articles = articlesSoFar();
      assertThat(articles).isBetween(before, (long) ARTICLES);
      before = articles;
    }

    IndexSummary last = run(source, options(threads));

    assertThat(last.read() + last.skipped()).isEqualTo(RECORDS);
    assertThat(last.added()).as("%s, %d before", last, before).isEqualTo(ARTICLES - before);
    assertThat(last.added() + last.unchanged()).isEqualTo(ARTICLES);
    assertThat(last.rejected()).isLessThanOrEqualTo(RECORDS / BROKEN);
    assertThat(index().verify().articles()).isEqualTo(ARTICLES);
    assertThat(index().verify().problems()).isEmpty();
    assertThat(index().sources().stream().mapToLong(entry -> entry.pages()).sum())
        .isEqualTo(RECORDS);
    assertThat(index().sources().stream().mapToLong(entry -> entry.rejected()).sum())
        .isEqualTo(RECORDS / BROKEN);
    assertThat(index().sources()).allMatch(entry -> entry.state() == State.WHOLE);
  }

  /** A first run that fails before its first commit leaves no index. */
  private long articlesSoFar() {
    return hasCommit() ? index().verify().articles() : 0;
  }

  private boolean hasCommit() {
    try (var files = Files.list(folder.resolve("news.idx"))) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aFileThatChangedMeanwhileIsReadFromItsBeginning() throws IOException {
    Path source = source(Packing.LINES, "القمة");
    runThatFails(source, 1, 10);
    assertThat(index().sources().getFirst().state()).isEqualTo(State.BEGUN);
    source(Packing.LINES, "قمة أخرى");

    IndexSummary next = run(source, options(2));

    assertThat(List.of(next.read(), next.skipped())).containsExactly((long) RECORDS, 0L);
    assertThat(next.updated()).isPositive();
  }

  @Test
  void aFileWithAnotherTimeIsReadFromItsBeginning() throws IOException {
    Path source = source(Packing.LINES, "القمة");
    runThatFails(source, 1, 10);
    Files.setLastModifiedTime(source, FileTime.from(OLD.toInstant().plusSeconds(9)));

    assertThat(run(source, options(2)).read()).isEqualTo(RECORDS);
  }

  /** The hash of a file that was not read to its end is not known. */
  @Test
  void whereOnlyTheHashCountsAFileIsReadFromItsBeginning() throws IOException {
    Path source = source(Packing.LINES, "القمة");
    runThatFails(source, 1, 10);

    assertThat(run(source, options(2).withSkip(Skip.SAME_HASH)).read()).isEqualTo(RECORDS);
  }

  @Test
  void whatAnInterruptedRunHadNotComeToIsNotTakenForGone() throws IOException {
    Path source = source(Packing.LINES, "القمة");
    run(source, options(2));
    source(Packing.LINES, "قمة أخرى");
    runThatFails(source, 1, 10);
    assertThat(index().sources().getFirst().state()).isEqualTo(State.BEGUN);
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("a.json"), "{\"id\": \"other\", \"text\": \"عقدت القمة\"}");

    run(other, options(1).withVanished(Vanished.DELETE));
    assertThat(index().verify().articles()).isEqualTo(ARTICLES + 1);
    IndexSummary next = run(source, options(2).withVanished(Vanished.DELETE));

    assertThat(next.deleted()).isZero();
    assertThat(next.skipped()).isPositive();
    assertThat(index().verify().articles()).isEqualTo(ARTICLES + 1);
  }
}
