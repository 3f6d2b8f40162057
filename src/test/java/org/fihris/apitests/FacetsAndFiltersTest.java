package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.Order;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What facets count is what filters leave, over the articles of testdata. */
class FacetsAndFiltersTest {
  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void open() {
    searcher = Testdata.index(folder.resolve("news.idx")).searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  private static SearchRequest countOnly(String query) {
    return SearchRequest.of(query).withLimit(0).withSnippets(SnippetOptions.NONE);
  }

  private static SearchRequest all(String query) {
    return SearchRequest.of(query).withLimit(1000).withSnippets(SnippetOptions.NONE);
  }

  private static long total(SearchRequest request, Filters filters) {
    return searcher.search(request.withFilters(filters)).total();
  }

  private static FacetCounts facet(SearchRequest request, FacetRequest facet) {
    return searcher.search(request.withFacets(List.of(facet))).facets().getFirst();
  }

  /** Every dimension, the date by each of its steps. */
  private static List<FacetRequest> facets() {
    List<FacetRequest> facets = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      facets.add(FacetRequest.of(dimension).withLimit(1000));
    }
    facets.add(FacetRequest.of(Dimension.DATE).withStep(DateStep.MONTH).withLimit(1000));
    facets.add(FacetRequest.of(Dimension.DATE).withStep(DateStep.DAY).withLimit(1000));
    return facets;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "مصر", "الهلال OR القمة", "مصر -رياضة", "category:رياضة"})
  void aCountIsTheTotalUnderThatFilter(String query) {
    for (FacetRequest facet : facets()) {
      FacetCounts counts = facet(countOnly(query), facet);

      assertThat(counts.values()).as("%s of %s", facet, query).isNotEmpty();
      assertThat(counts.totalValues()).isEqualTo(counts.values().size());
      for (FacetValue value : counts.values()) {
        Filters chosen = Filters.NONE.with(facet.dimension(), value.value());
        assertThat(total(countOnly(query), chosen)).as("%s", value).isEqualTo(value.count());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void theOtherValuesOfAChosenDimensionKeepTheirCounts(Dimension dimension) {
    FacetRequest facet = FacetRequest.of(dimension).withLimit(1000);
    List<FacetValue> free = facet(countOnly("مصر"), facet).values();
    Filters chosen = Filters.NONE.with(dimension, free.getFirst().value());

    FacetCounts beside = facet(countOnly("مصر").withFilters(chosen), facet);

    assertThat(beside.values())
        .extracting(FacetValue::value, FacetValue::label, FacetValue::count)
        .isEqualTo(
            free.stream()
                .map(v -> org.assertj.core.groups.Tuple.tuple(v.value(), v.label(), v.count()))
                .toList());
    assertThat(beside.values().stream().filter(FacetValue::chosen).map(FacetValue::value))
        .containsExactly(free.getFirst().value());
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void theOtherDimensionsCountWhatIsLeft(Dimension dimension) {
    FacetValue value = facet(countOnly(""), FacetRequest.of(dimension)).values().getFirst();
    Filters chosen = Filters.NONE.with(dimension, value.value());
    for (Dimension other : Dimension.values()) {
      if (other != dimension) {
        FacetRequest facet = FacetRequest.of(other).withLimit(1000);
        for (FacetValue left : facet(countOnly("").withFilters(chosen), facet).values()) {
          assertThat(total(countOnly(""), chosen.with(other, left.value())))
              .as("%s and %s", value, left)
              .isEqualTo(left.count());
        }
      }
    }
  }

  @Test
  void severalValuesOfOneDimensionAreAlternatives() {
    List<FacetValue> sources = facet(countOnly(""), FacetRequest.of(Dimension.SOURCE)).values();
    FacetValue first = sources.get(0);
    FacetValue second = sources.get(1);

    Filters both =
        Filters.NONE.with(Dimension.SOURCE, first.value()).with(Dimension.SOURCE, second.value());

    assertThat(total(countOnly(""), both)).isEqualTo(first.count() + second.count());
  }

  @Test
  void daysCountAsTheDateFacetDoes() {
    FacetRequest byMonth = FacetRequest.of(Dimension.DATE).withStep(DateStep.MONTH).withLimit(1000);
    for (FacetValue month : facet(countOnly(""), byMonth).values()) {
      if (!month.value().equals(Dimension.UNDATED)) {
        YearMonth days = YearMonth.parse(month.value());
        assertThat(total(countOnly(""), Filters.NONE.withDays(days.atDay(1), days.atEndOfMonth())))
            .as("%s", month)
            .isEqualTo(month.count());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "2024-04"})
  void partsOfAPeriodAddUpToIt(String period) {
    DateStep step = period.length() == 4 ? DateStep.MONTH : DateStep.DAY;
    FacetRequest parts =
        FacetRequest.of(Dimension.DATE).withStep(step).withWithin(period).withLimit(1000);

    List<FacetValue> values = facet(countOnly(""), parts).values();

    assertThat(values).allSatisfy(v -> assertThat(v.value()).startsWith(period + "-"));
    assertThat(values.stream().mapToLong(FacetValue::count).sum())
        .isPositive()
        .isEqualTo(total(countOnly(""), Filters.NONE.with(Dimension.DATE, period)));
  }

  @Test
  void everyArticleIsInAYearOrUndated() throws IOException {
    List<FacetValue> years =
        facet(countOnly(""), FacetRequest.of(Dimension.DATE).withLimit(1000)).values();
    long undated =
        articles(all("")).stream().filter(a -> a.date() instanceof PublicationDate.Unknown).count();

    assertThat(years.stream().mapToLong(FacetValue::count).sum()).isEqualTo(Testdata.size());
    assertThat(years.getLast().value()).isEqualTo(Dimension.UNDATED);
    assertThat(years.getLast().count()).isPositive().isEqualTo(undated);
    assertThat(searcher.stats().undated()).isEqualTo(undated);
    assertThat(searcher.stats().articles()).isEqualTo(Testdata.size());
  }

  @Test
  void theUndatedPassLimitsOfDaysOnlyWhenAsked() {
    Filters days = Filters.NONE.withDays(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    long dated = total(countOnly(""), days);
    long undated = searcher.stats().undated();

    assertThat(total(countOnly(""), days.withUndatedToo(true))).isEqualTo(dated + undated);
    assertThat(articles(all("").withFilters(days)))
        .hasSize((int) dated)
        .allSatisfy(a -> assertThat(a.date()).isInstanceOf(PublicationDate.Known.class));
  }

  /** Spellings of one word or name find the same articles. */
  @ParameterizedTest
  @CsvSource({
    "ترمب, ترامب",
    "person:ترمب, person:ترامب",
    "person:ترمب, person:\"دونالد ترامب\"",
    "الاسكندرية, الإسكندريه",
    "القاهره, القاهرة",
    "السيسى, السيسي",
    "الأميركي, الامريكي",
    "place:مصر, place:egypt"
  })
  void spellingsFindTheSame(String one, String other) {
    Set<String> found = ids(one);

    assertThat(found).isNotEmpty().isEqualTo(ids(other));
  }

  @ParameterizedTest
  @EnumSource(
      value = Order.Fixed.class,
      names = {"NEWEST", "OLDEST"})
  void hitsAreInTheOrderOfTheirDatesAndTheUndatedLast(Order order) {
    List<Article> articles = articles(all("").withOrder(order));
    List<LocalDate> dated = new ArrayList<>();
    int undated = 0;
    for (Article article : articles) {
      switch (article.date()) {
        case PublicationDate.Known known -> {
          assertThat(undated).as("undated before " + article.id()).isZero();
          dated.add(known.day());
        }
        case PublicationDate.Unknown unknown -> undated++;
      }
    }

    Comparator<LocalDate> byDay = Comparator.naturalOrder();
    assertThat(dated)
        .isSortedAccordingTo(order == Order.NEWEST ? byDay.reversed() : byDay)
        .hasSizeGreaterThan(50);
    assertThat(undated).isPositive();
  }

  @Test
  void pagesCoverAllHitsOnce() {
    for (Order order : Order.Fixed.values()) {
      List<String> whole = articles(all("").withOrder(order)).stream().map(Article::id).toList();
      List<String> pages = new ArrayList<>();
      for (int offset = 0; offset < whole.size(); offset += 7) {
        articles(all("").withOrder(order).withPage(offset, 7))
            .forEach(article -> pages.add(article.id()));
      }
      assertThat(pages).as("%s", order).isEqualTo(whole);
    }
  }

  @Test
  void totalsDoNotDependOnWhatElseIsAsked() {
    for (String query : List.of("", "مصر", "في", "ظظغغ", "الهلال القمة")) {
      Hits bare = searcher.search(SearchRequest.of(query));
      Hits more =
          searcher.search(
              SearchRequest.of(query).withFacets(facets()).withOrder(Order.OLDEST).withLimit(3));
      assertThat(more.total()).as(query).isEqualTo(bare.total());
      assertThat(bare.totalExact() && more.totalExact()).isTrue();
    }
  }

  private static List<Article> articles(SearchRequest request) {
    return searcher.search(request).hits().stream().map(Hit::article).toList();
  }

  private static Set<String> ids(String query) {
    return articles(all(query)).stream().map(Article::id).collect(Collectors.toSet());
  }
}
