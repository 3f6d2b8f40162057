package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.article.Details;
import org.fihris.date.PublicationDate;
import org.fihris.facet.Counted;
import org.fihris.query.Order;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Words;
import org.fihris.search.Coverage;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.fihris.search.Reprint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One hit for each story: nothing lost, nothing shown twice, the right one in front. */
class CollapsedStoriesTest {
  private static final String TEXT =
      "أعلنت الوزارة اليوم أن المؤتمر السنوي للمياه سيعقد في العاصمة بمشاركة خبراء من عشرين دولة"
          + " لمناقشة مشروعات الري الحديث وتحلية مياه البحر وسبل مواجهة الجفاف في السنوات المقبلة"
          + " وقال المتحدث إن الدعوات وجهت إلى منظمات دولية وإن الجلسات ستكون مفتوحة للصحافة";

  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void open() {
    searcher = Reprinted.index(folder.resolve("news.idx"), 11).searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  private static SearchRequest all(String query) {
    return SearchRequest.of(query)
        .withWords(Words.ALL)
        .withLimit(1000)
        .withSnippets(SnippetOptions.NONE);
  }

  private static SearchRequest collapsed(String query) {
    return all(query).withReprints(new Reprints.Collapsed(Reprints.MAX_LISTED));
  }

  private static Map<String, List<Hit>> byStory(List<Hit> hits) {
    return hits.stream()
        .collect(Collectors.groupingBy(Hit::group, LinkedHashMap::new, Collectors.toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "مصر", "في OR من", "وزير", "خبر", "ظظغغ"})
  void everyStoryIsOneHitAndEveryArticleIsCounted(String query) {
    for (Order order : List.of(Order.RELEVANCE, Order.NEWEST, Order.OLDEST)) {
      Map<String, List<Hit>> stories = byStory(searcher.search(all(query).withOrder(order)).hits());

      Hits hits = searcher.search(collapsed(query).withOrder(order));

      assertThat(hits.counted()).isEqualTo(Counted.STORIES);
      assertThat(hits.stories()).isEqualTo(stories.size());
      assertThat(hits.total()).isEqualTo(stories.values().stream().mapToInt(List::size).sum());
      assertThat(hits.hits().stream().map(Hit::group).toList())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(stories.keySet());
      for (Hit hit : hits.hits()) {
        Coverage coverage = Objects.requireNonNull(hit.coverage());
        Set<String> printed =
            Objects.requireNonNull(stories.get(hit.group())).stream()
                .map(one -> one.article().id())
                .collect(Collectors.toSet());
        Set<String> told = new HashSet<>(Set.of(hit.article().id()));
        coverage.reprints().forEach(reprint -> told.add(reprint.id()));
        assertThat(told).isEqualTo(printed);
        assertThat(coverage.articles()).isEqualTo(printed.size());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "وزير"})
  void byDateTheFirstOfItsStoryStandsForItInTheSameOrder(String query) {
    for (Order order : List.of(Order.NEWEST, Order.OLDEST)) {
      List<String> firsts =
          byStory(searcher.search(all(query).withOrder(order)).hits()).values().stream()
              .map(story -> story.getFirst().article().id())
              .toList();

      List<Hit> hits = searcher.search(collapsed(query).withOrder(order)).hits();

      assertThat(hits.stream().map(hit -> hit.article().id()).toList()).isEqualTo(firsts);
    }
  }

  @Test
  void pagesShowEveryStoryOnce() {
    for (String query : List.of("", "مصر", "في OR من")) {
      for (Order order : List.of(Order.RELEVANCE, Order.NEWEST, Order.OLDEST)) {
        SearchRequest request = collapsed(query).withOrder(order);
        List<String> whole =
            searcher.search(request).hits().stream().map(hit -> hit.article().id()).toList();
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < whole.size(); offset += 7) {
          searcher
              .search(request.withPage(offset, 7))
              .hits()
              .forEach(hit -> pages.add(hit.article().id()));
        }
        assertThat(pages).as("%s by %s", query, order).isEqualTo(whole);
      }
    }
  }

  @Test
  void separateArticlesHaveNoCoverageAndStoriesAreNotCounted() {
    Hits hits = searcher.search(all(""));

    assertThat(hits.counted()).isEqualTo(Counted.ARTICLES);
    assertThat(hits.stories()).isNull();
    assertThat(hits.hits()).allSatisfy(hit -> assertThat(hit.coverage()).isNull());
  }

  @Test
  void asManyReprintsAreListedAsAreAskedFor() {
    Coverage most =
        searcher.search(collapsed("")).hits().stream()
            .map(hit -> Objects.requireNonNull(hit.coverage()))
            .max(Comparator.comparingInt(Coverage::articles))
            .orElseThrow();
    assertThat(most.articles()).isGreaterThan(2);

    for (int listed : List.of(0, 1)) {
      assertThat(searcher.search(collapsed("").withReprints(new Reprints.Collapsed(listed))).hits())
          .allSatisfy(
              hit ->
                  assertThat(Objects.requireNonNull(hit.coverage()).reprints())
                      .hasSizeLessThanOrEqualTo(listed));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reprints.Collapsed(Reprints.MAX_LISTED + 1))
        .withMessageContaining("from 0 to 100");
  }

  private static Article print(String id, String source, String time, String... agencies) {
    OffsetDateTime moment = OffsetDateTime.parse(time);
    Article article = Article.of(id, "مؤتمر المياه", TEXT);
    return new Article(
        id,
        null,
        article.title(),
        null,
        article.text(),
        new PublicationDate.Known(moment.toLocalDate(), moment, PublicationDate.Method.METADATA),
        source.isEmpty() ? null : source,
        null,
        null,
        null,
        new Details(null, List.of(), List.of(), List.of(agencies), Map.of()),
        List.of());
  }

  @Test
  void whoPrintedAStoryIsTold(@TempDir Path other) {
    NewsIndex index = NewsIndex.open(other.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(print("late", "المرصد", "2025-02-13T18:00:00+03:00", "رويترز"));
      writer.add(print("early", "الأفق", "2025-02-13T08:00:00+03:00", "رويترز"));
      writer.add(print("own", "صحيفة المدينة", "2025-02-13T12:00:00+03:00"));
      writer.add(print("again", "الافق", "2025-02-13T13:00:00+03:00"));
      writer.add(print("nobody", "", "2025-02-13T14:00:00+03:00"));
      writer.commit();
    }
    try (NewsSearcher opened = index.searcher()) {
      Hit hit = opened.search(collapsed("المياه")).hits().getFirst();
      Coverage coverage = Objects.requireNonNull(hit.coverage());

      assertThat(hit.article().id()).as("of equal ones the earliest").isEqualTo("early");
      assertThat(coverage.articles()).isEqualTo(5);
      assertThat(coverage.outlets()).as("two spellings are one outlet").isEqualTo(3);
      assertThat(coverage.independentSources())
          .as("the agency, the town's paper, and the outlet that once names nobody")
          .isEqualTo(3);
      assertThat(coverage.reprints().stream().map(Reprint::id))
          .containsExactly("own", "again", "nobody", "late");
      assertThat(coverage.reprints().getFirst())
          .isEqualTo(
              new Reprint(
                  "own",
                  "مؤتمر المياه",
                  "صحيفة المدينة",
                  new PublicationDate.Known(
                      LocalDate.of(2025, 2, 13),
                      OffsetDateTime.parse("2025-02-13T12:00:00+03:00"),
                      PublicationDate.Method.METADATA)));
      assertThat(newest(opened)).isEqualTo("late");
    }
  }

  private static String newest(NewsSearcher opened) {
    return opened
        .search(collapsed("المياه").withOrder(Order.NEWEST))
        .hits()
        .getFirst()
        .article()
        .id();
  }
}
