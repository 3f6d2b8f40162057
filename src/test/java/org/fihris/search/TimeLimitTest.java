package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that may take no longer than a time. */
final class TimeLimitTest {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final SearchRequest REQUEST = SearchRequest.of("الرياض");

  @TempDir private Path folder;
  private NewsSearcher searcher;

  @BeforeEach
  void open() {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      for (int i = 0; i < 500; i++) {
        writer.add(Article.of("" + i, "قمة في الرياض", "عقدت القمة في الرياض " + i));
      }
      writer.commit();
    }
    searcher = index.searcher();
  }

  @AfterEach
  void close() {
    searcher.close();
  }

  @Test
  void whatIsDoneInTimeIsAsWithoutALimit() {
    Hits hits = searcher.within(LONG, () -> searcher.search(REQUEST));

    assertThat(hits.hits()).isEqualTo(searcher.search(REQUEST).hits());
  }

  @Test
  void whatIsNotEndsWithAnExceptionAndNeverWithAPartOfTheHits() {
    assertThatExceptionOfType(TimeOverException.class)
        .isThrownBy(() -> searcher.within(NONE, () -> searcher.search(REQUEST)));
    assertThatExceptionOfType(TimeOverException.class)
        .isThrownBy(
            () ->
                searcher.within(
                    NONE,
                    () ->
                        searcher.search(
                            REQUEST.withFacets(
                                java.util.List.of(FacetRequest.of(Dimension.PLACE))))));
    assertThatExceptionOfType(TimeOverException.class)
        .isThrownBy(() -> searcher.within(NONE, () -> searcher.article("1")));
  }

  @Test
  void theLimitEndsWithTheWork() {
    assertThatExceptionOfType(TimeOverException.class)
        .isThrownBy(() -> searcher.within(NONE, () -> searcher.search(REQUEST)));

    assertThat(searcher.search(REQUEST).hits()).isNotEmpty();
  }

  @Test
  void ofTwoLimitsTheNearerOneHolds() {
    assertThatExceptionOfType(TimeOverException.class)
        .isThrownBy(
            () ->
                searcher.within(NONE, () -> searcher.within(LONG, () -> searcher.search(REQUEST))));
    Hits hits =
        searcher.within(
            LONG,
            () -> {
              assertThatExceptionOfType(TimeOverException.class)
                  .isThrownBy(() -> searcher.within(NONE, () -> searcher.search(REQUEST)));
              return searcher.search(REQUEST);
            });

    assertThat(hits.hits()).isNotEmpty();
  }
}
