package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fihris.NewsIndex;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.Order;
import org.fihris.query.Periods;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a facet counts is what there is to see when its value is chosen: random queries under random
 * filters, every dimension and every length of period, reprints collapsed and separate.
 *
 * <p>Short in the build. For more, or on another index: {@code mvn test -Dtest=CountsAreHitsTest
 * -Dfihris.counts.tries=1000 -Dfihris.counts.seed=7 -Dfihris.counts.index=FOLDER}.
 */
class CountsAreHitsTest {
  private static final int TRIES = Integer.getInteger("fihris.counts.tries", 40);
  private static final long SEED = Long.getLong("fihris.counts.seed", 20_261_126L);
  private static final @Nullable String INDEX = System.getProperty("fihris.counts.index");

  private static final int CHECKED_VALUES = 4;
  private static final List<@Nullable String> ZONES =
      Arrays.asList(null, null, "UTC", "Asia/Riyadh", "America/New_York", "Pacific/Kiritimati");

  @TempDir private Path folder;

  private NewsSearcher searcher;
  private Random random = new Random();
  private long compared;

  @Test
  void countsAreTheHitsOfTheDrilledSearch() {
    NewsIndex index =
        INDEX == null
            ? Reprinted.index(folder.resolve("news.idx"), SEED)
            : NewsIndex.open(Path.of(INDEX));
    try (NewsSearcher opened = index.searcher()) {
      searcher = opened;
      for (int attempt = 0; attempt < TRIES; attempt++) {
        random = new Random(SEED + attempt);
        check(attempt);
      }
    }
    assertThat(compared).as("counts compared").isGreaterThan(TRIES * 10L);
    System.out.println(TRIES + " searches, " + compared + " counts compared");
  }

  private void check(int attempt) {
    SearchRequest request = request();
    List<FacetRequest> facets = facets();
    Hits hits = searcher.search(request.withFacets(facets));
    boolean relaxed = isRelaxed(hits);
    for (FacetCounts counts : hits.facets()) {
      Dimension dimension = counts.request().dimension();
      if (relaxed && request.filters().values().containsKey(dimension)) {
        continue; // docs/entities-in-search.md: the one exception
      }
      assertThat(counts.counted()).isEqualTo(hits.counted());
      List<FacetValue> values = new ArrayList<>(counts.values());
      Collections.shuffle(values, random);
      for (FacetValue value : values.subList(0, Math.min(CHECKED_VALUES, values.size()))) {
        check(request, relaxed, dimension, value, "try " + attempt + ", " + counts.request());
      }
    }
  }

  private void check(
      SearchRequest request, boolean relaxed, Dimension dimension, FacetValue value, String where) {
    Filters drilled = request.filters().without(dimension).with(dimension, value.value());
    // A facet makes the total exact.
    Hits chosen =
        searcher.search(
            request.withFilters(drilled).withFacets(List.of(FacetRequest.of(Dimension.SOURCE))));
    String what = where + ": " + value + " of " + request;
    long found = !relaxed && isRelaxed(chosen) ? 0 : hits(chosen);
    assertThat(found).as(what).isEqualTo(value.count());
    if (found > 0) {
      assertThat(chosen.hits()).as(what).hasSize((int) Math.min(found, request.page().limit()));
    }
    compared++;
  }

  private static long hits(Hits hits) {
    Long stories = hits.stories();
    assertThat(hits.totalExact()).isTrue();
    if (hits.counted() == Counted.ARTICLES) {
      assertThat(stories).isNull();
      return hits.total();
    }
    assertThat(stories).isNotNull().isLessThanOrEqualTo(hits.total());
    return stories == null ? -1 : stories;
  }

  private static boolean isRelaxed(Hits hits) {
    return hits.warnings().stream()
        .anyMatch(
            warning ->
                warning.code() == Warning.Code.SOME_WORDS
                    || warning.code() == Warning.Code.WORDS_OF_KIN);
  }

  private SearchRequest request() {
    SearchRequest request =
        SearchRequest.of(query())
            .withWords(pick(List.of(Words.values())))
            .withOrder(pick(List.of(Order.RELEVANCE, Order.NEWEST, Order.OLDEST)))
            .withPage(0, random.nextInt(30))
            .withSnippets(SnippetOptions.NONE)
            .withReprints(random.nextBoolean() ? Reprints.SEPARATE : Reprints.COLLAPSED);
    String zone = pick(ZONES);
    Filters filters = Filters.NONE.withZone(zone == null ? null : ZoneId.of(zone));
    for (int i = random.nextInt(3); i > 0; i--) {
      filters = withSome(request, filters);
    }
    if (random.nextInt(4) == 0) {
      LocalDate day = day();
      filters =
          filters
              .withDays(random.nextInt(3) == 0 ? null : day, day.plusDays(random.nextInt(200)))
              .withUndatedToo(random.nextBoolean());
    }
    return request.withFilters(filters);
  }

  /** Some words of a headline, as somebody may type them. */
  private String query() {
    List<String> words = new ArrayList<>(List.of(article().title().split("[^\\p{L}\\p{N}]+")));
    words.removeIf(String::isEmpty);
    if (words.isEmpty() || random.nextInt(6) == 0) {
      return "";
    }
    String one = pick(words);
    String other = pick(words);
    return switch (random.nextInt(6)) {
      case 0 -> one + " " + other;
      case 1 -> one + " OR " + other;
      case 2 -> one + " -" + other;
      case 3 -> "\"" + one + "\"";
      case 4 -> "title:" + one;
      default -> one;
    };
  }

  private Article article() {
    long articles = searcher.stats().articles();
    int any = random.nextInt((int) Math.min(articles, 9_000));
    SearchRequest one =
        SearchRequest.of("")
            .withOrder(Order.NEWEST)
            .withPage(any, 1)
            .withSnippets(SnippetOptions.NONE);
    Hit hit = searcher.search(one).hits().getFirst();
    return hit.article();
  }

  private LocalDate day() {
    return article().date() instanceof PublicationDate.Known known
        ? known.day()
        : LocalDate.of(2020, 1, 1);
  }

  /** One to three values of a dimension that the search has. */
  private Filters withSome(SearchRequest request, Filters filters) {
    FacetRequest facet = pick(facets()).withLimit(30);
    List<FacetValue> values =
        searcher
            .search(request.withLimit(0).withFilters(filters).withFacets(List.of(facet)))
            .facets()
            .getFirst()
            .values();
    Filters chosen = filters;
    for (int i = values.isEmpty() ? 0 : 1 + random.nextInt(3); i > 0; i--) {
      chosen = chosen.with(facet.dimension(), pick(values).value());
    }
    return chosen;
  }

  private List<FacetRequest> facets() {
    List<FacetRequest> facets = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.DATE) {
        facets.add(FacetRequest.of(dimension).withLimit(1 + random.nextInt(1000)));
      }
    }
    for (DateStep step : DateStep.values()) {
      Periods periods =
          Periods.YEARS
              .withStep(step)
              .withGaps(random.nextBoolean())
              .withWeekStart(pick(List.of(DayOfWeek.values())));
      facets.add(FacetRequest.of(Dimension.DATE).withPeriods(periods).withLimit(1000));
    }
    return facets;
  }

  private <T extends @Nullable Object> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
