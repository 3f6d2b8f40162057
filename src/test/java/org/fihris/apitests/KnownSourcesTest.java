package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.Format;
import org.fihris.corpus.ReadOptions;
import org.fihris.index.ArticleWriter;
import org.fihris.index.SourceEntry;
import org.fihris.index.SourceEntry.State;
import org.fihris.ingest.CorpusRunOptions.Skip;
import org.fihris.ingest.IndexSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a second run passes by. */
class KnownSourcesTest extends FolderOfSources {
  @Test
  void aSecondRunOpensNoSourceAndTouchesNoFileOfTheIndex() throws IOException {
    source("a.jsonl", record("1", "قمة"), "{", record("2", "قمة"));
    source("b.jsonl", record("3", "قمة"), record("3", "قمة أخرى"));
    run();
    Map<String, String> before = files();

    IndexSummary again = run();

    assertThat(again.read()).isZero();
    assertThat(again.skipped()).isEqualTo(5);
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(again.indexed() + again.rejected() + again.stale()).isZero();
    assertThat(again.warnings()).isEmpty();
    assertThat(files()).isEqualTo(before);
    assertThat(index.verify().problems()).isEmpty();
  }

  @Test
  void theListOfSourcesSaysWhatBecameOfEach() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"), "{", record("2", "قمة"), "{");
    run();

    SourceEntry entry = entry(a);

    assertThat(entry.state()).isEqualTo(State.WHOLE);
    assertThat(entry.bytes()).isEqualTo(Files.size(a));
    assertThat(entry.modified()).isEqualTo(OLD);
    assertThat(entry.hash()).hasSize(64);
    assertThat(List.of(entry.pages(), entry.rejected())).containsExactly(4L, 2L);
    assertThat(entry.articles().size()).isEqualTo(2);
    assertThat(entry.reasons().stream().mapToLong(SourceEntry.Reason::count).sum()).isEqualTo(2);
  }

  @Test
  void onlyWhatChangedIsReadAgain() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    source("b.jsonl", record("2", "قمة"));
    run();
    source("b.jsonl", record("2", "قمة معدلة"));
    source("c.jsonl", record("3", "قمة"));

    IndexSummary summary = run();

    assertThat(List.of(summary.read(), summary.skipped(), summary.added(), summary.updated()))
        .containsExactly(2L, 1L, 1L, 1L);
    assertThat(titles()).containsEntry("2", "قمة معدلة").hasSize(3);
  }

  @Test
  void everythingIsReadWhereThatIsAskedFor() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    run();
    options = options.withSkip(Skip.NOTHING);
    Map<String, String> before = files();

    IndexSummary summary = run();

    assertThat(List.of(summary.read(), summary.skipped(), summary.unchanged()))
        .containsExactly(1L, 0L, 1L);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aFileWithANewTimeAndTheOldContentIsPassedByAndItsTimeNoted() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    run();
    Files.setLastModifiedTime(a, FileTime.from(OLD.plusSeconds(60)));

