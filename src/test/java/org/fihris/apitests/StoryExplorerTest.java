package org.fihris.apitests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.entity.Entity;
import org.fihris.explore.Significant;
import org.fihris.explore.SignificantRequest;
import org.fihris.explore.SimilarArticle;
import org.fihris.explore.SimilarRequest;
import org.fihris.explore.Timeline;
import org.fihris.explore.TimelineRequest;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Similar articles, the course of a story and significant words, in an archive made for it. */
class StoryExplorerTest {
  private static final String QUAKE =
      "ضرب زلزال عنيف بلغت قوته سبع درجات جزيرة لومبوك في إندونيسيا صباح الأحد وأسفر عن سقوط عشرات"
          + " القتلى وانهيار مئات المنازل في القرى الجبلية، وقالت هيئة الكوارث إن فرق الإنقاذ تبحث"
          + " عن ناجين تحت الأنقاض.";
  private static final String RESCUE =
      "واصلت فرق الإنقاذ في جزيرة لومبوك بإندونيسيا البحث تحت أنقاض المنازل عن ناجين من الزلزال"
          + " العنيف، وأعلنت هيئة الكوارث ارتفاع حصيلة القتلى إلى مئة شخص.";
  private static final String OLD_QUAKE =
      "هز زلزال متوسط القوة جزيرة في إندونيسيا قبل سنوات ولم ترد أنباء عن ضحايا أو أضرار في"
          + " المنازل بحسب هيئة الكوارث.";

  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void index() {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(article("quake", "زلزال في إندونيسيا", QUAKE, "الأفق", "2018-08-05"));
      writer.add(article("reprint", "زلزال في إندونيسيا", QUAKE, "المدار", "2018-08-06"));
      writer.add(article("rescue", "البحث عن ناجين في لومبوك", RESCUE, "النيل", "2018-08-07"));
      writer.add(article("old", "هزة أرضية", OLD_QUAKE, "النيل", "2012-01-01"));
      for (int i = 0; i < 40; i++) {
        writer.add(
            article(
                "match-" + i,
                "مباراة رقم " + i,
                "فاز فريق المدينة في مباراة الجولة رقم "
                    + i
                    + " بهدف سجله اللاعب رقم "
                    + (i * 7)
                    + " أمام جمهور كبير في الملعب "
                    + i
                    + ".",
                "الأفق",
                "2018-08-0" + (1 + i % 9)));
      }
      writer.commit();
    }
    searcher = index.searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  private static Article article(String id, String title, String text, String source, String day) {
    return Article.of(id, title, text)
        .withSource(source)
        .withDate(
            new PublicationDate.Known(
                LocalDate.parse(day),
                null,
                PublicationDate.Method.METADATA,
                PublicationDate.Precision.DAY,
                PublicationDate.Confidence.STATED,
                List.of()));
  }

  private static List<SimilarArticle> similar(String id, SimilarRequest request) {
    return requireNonNull(searcher.stories().similar(id, request));
  }

  private static List<String> ids(List<SimilarArticle> similar) {
    return similar.stream().map(one -> one.article().id()).toList();
  }

  @Test
  void theFollowUpComesBeforeAnOldReportOnTheSameMatter() {
    List<SimilarArticle> similar = similar("quake", SimilarRequest.USUAL);

    assertThat(ids(similar)).startsWith("rescue", "old");
    assertThat(similar.get(0).score()).isGreaterThan(similar.get(1).score());
  }

  @Test
  void reprintsOfTheArticleAreLeftOutAndAStoryIsShownOnce() {
    assertThat(ids(similar("quake", SimilarRequest.USUAL))).doesNotContain("quake", "reprint");
    assertThat(ids(similar("rescue", SimilarRequest.USUAL)))
        .containsAnyOf("quake", "reprint")
        .doesNotContainSequence("quake", "reprint")
        .doesNotContainSequence("reprint", "quake");
    List<SimilarArticle> similar = similar("rescue", SimilarRequest.USUAL);
    assertThat(similar.stream().map(SimilarArticle::group)).doesNotHaveDuplicates();
  }

