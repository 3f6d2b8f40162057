package org.fihris.search;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.facet.FacetValue;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that find so many articles that the best are found after all of them. */
class ManyHitsTest {
  private static final long SEED = 11;
  private static final int ARTICLES = 12_000;
  private static final int DAYS = 40;
  private static final List<String> WORDS = List.of("بحر", "جبل", "سوق", "مطر", "شارع", "قطار");
  private static final List<FacetRequest> FACETS =
      List.of(
          FacetRequest.of(Dimension.SOURCE),
          FacetRequest.of(Dimension.DATE).withStep(DateStep.DAY).withLimit(DAYS));

  @TempDir private static Path folder;
  private static final List<Article> ALL = new ArrayList<>();
  private static NewsSearcher searcher;

  @BeforeAll
  static void open() {
    Random random = new Random(SEED);
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      for (int i = 0; i < ARTICLES; i++) {
        Article article = article(i, random);
        ALL.add(article);
        writer.add(article);
        if (i == ARTICLES / 2) {
          writer.commit();
        }
      }
      writer.commit();
    }
    searcher = index.searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  /** Three of five have the same text, so that there are many equals too. */
  private static Article article(int number, Random random) {
    List<String> words = new ArrayList<>();
    if (number % 5 < 3) {
      words.addAll(List.of("نهر", "وادي", "بحر", "جبل"));
    } else {
      for (int i = random.nextInt(6, 30); i > 0; i--) {
        words.add(WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    Article article =
        Article.of("a" + number, "خبر " + words.getLast(), String.join(" ", words))
            .withSource("جريدة " + number % 4);
    return number % 7 == 0 ? article : article.withDate(day(number % DAYS));
  }

  private static PublicationDate day(int day) {
    return new PublicationDate.Known(
        LocalDate.of(2025, 1, 1).plusDays(day),
        null,
        PublicationDate.Method.METADATA,
        PublicationDate.Precision.DAY,
        PublicationDate.Confidence.STATED,
        List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"بحر", "بحر جبل", "نهر وادي", "(بحر OR مطر) سوق"})
  void theFirstPageIsThatOfASearchWithoutFacets(String query) {
    for (int limit : new int[] {10, 50}) {
      SearchRequest request = SearchRequest.of(query).withLimit(limit);

      Hits counted = searcher.search(request.withFacets(FACETS));
      Hits plain = searcher.search(request);

      assertThat(counted.hits()).hasSize(limit).isEqualTo(plain.hits());
      assertThat(counted.next()).isEqualTo(plain.next());
      assertThat(counted.totalExact()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"بحر", "بحر جبل", "نهر وادي"})
  void thePageBehindAnotherGoesOnWhereThatEnded(String query) {
    SearchRequest request = SearchRequest.of(query).withFacets(FACETS);
    List<Hit> together = searcher.search(request.withLimit(60)).hits();

    List<Hit> paged = new ArrayList<>();
    Hits page = searcher.search(request.withLimit(20));
    paged.addAll(page.hits());
    while (paged.size() < 60) {
      page = searcher.search(request.withLimit(20).withAfter(requireNonNull(page.next())));
      paged.addAll(page.hits());
    }

    assertThat(paged).isEqualTo(together);
  }

  @ParameterizedTest
  @ValueSource(strings = {"بحر", "بحر جبل", "نهر وادي"})
  void whatIsCountedIsWhatTheArticlesHave(String query) {
    List<Article> found = ALL.stream().filter(article -> hasAll(article, query)).toList();
    assertThat(found).hasSizeGreaterThan(4_000);

    // Numbers are read from the index first, and from memory then.
    for (int time = 0; time < 3; time++) {
      Hits hits = searcher.search(SearchRequest.of(query).withFacets(FACETS));

      assertThat(hits.total()).isEqualTo(found.size());
      assertThat(counts(hits, 0))
          .isEqualTo(counted(found, article -> requireNonNull(article.source())));
      assertThat(counts(hits, 1)).isEqualTo(counted(found, ManyHitsTest::dayOf));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"بحر", "بحر جبل", "نهر وادي"})
  void storiesAreCountedAsOftenAsTheirArticlesHaveAValue(String query) {
    SearchRequest request = SearchRequest.of(query).withReprints(Reprints.COLLAPSED);

    Hits counted = searcher.search(request.withFacets(FACETS));
    Hits plain = searcher.search(request);

    assertThat(counted.hits()).isEqualTo(plain.hits());
    assertThat(counted.stories()).isLessThanOrEqualTo(counted.total());
    long articles = ALL.stream().filter(article -> hasAll(article, query)).count();
    assertThat(counted.total()).isEqualTo(articles);
    assertThat(counts(counted, 0).values().stream().mapToLong(Long::longValue).sum())
        .isBetween(requireNonNull(counted.stories()), articles);
  }

  private static boolean hasAll(Article article, String query) {
    List<String> words = List.of((article.title() + " " + article.text()).split(" "));
    return words.containsAll(List.of(query.split(" ")));
  }

  private static String dayOf(Article article) {
    return article.date() instanceof PublicationDate.Known known
        ? known.day().toString()
        : Dimension.UNDATED;
  }

  private static Map<String, Long> counted(List<Article> found, Function<Article, String> value) {
    return found.stream().collect(groupingBy(value, counting()));
  }

  private static Map<String, Long> counts(Hits hits, int facet) {
    return hits.facets().get(facet).values().stream()
        .collect(Collectors.toMap(FacetValue::value, FacetValue::count));
  }
}