    assertThat(run().read()).isZero();
    assertThat(entry(a).modified()).isEqualTo(OLD.plusSeconds(60));
  }

  @Test
  void aChangeThatSizeAndTimeDoNotShowIsFoundByTheHash() throws IOException {
    source("a.jsonl", record("1", "قمة أولى"));
    run();
    source("a.jsonl", record("1", "قمة أخرى"));

    assertThat(run().read()).isZero();
    options = options.withSkip(Skip.SAME_HASH);
    assertThat(run().updated()).isEqualTo(1);
    assertThat(run().read()).isZero();
  }

  /** The time of a file that is still being written says nothing. */
  @Test
  void theTimeOfAFileThatHadJustBeenChangedIsNotTrusted() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة أولى"));
    FileTime future = FileTime.from(Instant.parse("2999-01-01T00:00:00Z"));
    Files.setLastModifiedTime(a, future);
    run();
    assertThat(entry(a).modified()).isNull();
    assertThat(run().read()).isZero();

    source("a.jsonl", record("1", "قمة أخرى"));
    Files.setLastModifiedTime(a, future);

    assertThat(run().updated()).isEqualTo(1);
  }

  @Test
  void otherOptionsReadAgain() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    run();

    assertThat(run(sources, ReadOptions.defaults().withFormat(Format.JSON)).read()).isEqualTo(1);
    assertThat(run(sources, ReadOptions.defaults().withFormat(Format.JSON)).read()).isZero();
    assertThat(run(a, ReadOptions.defaults().withFormat(Format.JSON)).read())
        .as("a file that is named is tried whatever it is called")
        .isEqualTo(1);
  }

  @Test
  void whatAnotherEngineReadIsReadAgain() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    run();
    SourceEntry entry = entry(a);
    try (ArticleWriter writer =
        ArticleWriter.open(index.path(), IndexConfig.packaged(), ArticleWriter.Mode.UPDATE, 16)) {
      writer
          .sources()
          .put(
              new SourceEntry(
                  entry.path(),
                  entry.bytes(),
                  entry.modified(),
                  entry.hash(),
                  entry.reading() + 1,
                  entry.state(),
                  entry.pages(),
                  entry.rejected(),
                  entry.reasons(),
                  entry.articles(),
                  entry.left()));
      writer.commit();
    }

    assertThat(run().read()).isEqualTo(1);
    assertThat(entry(a)).isEqualTo(entry);
  }

  /** However the source is named, from wherever. */
  @Test
  void aFileIsKnownByItsAbsolutePath() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    run();
    Path relative = Path.of("").toAbsolutePath().relativize(sources);

    assertThat(run(relative).read()).isZero();
    assertThat(run(sources.resolve("../sources/.")).read()).isZero();
    assertThat(index.sources()).extracting(SourceEntry::path).containsExactly(a.toString());
  }

  @Test
  void anArticleThatWasDeletedOrReplacedMakesItsFileBeReadAgain() throws IOException {
    source("a.jsonl", record("1", "قمة"), record("2", "قمة"));
    source("b.jsonl", record("3", "قمة"));
    run();
    try (NewsWriter writer = index.writer()) {
      writer.delete(List.of("1"));
      writer.add(Article.of("2", "من برنامج", "نص"));
      writer.commit();
    }

    IndexSummary summary = run();

    assertThat(List.of(summary.read(), summary.skipped())).containsExactly(2L, 1L);
    assertThat(titles()).containsEntry("1", "قمة").containsEntry("2", "قمة");
  }

  @Test
  void whatAProgramHasWrittenAndNotCommittedCounts() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    run();
    try (NewsWriter writer = index.writer()) {
      writer.add(Article.of("1", "من برنامج", "نص"));
      IndexSummary summary =
          writer.addAll(
              Corpus.of(List.of(sources), ReadOptions.defaults()), options, rejected -> {});
      assertThat(summary.updated()).isEqualTo(1);
    }
    assertThat(titles()).containsEntry("1", "قمة");
  }

  @Test
  void twoRunsOfOneWriterKnowOfEachOther() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    try (NewsWriter writer = index.writer()) {
      for (long skipped : List.of(0L, 1L)) {
        Corpus corpus = Corpus.of(List.of(sources), ReadOptions.defaults());
        assertThat(writer.addAll(corpus, options, rejected -> {}).skipped()).isEqualTo(skipped);
      }
    }
  }

  @Test
  void theFirstOfTwoSourcesWithOneIdStaysTheFirst() throws IOException {
    source("a.jsonl", record("1", "أولى"));
    source("b.jsonl", record("1", "ثانية"));
    run();
    assertThat(run().read()).isZero();

    source("b.jsonl", record("1", "ثانية معدلة"), record("2", "قمة"));
    IndexSummary summary = run();

    assertThat(List.of(summary.read(), summary.skipped(), summary.rejected()))
        .containsExactly(2L, 1L, 1L);
    assertThat(titles()).isEqualTo(Map.of("1", "أولى", "2", "قمة"));
  }

  @Test
  void aSourceGivenTwiceIsReadOnceInTheNextRun() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    for (long read : List.of(2L, 1L)) {
      try (NewsWriter writer = index.writer()) {
        Corpus corpus = Corpus.of(List.of(sources, a), ReadOptions.defaults());
        IndexSummary summary = writer.addAll(corpus, options, rejected -> {});
        assertThat(summary.read()).isEqualTo(read);
      }
    }
    assertThat(titles()).hasSize(1);
  }

  @Test
  void anIndexThatIsMovedKnowsItsSources() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    run();
    index = NewsIndex.open(Files.move(index.path(), folder.resolve("moved.idx")));

    assertThat(run().read()).isZero();
  }

  @Test
  void aRebuildReadsEverything() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    run();
    try (NewsWriter writer = index.rebuild()) {
      Corpus corpus = Corpus.of(List.of(sources), ReadOptions.defaults());
      assertThat(writer.addAll(corpus, options, rejected -> {}).added()).isEqualTo(1);
    }
    assertThat(run().read()).isZero();
    assertThat(manifestFiles()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "short", "flipped", "another"})
  void aManifestThatDoesNotFitIsToldAndMended(String fault) throws IOException {
    source("a.jsonl", record("1", "قمة"));
    run();
    Path manifest = manifestFiles().getFirst();
    byte[] old = Files.readAllBytes(manifest);
    switch (fault) {
      case "gone" -> Files.delete(manifest);
      case "short" -> Files.write(manifest, Arrays.copyOf(old, old.length - 3));
      case "flipped" -> {
        old[old.length / 2] ^= 1;
        Files.write(manifest, old);
      }
      case "another" -> {
        NewsIndex first = index;
        index = NewsIndex.open(folder.resolve("other.idx"));
        source("a.jsonl", record("2", "قمة"));
        run();
        Files.write(manifest, Files.readAllBytes(manifestFiles().getFirst()));
        index = first;
        source("a.jsonl", record("1", "قمة"));
      }
      default -> throw new AssertionError(fault);
    }

    assertThat(index.verify().problems()).hasSize(1).allMatch(line -> line.contains("manifest"));
    IndexSummary summary = deleteVanished();

    assertThat(List.of(summary.read(), summary.unchanged())).containsExactly(1L, 1L);
    assertThat(summary.warnings()).hasSize(1).allMatch(line -> line.contains("manifest"));
    assertThat(index.verify().problems()).isEmpty();
    assertThat(run().skipped()).isEqualTo(1);
    assertThat(run().warnings()).isEmpty();
  }

  /** Many small changes: the files of the manifest stay few, and nothing is lost in them. */
  @Test
  void theManifestIsMergedNowAndThen() throws IOException {
    for (int i = 0; i < 20; i++) {
      source("f" + i + ".jsonl", record("id" + i, "قمة"));
      assertThat(run().read()).isEqualTo(1);
    }

    assertThat(manifestFiles()).hasSizeBetween(1, 8);
    assertThat(index.sources()).hasSize(20);
    assertThat(run().skipped()).isEqualTo(20);
  }
}
