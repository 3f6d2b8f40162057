package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.fihris.CorpusRunOptions;
import org.fihris.CorpusRunOptions.Skip;
import org.fihris.CorpusRunOptions.Vanished;
import org.fihris.IndexSummary;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.CorpusException;
import org.fihris.corpus.Format;
import org.fihris.corpus.ReadOptions;
import org.fihris.index.ArticleWriter;
import org.fihris.index.SourceEntry;
import org.fihris.index.SourceEntry.State;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a second run passes by, and what becomes of articles whose source is gone. */
class KnownSourcesTest {
  private static final Instant OLD = Instant.parse("2025-02-13T09:30:00Z");

  @TempDir private Path folder;
  private Path sources;
  private NewsIndex index;
  private CorpusRunOptions options;

  @BeforeEach
  void prepare() throws IOException {
    sources = Files.createDirectory(folder.resolve("sources"));
    index = NewsIndex.open(folder.resolve("news.idx"));
    options = CorpusRunOptions.defaults().withThreads(2);
  }

  private IndexSummary run() {
    return run(sources);
  }

  private IndexSummary run(Path source) {
    return run(source, ReadOptions.defaults());
  }

  private IndexSummary run(Path source, ReadOptions reading) {
    try (NewsWriter writer = index.writer()) {
      return writer.addAll(Corpus.of(List.of(source), reading), options, rejected -> {});
    }
  }

  private IndexSummary deleteVanished() {
    CorpusRunOptions before = options;
    options = options.withVanished(Vanished.DELETE);
    try {
      return run();
    } finally {
      options = before;
    }
  }

  private static String record(String id, String title) {
    return "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"عقدت القمة في الرياض\"}"
        .formatted(id, title);
  }

  /** A source of records that was last changed long ago. */
  private Path source(String name, String... records) throws IOException {
    Path file = sources.resolve(name);
    Files.writeString(file, String.join("\n", records) + "\n");
    Files.setLastModifiedTime(file, FileTime.from(OLD));
    return file;
  }

  private Map<String, String> titles() {
    return titles(index);
  }

  private static Map<String, String> titles(NewsIndex index) {
    Map<String, String> titles = new TreeMap<>();
    try (NewsSearcher searcher = index.searcher()) {
      SearchRequest all = SearchRequest.of("").withLimit(1000).withSnippets(SnippetOptions.NONE);
      for (Hit hit : searcher.search(all).hits()) {
        titles.put(hit.article().id(), hit.article().title());
      }
    }
    return titles;
  }

  private SourceEntry entry(Path file) {
    return index.sources().stream()
        .filter(entry -> entry.path().equals(file.toAbsolutePath().normalize().toString()))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> files() throws IOException {
    try (Stream<Path> files = Files.list(index.path())) {
      return files.collect(
          Collectors.toMap(file -> file.getFileName().toString(), KnownSourcesTest::fingerprint));
    }
  }

  private static String fingerprint(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
  void whatVanishedStaysAndIsCountedUntilItIsDeleted() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"), record("2", "قمة"));
    source("b.jsonl", record("3", "قمة"));
    run();
    Files.delete(a);

    IndexSummary kept = run();
    assertThat(List.of(kept.stale(), kept.deleted())).containsExactly(2L, 0L);
    assertThat(titles()).hasSize(3);

    IndexSummary deleted = deleteVanished();
    assertThat(List.of(deleted.stale(), deleted.deleted())).containsExactly(0L, 2L);
    assertThat(titles()).containsOnlyKeys("3");
    assertThat(index.sources()).hasSize(1);
    Map<String, String> before = files();
    assertThat(deleteVanished().deleted()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatIsNoLongerInItsFileIsDeletedAlsoByALaterRun() throws IOException {
    source("a.jsonl", record("1", "قمة"), record("2", "قمة"), record("3", "قمة"));
    run();
    source("a.jsonl", record("2", "قمة"), record("4", "قمة"));

    assertThat(run().stale()).isEqualTo(2);
    assertThat(run().stale()).isEqualTo(2);
    assertThat(deleteVanished().deleted()).isEqualTo(2);
    assertThat(titles()).containsOnlyKeys("2", "4");
    assertThat(run().stale()).isZero();
  }

  @Test
  void anArticleOfTwoFilesStaysWhileOneOfThemDoes() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"), record("2", "نص الأول"));
    Path b = source("b.jsonl", record("1", "قمة"), record("2", "نص الثاني"));
    run();
    Files.delete(a);

    assertThat(deleteVanished().deleted()).isZero();
    assertThat(titles()).isEqualTo(Map.of("1", "قمة", "2", "نص الثاني"));
    Files.delete(b);
    source("c.jsonl", record("3", "قمة"));
    assertThat(deleteVanished().deleted()).isEqualTo(2);
    assertThat(titles()).containsOnlyKeys("3");
  }

  @Test
  void aRenamedFileLosesNothing() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    run();
    Files.move(a, sources.resolve("z.jsonl"));

    IndexSummary summary = deleteVanished();

    assertThat(List.of(summary.unchanged(), summary.deleted())).containsExactly(1L, 0L);
    assertThat(titles()).containsOnlyKeys("1");
  }

  @Test
  void nothingIsConcludedOfSourcesThatAreNotGiven() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path a = Files.writeString(other.resolve("a.jsonl"), record("1", "قمة"));
    run(other);
    Files.delete(a);
    source("b.jsonl", record("2", "قمة"));

    assertThat(deleteVanished().deleted()).isZero();
    assertThat(titles()).containsOnlyKeys("1", "2");
  }