  @Test
  void theReasonsAreWordsAsTheyAreWrittenAndEntities() {
    SimilarArticle rescue = similar("quake", SimilarRequest.USUAL).getFirst();

    assertThat(rescue.words()).isNotEmpty().allMatch(word -> RESCUE.contains(word));
    assertThat(rescue.entities()).extracting(Entity::id).contains("indonesia");
  }

  @Test
  void filtersAndLimitHold() {
    Filters old = Filters.NONE.withDays(null, LocalDate.of(2013, 1, 1));

    assertThat(ids(similar("quake", SimilarRequest.USUAL.withFilters(old)))).containsExactly("old");
    assertThat(similar("quake", SimilarRequest.USUAL.withLimit(1))).hasSize(1);
    assertThatThrownBy(() -> SimilarRequest.USUAL.withLimit(SimilarRequest.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTimelineHasTheReportsByDayWithTheirReprints() {
    Timeline timeline =
        requireNonNull(searcher.stories().timeline("rescue", TimelineRequest.USUAL));

    assertThat(timeline.days())
        .extracting(Timeline.Day::day)
        .containsExactly(LocalDate.of(2018, 8, 5), LocalDate.of(2018, 8, 7));
    Timeline.Report first = timeline.days().getFirst().reports().getFirst();
    assertThat(first.article().id()).isEqualTo("quake");
    assertThat(first.reprints())
        .containsExactly(new Timeline.Reprint("reprint", "المدار", LocalDate.of(2018, 8, 6)));
    assertThat(timeline.days().getLast().reports().getFirst().likeness()).isEqualTo(1);
    assertThat(timeline.outlets())
        .extracting(Timeline.Outlet::source)
        .containsExactly("الأفق", "المدار", "النيل");
  }

  @Test
  void daysAndLikenessBoundATimeline() {
    TimelineRequest sameDay = TimelineRequest.USUAL.withDays(0);
    assertThat(requireNonNull(searcher.stories().timeline("rescue", sameDay)).days()).hasSize(1);

    TimelineRequest years = TimelineRequest.USUAL.withDays(3_000).withLeastLikeness(0.05);
    List<String> ids = new ArrayList<>();
    requireNonNull(searcher.stories().timeline("quake", years))
        .days()
        .forEach(day -> day.reports().forEach(report -> ids.add(report.article().id())));
    assertThat(ids).startsWith("old", "quake");
  }

  @Test
  void anUnknownIdGivesNull() {
    assertThat(searcher.stories().similar("none", SimilarRequest.USUAL)).isNull();
    assertThat(searcher.stories().timeline("none", TimelineRequest.USUAL)).isNull();
  }

  private static Significant significant(String query, SignificantRequest request) {
    return searcher.significant(SearchRequest.of(query), request, new ArrayList<>());
  }

  @Test
  void significantWordsAreWrittenFormsThatWereNotAskedFor() {
    Significant significant =
        significant("زلزال", SignificantRequest.USUAL.withMinStories(2).withLimit(50));

    assertThat(significant.articles()).isEqualTo(4);
    assertThat(significant.words())
        .extracting(Significant.SignificantWord::text)
        .contains("القتلى")
        .doesNotContain("زلزال", "الزلزال", "في", "عن", "فريق");
    assertThat(significant.words()).allMatch(word -> word.lift() > 1);
    assertThat(significant.entities())
        .extracting(found -> found.entity().id())
        .contains("indonesia");
  }

  @Test
  void aSampleOfManyHitsIsReadAndEvenlySpread() {
    Significant sampled = significant("مباراة", SignificantRequest.USUAL.withSample(10));

    assertThat(sampled.articles()).isEqualTo(40);
    assertThat(sampled.sampled()).isEqualTo(10);
    assertThat(significant("لا-شيء-كهذا", SignificantRequest.USUAL).words()).isEmpty();
  }
}
