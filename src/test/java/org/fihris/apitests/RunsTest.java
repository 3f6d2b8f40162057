package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.article.Rejected;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.index.ArticleStore.Outcome;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.ingest.IndexSummary;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs over a corpus, and writers by hand: what is new, changed, the same, twice or left out. */
class RunsTest {
  @TempDir private Path folder;

  private final List<Rejected> rejections = new ArrayList<>();

  private IndexSummary run(NewsIndex index, CorpusRunOptions options, List<Path> sources) {
    rejections.clear();
    try (NewsWriter writer = index.writer()) {
      return writer.addAll(Corpus.of(sources, ReadOptions.defaults()), options, rejections::add);
    }
  }

  private IndexSummary run(NewsIndex index, Path... sources) {
    return run(index, CorpusRunOptions.defaults(), List.of(sources));
  }

  private NewsIndex newIndex() {
    return NewsIndex.open(folder.resolve("news.idx"));
  }

  private Path source(String name, String... records) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", records) + "\n");
  }

  private static String record(String id, String title) {
    return "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"عقدت القمة في الرياض\"}"
        .formatted(id, title);
  }

  private static Set<String> segments(NewsIndex index) throws IOException {
    try (Stream<Path> files = Files.list(index.path())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("_"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static @Nullable Article article(NewsIndex index, String id) {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.article(id);
    }
  }

  private static void assertSound(NewsIndex index, long articles) {
    assertThat(index.verify().problems()).isEmpty();
    assertThat(index.verify().articles()).isEqualTo(articles);
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    NewsIndex index = Testdata.index(folder.resolve("news.idx"));
    Set<String> before = segments(index);

    IndexSummary again = run(index, CorpusRunOptions.defaults().withThreads(3), Testdata.SOURCES);

    assertThat(again.indexed()).isZero();
    assertThat(again.unchanged()).isEqualTo(Testdata.size());
    assertThat(again.rejected()).isZero();
    assertThat(segments(index)).isEqualTo(before);
    assertSound(index, Testdata.size());
  }

  @Test
  void theOrderOfTheSourcesMakesNoDifference() throws IOException {
    NewsIndex index = Testdata.index(folder.resolve("news.idx"));

    IndexSummary again =
        run(index, CorpusRunOptions.defaults().withThreads(1), Testdata.SOURCES.reversed());

    assertThat(again.unchanged()).isEqualTo(Testdata.size());
    assertThat(again.indexed()).isZero();
  }

  @Test
  void aChangedArticleIsUpdatedAndANewOneAdded() throws IOException {
    NewsIndex index = newIndex();
    run(index, source("a.jsonl", record("1", "قمة أولى"), record("2", "قمة ثانية")));

    IndexSummary summary =
        run(
            index,
            source(
                "b.jsonl",
                record("1", "قمة أولى"),
                record("2", "قمة معدلة"),
                record("3", "قمة ثالثة")));

    assertThat(List.of(summary.added(), summary.updated(), summary.unchanged()))
        .containsExactly(1L, 1L, 1L);
    assertThat(article(index, "2")).extracting(Article::title).isEqualTo("قمة معدلة");
    assertSound(index, 3);
  }

  /** Every batch of the run holds records whose ids other batches hold too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void ofSeveralRecordsWithOneIdTheFirstIsKept(int threads) throws IOException {
    int ids = 50;
    String[] records =
        IntStream.range(0, 1000)
            .mapToObj(i -> record("id" + i % ids, "القمة رقم " + (i < ids ? 0 : i)))
            .toArray(String[]::new);
    Path source = source("twice.jsonl", records);
    NewsIndex index = newIndex();

    IndexSummary summary =
        run(index, CorpusRunOptions.defaults().withThreads(threads), List.of(source));

    assertThat(summary.added()).isEqualTo(ids);
    assertThat(summary.rejected()).isEqualTo(1000 - ids);
    assertThat(rejections.stream().map(r -> r.origin().line()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(ids + 1, 1000).mapToObj(Long::valueOf).toList());
    assertThat(rejections)
        .allSatisfy(
            r -> {
              assertThat(r.origin().file()).isEqualTo(source.toString());
              assertThat(r.reason()).contains("has the id id").contains("it was kept");
            });
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(searcher.search(SearchRequest.of("title:\"القمة رقم 0\"")).total()).isEqualTo(ids);
    }
    assertSound(index, ids);
  }

  @Test
  void aRecordThatComesTwiceUnchangedIsOneArticle() throws IOException {
    NewsIndex index = newIndex();
    String record = record("1", "قمة");

    IndexSummary summary = run(index, source("a.jsonl", record, record, record));

    assertThat(List.of(summary.added(), summary.unchanged(), summary.rejected()))
        .containsExactly(1L, 2L, 0L);
    assertSound(index, 1);
  }

  @Test
  void whatWasRejectedDoesNotStopTheRun() throws IOException {
    NewsIndex index = newIndex();

    IndexSummary summary = run(index, Testdata.FOLDER.resolve("broken"));

    assertThat(summary.added()).isBetween(8L, 9L); // 3, 4 and one or two
    assertThat(summary.rejected()).isEqualTo(rejections.size()).isPositive();
    assertThat(rejections).allSatisfy(r -> assertThat(r.reason()).isNotBlank());
    assertSound(index, summary.added());
  }

  @Test
  void commitsOnTheWayLeaveASoundIndex() throws IOException {
    NewsIndex index = newIndex();

    IndexSummary summary =
        run(index, new CorpusRunOptions(2, Duration.ofNanos(1)), Testdata.SOURCES);

    assertThat(summary.added()).isEqualTo(Testdata.size());
    assertSound(index, Testdata.size());
  }

  @Test
  void aSinkOfRejectionsThatFailsEndsTheRunAndKeepsTheIndex() throws IOException {
    NewsIndex index = newIndex();
    run(index, source("a.jsonl", record("1", "قمة")));
    Path bad = source("b.jsonl", record("2", "قمة"), "{", record("3", "قمة"));

    try (NewsWriter writer = index.writer()) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  writer.addAll(
                      Corpus.of(List.of(bad), ReadOptions.defaults()),
                      CorpusRunOptions.defaults(),
                      rejected -> {
                        throw new IllegalStateException("the disk of rejects is full");
                      }))
          .withMessage("the disk of rejects is full");
    }

    assertSound(index, 1);
  }

  @Test
  void nothingIsVisibleBeforeTheCommitNorLeftWithoutIt() {
    NewsIndex index = newIndex();
    Article one = Article.of("1", "قمة", "نص");
    try (NewsWriter writer = index.writer()) {
      assertThat(writer.add(one)).isEqualTo(Outcome.ADDED);
      writer.commit();
      writer.add(Article.of("2", "قمة", "نص"));
      assertSoundWhileWritten(index, 1);
    }
    assertSound(index, 1);
    try (NewsWriter writer = index.writer()) {
      assertThat(writer.add(one)).isEqualTo(Outcome.UNCHANGED);
      assertThat(writer.add(Article.of("1", "قمة أخرى", "نص"))).isEqualTo(Outcome.UPDATED);
      assertThat(writer.delete(List.of("1", "7"))).isEqualTo(1);
    }
    assertThat(article(index, "1")).extracting(Article::title).isEqualTo("قمة");
  }

  private static void assertSoundWhileWritten(NewsIndex index, long articles) {
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(searcher.stats().articles()).isEqualTo(articles);
    }
  }

  @Test
  void anOpenSearcherKeepsWhatItSaw() {
    NewsIndex index = newIndex();
    try (NewsWriter writer = index.writer()) {
      writer.add(Article.of("1", "قمة", "نص"));
      writer.commit();
      try (NewsSearcher before = index.searcher()) {
        writer.delete(List.of("1"));
        writer.add(Article.of("2", "قمة", "نص"));
        writer.add(Article.of("3", "قمة", "نص"));
        writer.commit();

        assertThat(before.search(SearchRequest.of("قمة")).total()).isEqualTo(1);
        try (NewsSearcher after = index.searcher()) {
          assertThat(after.search(SearchRequest.of("قمة")).total()).isEqualTo(2);
        }
      }
    }
  }

  @Test
  void aRebuildLeavesNothingOfWhatWasThere() {
    NewsIndex index = newIndex();
    try (NewsWriter writer = index.writer()) {
      writer.add(Article.of("1", "قمة", "نص"));
      writer.commit();
    }
    try (NewsWriter writer = index.rebuild()) {
      assertThat(writer.add(Article.of("2", "قمة", "نص"))).isEqualTo(Outcome.ADDED);
      assertSoundWhileWritten(index, 1);
      writer.commit();
    }
    assertThat(article(index, "1")).isNull();
    assertSound(index, 1);
  }

  @Test
  void theLastOfSeveralWritesCounts() {
    NewsIndex index = newIndex();
    Article first = Article.of("1", "قمة", "نص");
    try (NewsWriter writer = index.writer()) {
      writer.add(first);
      writer.commit();
    }
    try (NewsWriter writer = index.writer()) {
      writer.add(Article.of("1", "قمة معدلة", "نص"));
      writer.add(first);
      writer.commit();
    }
    assertThat(article(index, "1")).extracting(Article::title).isEqualTo("قمة");
  }

  @Test
  void whatIsDeletedAndAddedAgainIsThere() {
    NewsIndex index = newIndex();
    Article first = Article.of("1", "قمة", "نص");
    try (NewsWriter writer = index.writer()) {
      writer.add(first);
      writer.commit();
    }
    try (NewsWriter writer = index.writer()) {
      writer.delete(List.of("1"));
      writer.add(first);
      writer.commit();
    }
    assertThat(article(index, "1")).isNotNull();
  }
}