  /** An empty folder is more often a disk that is not mounted than a corpus without articles. */
  @Test
  void anEmptyFolderDeletesNothing() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    run();
    Files.delete(a);

    assertThatExceptionOfType(CorpusException.class)
        .isThrownBy(this::deleteVanished)
        .withMessageContaining(sources.toString())
        .withMessageContaining("nothing deleted");
    assertThat(titles()).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeListedDeletesNothing() throws IOException {
    Path below = Files.createDirectory(sources.resolve("below"));
    source("below/a.jsonl", record("1", "قمة"));
    source("b.jsonl", record("2", "قمة"));
    run();
    Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("---------"));
    try {
      Assumptions.assumeFalse(Files.isReadable(below), "the administrator may read everything");
      assertThatExceptionOfType(CorpusException.class)
          .isThrownBy(this::deleteVanished)
          .withMessageContaining("permission denied");
      assertThat(run().stale()).isZero();
    } finally {
      Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwx------"));
    }
    assertThat(titles()).hasSize(2);
  }

  @Test
  void aMistypedPathDeletesNothing() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    run();

    assertThatExceptionOfType(CorpusException.class)
        .isThrownBy(() -> run(folder.resolve("suorces")))
        .withMessageContaining("there is no such file");
    assertThat(titles()).hasSize(1);
  }

  @Test
  void aFileThatWasEmptiedDeletesNothingAndIsReadAgain() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    source("b.jsonl", record("2", "قمة"));
    run();
    Path a = source("a.jsonl");

    IndexSummary emptied = deleteVanished();
    assertThat(emptied.deleted()).isZero();
    assertThat(emptied.warnings()).singleElement().asString().startsWith(a.toString());
    assertThat(titles()).hasSize(2);
    assertThat(entry(a).state()).isEqualTo(State.DAMAGED);
    source("a.jsonl", record("3", "قمة"));
    assertThat(deleteVanished().deleted()).isEqualTo(1);
    assertThat(titles()).containsOnlyKeys("2", "3");
  }

  @Test
  void aFileThatBreaksOffDeletesNothingAndIsReadAgain() throws IOException {
    String[] records = new String[300];
    for (int i = 0; i < records.length; i++) {
      records[i] = record("id" + i, "قمة رقم " + new Random(i).nextLong());
    }
    byte[] packed = gzip(String.join("\n", records));
    Path a = sources.resolve("a.jsonl.gz");
    Files.write(a, packed);
    run();
    Files.write(a, Arrays.copyOf(packed, packed.length / 2));

    IndexSummary broken = deleteVanished();
    assertThat(broken.read()).isBetween(2L, 299L);
    assertThat(List.of(broken.deleted(), broken.rejected())).containsExactly(0L, 1L);
    assertThat(entry(a).state()).isEqualTo(State.DAMAGED);
    Map<String, String> before = files();
    assertThat(run().rejected()).as("told again").isEqualTo(1);
    assertThat(files()).isEqualTo(before);
    Files.delete(a);
    source("b.jsonl", record("b", "قمة"));
    assertThat(deleteVanished().deleted()).isEqualTo(300);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
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

  private List<Path> manifestFiles() throws IOException {
    try (Stream<Path> files = Files.list(index.path())) {
      return files.filter(file -> file.toString().endsWith(".manifest")).sorted().toList();
    }
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

  /**
   * Files come, change, swap, are touched and go, also with ids of each other; after each run the
   * index is the one that a first run over the same files makes.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyHistoryEndsWithTheIndexOfAFirstRun(long seed) throws IOException {
    Random random = new Random(seed);
    source("f0.jsonl", record("id0", "قمة"));
    for (int round = 0; round < 12; round++) {
      for (int change = random.nextInt(4); change >= 0; change--) {
        change(random);
      }
      options = options.withThreads(1 + random.nextInt(3));
      deleteVanished();

      NewsIndex fresh = index;
      index = NewsIndex.open(folder.resolve("fresh" + seed + "-" + round));
      run();
      Map<String, String> wanted = titles();
      index = fresh;
      assertThat(titles()).as("round %d", round).isEqualTo(wanted);
    }
    assertThat(index.verify().problems()).isEmpty();
  }

  private void change(Random random) throws IOException {
    Path file = sources.resolve("f" + random.nextInt(6) + ".jsonl");
    switch (random.nextInt(5)) {
      case 0 -> {
        if (!file.endsWith("f0.jsonl")) {
          Files.deleteIfExists(file);
        }
      }
      case 1 -> {
        if (Files.exists(file)) {
          Files.setLastModifiedTime(
              file, FileTime.from(OLD.plusSeconds(random.nextInt(1_000_000))));
        }
      }
      default -> {
        List<String> records = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
          records.add(record("id" + random.nextInt(12), "قمة " + random.nextInt(3)));
        }
        source(file.getFileName().toString(), records.toArray(String[]::new));
        Files.setLastModifiedTime(file, FileTime.from(OLD.plusSeconds(random.nextInt(1_000_000))));
      }
    }
  }
}
