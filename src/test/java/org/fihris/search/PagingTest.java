package org.fihris.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Order;
import org.fihris.query.Page;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Spelling;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cursors do where something is not as it was, and what recency does to an order. */
class PagingTest {
  private static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final SearchRequest SUMMIT =
      SearchRequest.of("قمة").withSnippets(SnippetOptions.NONE);

  @TempDir private static Path shared;
  private static NewsSearcher searcher;

  /** Of the tests that change it. */
  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    searcher = index(shared).searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  private static NewsIndex index(Path folder) {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      for (int i = 0; i < 60; i++) {
        writer.add(article("%02d".formatted(i), "قمة في الرياض", i % 12));
      }
      writer.commit();
    }
    return index;
  }

  /**
   * @param daysOld 0 for one without a date
   */
  private static Article article(String id, String text, int daysOld) {
    Article article = Article.of(id, "خبر", text);
    return daysOld == 0 ? article : article.withDate(known(daysOld));
  }

  private static PublicationDate known(int daysOld) {
    return new PublicationDate.Known(
        LocalDate.of(2025, 3, 1).minusDays(daysOld),
        null,
        PublicationDate.Method.METADATA,
        PublicationDate.Precision.DAY,
        PublicationDate.Confidence.STATED,
        List.of());
  }

  private static List<String> ids(Hits hits) {
    return hits.hits().stream().map(hit -> hit.article().id()).toList();
  }

  private static String next(SearchRequest request) {
    return requireNonNull(searcher.search(request).next());
  }

  @Test
  void theLastPageHasNoNext() {
    assertThat(searcher.search(SUMMIT.withLimit(60)).next()).isNull();
    assertThat(searcher.search(SUMMIT.withLimit(100)).next()).isNull();
    assertThat(searcher.search(SUMMIT.withLimit(0)).next()).isNull();
    Hits last = searcher.search(SUMMIT.withLimit(30).withAfter(next(SUMMIT.withLimit(30))));
    assertThat(last.hits()).hasSize(30);
    assertThat(last.before()).isEqualTo(30);
    assertThat(last.next()).isNull();
    assertThat(searcher.search(SUMMIT.withText("سعدانكو")).next()).isNull();
  }

  @Test
  void limitFacetsAndSnippetsMayDifferFromPageToPage() {
    String cursor = next(SUMMIT);
    Hits page =
        searcher.search(
            SUMMIT
                .withAfter(cursor)
                .withLimit(3)
                .withSnippets(SnippetOptions.USUAL)
                .withFacets(List.of(FacetRequest.of(Dimension.DATE))));
    assertThat(ids(page)).isEqualTo(ids(searcher.search(SUMMIT.withPage(10, 3))));
  }

  @Test
  void theCursorOfAnotherSearchIsRefused() {
    String cursor = next(SUMMIT);
    for (SearchRequest other :
        List.of(
            SUMMIT.withText("القمة"),
            SUMMIT.withOrder(Order.NEWEST),
            SUMMIT.withOrder(new Order.Recent(WEEK, NOW)),
            SUMMIT.withWords(Words.ANY),
            SUMMIT.withSpelling(Spelling.AS_TYPED),
            SUMMIT.withFilters(SUMMIT.filters().with(Dimension.DATE, "2025")))) {
      assertThatThrownBy(() -> searcher.search(other.withAfter(cursor)))
          .isInstanceOf(CursorException.class)
          .hasMessageContaining("another search")
          .hasMessageContaining("Begin with the first page");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ترمب", "AAAA", "AQ", "../../etc/passwd", "%00", "null"})
  void whatIsNoCursorIsRefused(String text) {
    assertThatThrownBy(() -> searcher.search(SUMMIT.withAfter(text)))
        .isInstanceOf(CursorException.class)
        .hasMessageContaining("no cursor");
  }

  @Test
  void noForgedCursorDoesAnythingElse() {
    String cursor = next(SUMMIT);
    Random random = new Random(1);
    for (Order order : List.of(Order.RELEVANCE, Order.OLDEST, Order.INDEX)) {
      SearchRequest request = SUMMIT.withOrder(order);
      byte[] genuine = Base64.getUrlDecoder().decode(next(request));
      for (int i = 0; i < 2_000; i++) {
        byte[] forged = Arrays.copyOf(genuine, genuine.length - random.nextInt(i % 7 + 1));
        for (int k = random.nextInt(4); k >= 0; k--) {
          // Every second one leaves alone what tells the search, to come further.
          int at = i % 2 == 0 ? 26 + random.nextInt(forged.length - 26) : random.nextInt(12);
          forged[at] = (byte) random.nextInt();
        }
        if (i % 3 != 0) {
          sign(forged);
        }
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
        try {
          assertThat(searcher.search(request.withAfter(text)).hits()).hasSizeLessThan(11);
        } catch (CursorException e) {
          assertThat(e).hasMessageContaining("page");
        }
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SUMMIT.withAfter(cursor.repeat(200)))
        .withMessageContaining("length of a cursor must be from 0 to " + Page.MAX_CURSOR_LENGTH);
  }

  private static void sign(byte[] forged) {
    CRC32 checksum = new CRC32();
    checksum.update(forged, 0, forged.length - 4);
    ByteBuffer.wrap(forged).putInt(forged.length - 4, (int) checksum.getValue());
  }

  @Test
  void theCursorBehindTheLongestIdIsAsShortAsAny() {
    NewsIndex index = index(folder);
    String longest = "ﷲ".repeat(Article.MAX_ID_LENGTH);
    try (NewsWriter writer = index.writer()) {
      writer.add(article(longest, "قمة", 3));
      writer.commit();
    }
    try (NewsSearcher later = index.searcher()) {
      for (Order order : List.of(Order.OLDEST, Order.NEWEST)) {
        HitWalk walk = later.walk(SUMMIT.withOrder(order));
        while (!walk.next().article().id().equals(longest)) {
          assertThat(walk.hasNext()).isTrue();
        }
        String cursor = requireNonNull(walk.cursor());
        assertThat(cursor).hasSize(83);
        assertThat(later.search(SUMMIT.withOrder(order).withAfter(cursor)).hits()).isNotEmpty();
      }
    }
  }

  @Test
  void anotherCommitGoesOnAtTheSamePlaceAndSaysSo() {
    NewsIndex index = index(folder);
    for (Order order : List.of(Order.NEWEST, Order.OLDEST)) {
      SearchRequest request = SUMMIT.withOrder(order).withLimit(25);
      List<String> whole = ids(searcher.search(request.withLimit(100)));
      String cursor = next(request);
      try (NewsWriter writer = index.writer()) {
        for (int i = 0; i < 12; i++) {
          writer.add(article("x%d-%s".formatted(i, order), "قمة", i));
        }
        writer.delete(List.of(whole.get(24))); // the very article that the cursor stands behind
        writer.commit();
        try (NewsSearcher later = index.searcher()) {
          Hits rest = later.search(request.withLimit(100).withAfter(cursor));
          assertThat(rest.warnings())
              .extracting(Warning::code)
              .containsExactly(Warning.Code.INDEX_CHANGED);
          assertThat(rest.before()).isEqualTo(25);
          assertThat(ids(rest).stream().filter(id -> id.length() == 2))
              .isEqualTo(whole.subList(25, 60));
        }
        writer.add(article(whole.get(24), "قمة في الرياض", Integer.parseInt(whole.get(24)) % 12));
        writer.commit();
      }
    }
  }

  @Test
  void theOrderOfTheIndexEndsWithItsCommit() {
    NewsIndex index = index(folder);
    SearchRequest request = SUMMIT.withOrder(Order.INDEX);
    String cursor;
    try (NewsSearcher before = index.searcher()) {
      cursor = requireNonNull(before.search(request).next());
      assertThat(before.search(request.withAfter(cursor)).warnings()).isEmpty();
    }
    try (NewsWriter writer = index.writer()) {
      writer.add(article("new", "قمة", 1));
      writer.commit();
    }
    try (NewsSearcher later = index.searcher()) {
      assertThatThrownBy(() -> later.search(request.withAfter(cursor)))
          .isInstanceOf(CursorException.class)
          .hasMessageContaining("the index has changed (commit ")
          .hasMessageContaining("Begin with the first page");
    }
  }

  @Test
  void aPageGoesOnWithTheQueryThatFoundThePageBefore() {
    NewsIndex index = index(folder);
    SearchRequest request = SearchRequest.of("قمة كسوف").withLimit(25);
    Hits first = searcher.search(request);
    assertThat(first.warnings()).extracting(Warning::code).containsExactly(Warning.Code.SOME_WORDS);
    try (NewsWriter writer = index.writer()) {
      writer.add(article("both", "قمة كسوف", 3));
      writer.commit();
    }
    try (NewsSearcher later = index.searcher()) {
      assertThat(later.search(request).total()).isOne();
      Hits second = later.search(request.withAfter(requireNonNull(first.next())));
      assertThat(second.warnings())
          .extracting(Warning::code)
          .contains(Warning.Code.SOME_WORDS, Warning.Code.INDEX_CHANGED);
      assertThat(second.hits()).hasSize(25);
    }
  }

  @Test
  void agesAreCountedFromTheMomentOfTheFirstPage() {
    SearchRequest early = SUMMIT.withOrder(new Order.Recent(WEEK, NOW)).withLimit(25);
    SearchRequest late = SUMMIT.withOrder(new Order.Recent(WEEK, NOW.plus(WEEK))).withLimit(25);
    String cursor = next(early);
    assertThat(searcher.search(late.withAfter(cursor)).hits())
        .isEqualTo(searcher.search(early.withAfter(cursor)).hits())
        .isEqualTo(searcher.search(early.withPage(25, 25)).hits());
  }

  @Test
  void recencyDoublesThePointsOfTodayAndHalvesWithTheHalfLife() {
    for (int days : List.of(1, 7, 11)) {
      assertThat(factor(days)).isCloseTo(1 + Math.pow(2, -days / 7.0), within(1e-5));
    }
    assertThat(factor(0)).as("undated").isCloseTo(1.5, within(1e-5));
  }

  /** What the points of an article of this age are multiplied by, all else being equal. */
  private double factor(int days) {
    SearchRequest recent = SUMMIT.withLimit(100).withOrder(new Order.Recent(WEEK, NOW));
    Explanation why =
        requireNonNull(searcher.explain(recent, "%02d".formatted(days == 0 ? 12 : days)));
    double points =
        why.parts().stream().mapToDouble(p -> p.score() + p.asTyped() + p.opening()).sum();
    return why.score() / points;
  }

  @Test
  void explanationsOfARecentOrderAddUp() {
    SearchRequest request = SUMMIT.withOrder(new Order.Recent(WEEK, NOW)).withLimit(100);
    List<Hit> hits = searcher.search(request).hits();
    List<Integer> ages = new ArrayList<>();
    for (int rank = 0; rank < hits.size(); rank++) {
      Hit hit = hits.get(rank);
      Explanation why = requireNonNull(searcher.explain(request, hit.article().id()));
      Explanation.Recency recency = requireNonNull(why.recency());
      double sum =
          why.parts().stream().mapToDouble(p -> p.score() + p.asTyped() + p.opening()).sum()
              + recency.score();
      assertThat(why.rank()).isEqualTo(rank + 1);
      assertThat(why.score()).isEqualTo(hit.score());
      assertThat(sum).isCloseTo(hit.score(), within(1e-4));
      assertThat(recency.age() == null).isEqualTo(recency.share() == 0.5 && isUndated(hit));
      ages.add(recency.age() == null ? 7 : (int) recency.age().toDays());
    }
    assertThat(ages).hasSize(60).isSorted();
  }

  private static boolean isUndated(Hit hit) {
    return hit.article().date() instanceof PublicationDate.Unknown;
  }

  @Test
  void whatIsPublishedLaterIsAsFarAsWhatIsOlder() {
    SearchRequest request = SUMMIT.withOrder(new Order.Recent(WEEK, NOW.minus(WEEK)));
    Explanation later = requireNonNull(searcher.explain(request, "05"));
    Explanation older = requireNonNull(searcher.explain(request, "09"));
    assertThat(requireNonNull(later.recency()).age()).isEqualTo(Duration.ofDays(-2));
    assertThat(requireNonNull(older.recency()).age()).isEqualTo(Duration.ofDays(2));
    assertThat(later.recency().share()).isEqualTo(older.recency().share());
  }

  @Test
  void halfLivesHaveTheirRange() {
    for (Duration wrong :
        List.of(
            Duration.ZERO, Duration.ofDays(-1), Duration.ofSeconds(59), WEEK.multipliedBy(9_999))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Order.Recent(wrong, NOW));
    }
  }

  @Test
  void theOrderByDateKeepsThePointsOutOfIt() {
    SearchRequest request = SUMMIT.withOrder(Order.NEWEST);
    assertThat(searcher.search(request).hits()).allSatisfy(hit -> assertThat(hit.score()).isZero());
    Explanation why = requireNonNull(searcher.explain(request, "01"));
    assertThat(why.recency()).isNull();
    assertThat(why.rank()).isPositive();
    assertThat(why.parts()).allSatisfy(part -> assertThat(part.asTyped()).isZero());
    assertThat(why.score()).isPositive();
  }
}
