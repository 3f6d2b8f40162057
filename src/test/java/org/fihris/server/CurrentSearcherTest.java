package org.fihris.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.index.IndexException;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One searcher for all: which commit a request sees, and when a searcher is closed. */
final class CurrentSearcherTest {
  private static final Duration OFTEN = Duration.ofMillis(20);

  @TempDir private Path folder;

  private NewsIndex index() {
    return NewsIndex.open(folder.resolve("news.idx"));
  }

  private static void add(NewsIndex index, String... ids) {
    try (NewsWriter writer = index.writer()) {
      add(writer, ids);
    }
  }

  private static void add(NewsWriter writer, String... ids) {
    for (String id : ids) {
      writer.add(Article.of(id, "قمة في الرياض " + id, "عقدت القمة في الرياض"));
    }
    writer.commit();
  }

  private static CurrentSearcher open(NewsIndex index) {
    return CurrentSearcher.open(index, OFTEN, searcher -> {});
  }

  private static long total(NewsSearcher searcher) {
    return searcher.search(SearchRequest.of("الرياض")).total();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void aNewCommitIsSeenByTheNextRequestAndNotByTheOneUnderWay() throws Exception {
    NewsIndex index = index();
    add(index, "1");
    try (CurrentSearcher current = open(index)) {
      CountDownLatch began = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      CompletableFuture<Long> underWay =
          CompletableFuture.supplyAsync(
              () ->
                  current.use(
                      searcher -> {
                        began.countDown();
                        try {
                          goOn.await(1, TimeUnit.MINUTES);
                        } catch (InterruptedException e) {
                          throw new AssertionError(e);
                        }
                        return total(searcher);
                      }));
      began.await(1, TimeUnit.MINUTES);
      add(index, "2");
      await(() -> current.use(CurrentSearcherTest::total) == 2);
      goOn.countDown();

      assertThat(underWay.get(1, TimeUnit.MINUTES)).isEqualTo(1);
    }
  }

  @Test
  void aSearcherIsClosedWhenThereIsANewerOneThatNobodyNeedsItFor() throws Exception {
    NewsIndex index = index();
    add(index, "1");
    try (CurrentSearcher current = open(index)) {
      NewsSearcher first = current.use(searcher -> searcher);
      add(index, "2");
      await(() -> current.use(searcher -> searcher != first));

      assertThatExceptionOfType(AlreadyClosedException.class).isThrownBy(() -> total(first));
    }
  }

  @Test
  void anIndexThatWasBuiltAnewIsSeen() throws Exception {
    NewsIndex index = index();
    add(index, "1", "2");
    try (CurrentSearcher current = open(index)) {
      try (NewsWriter writer = index.rebuild()) {
        add(writer, "3");
      }
      await(() -> current.use(CurrentSearcherTest::total) == 1);

      assertThat(current.<Object>use(searcher -> searcher.article("1"))).isNull();
    }
  }

  @Test
  void anIndexThatIsRemovedAndMadeAgainIsSeenAndTheOldOneServesMeanwhile() throws Exception {
    NewsIndex index = index();
    add(index, "1", "2");
    try (CurrentSearcher current = open(index)) {
      try (var files = Files.list(index.path())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
      await(() -> current.problem() != null);
      assertThat(current.use(CurrentSearcherTest::total)).isEqualTo(2);

      add(index, "3");
      await(() -> current.use(CurrentSearcherTest::total) == 1);
      await(() -> current.problem() == null);
    }
  }

  @Test
  void correctionsAndCompletionsAreSeenToo() throws Exception {
    NewsIndex index = index();
    add(index, "1");
    try (CurrentSearcher current = open(index)) {
      NewsSearcher first = current.use(searcher -> searcher);
      index.corrections().add(List.of(new org.fihris.entity.EntityEdit.Hide("riyadh")));
      await(() -> current.use(searcher -> searcher != first));
      NewsSearcher second = current.use(searcher -> searcher);
      index.buildSuggestions();
      await(() -> current.use(searcher -> searcher != second));

      assertThat(current.use(NewsSearcher::entityEdits).lines()).hasSize(1);
    }
  }

  @Test
  void aSearcherThatCannotBeWarmedIsNotUsed() throws Exception {
    NewsIndex index = index();
    add(index, "1");
    try (CurrentSearcher current =
        CurrentSearcher.open(
            index,
            OFTEN,
            searcher -> {
              throw new IllegalStateException("cold");
            })) {
      add(index, "2");
      await(() -> "cold".equals(current.problem()));

      assertThat(current.use(CurrentSearcherTest::total)).isEqualTo(1);
    }
  }

  @Test
  void withoutAnIndexThereIsNothingToServe() {
    assertThatThrownBy(() -> open(index())).isInstanceOf(IndexException.class);
  }
}
