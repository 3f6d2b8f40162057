package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.analysis.MatchLevel;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nearness, wildcards, words with other letters, days: what they find, mark and explain. */
class QueryLanguageTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 2, 13);

  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void index() {
    NewsIndex index = NewsIndex.open(folder.resolve("idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(dated("near", "خبر", "ضرب زلزالٌ عنيف شمال سوريا أمس.", "2025-02-12"));
      writer.add(
          dated(
              "far",
              "زلازل",
              "زلزال وقع في بلد بعيد جدا عن كل ما نعرفه من بلاد، ثم ذكر الخبر سوريا.",
              "2025-02-13"));
      writer.add(dated("back", "خبر", "في سوريا حدث والزلزالُ قوي.", "2025-01-31"));
      writer.add(dated("title", "زلزال سوريا", "تفاصيل لاحقا.", "2024-12-31"));
      writer.add(Article.of("undated", "اسم", "أكّد المتحدّث أن الإستقلال قريب وللزلزلة أثر."));
      writer.commit();
    }
    searcher = index.searcher();
  }

  private static Article dated(String id, String title, String text, String day) {
    return Article.of(id, title, text)
        .withDate(
            new PublicationDate.Known(LocalDate.parse(day), null, PublicationDate.Method.METADATA));
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          زلزال NEAR/2 سوريا                | back near title
          زلزال NEAR/1 سوريا                | back title
          زلزال ONEAR/2 سوريا               | near title
          سوريا يليه/١ زلزال                 | back
          "شمال سوريا" NEAR/1 زلزال         | near
          "شمال سوريا" NEAR/0 زلزال         | -
          "شمال سوريا" NEAR/0 =عنيف         | near
          في NEAR/0 سوريا                   | back
          (هزة OR زلزال) NEAR/2 سور*        | back near title
          زلزال NEAR/2 سوريا NEAR/0 أمس     | near
          زلزال NEAR/0 زلزال                | -
          title:(زلزال NEAR/0 سوريا)        | title
          -(زلزال NEAR/2 سوريا) خبر         | far
          زلز*                              | back far near title undated
          زلا*                              | far
          زل?ال                             | back far near title
          استقل*                            | undated
          *ستقلا*                           | undated
          المتح*                            | undated
          title:زل*                         | far title
          زلزول~                            | back far near title
          زلزوال~1                          | back far near title
          سورية~                            | back far near title
          مزلزال~1                          | -
          سوورييا~                          | back far near title
          date:أمس                          | near
          date:اليوم OR date:أمس            | far near
          date:2025-02                      | far near
          date:2025                         | back far near
          date:<2025-01-31                  | title
          date:2024-12-31..2025-01          | back title
          date:undated                      | undated
          زلزال -date:2025                  | title
          date:"الأسبوع الماضي"             | -
          """)
  void finds(String query, String ids) {
    assertThat(ids(request(query))).isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
  }

  private static SearchRequest request(String query) {
    SearchRequest request = SearchRequest.of(query).withWords(Words.ALL);
    return request.withInterpretation(request.interpretation().withToday(TODAY));
  }

  private static List<String> ids(SearchRequest request) {
    return searcher.search(request).hits().stream()
        .map(hit -> hit.article().id())
        .sorted()
        .toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          زلز* id:back              | والزلزالُ LIKE
          زلز* id:undated           | وللزلزلة LIKE
          استقل* id:undated         | الإستقلال LIKE
          زلزول~ id:back            | والزلزالُ LIKE
          سوريا~ id:back            | سوريا EXACT
          زلزال NEAR/2 سور* id:back | سوريا LIKE, والزلزالُ STEM
          """)
  void marksWholeWordsWithTheirLevel(String query, String marks) {
    Stream<String> found =
        searcher
            .search(request(query).withSnippets(new SnippetOptions(5, 1000)))
            .hits()
            .getFirst()
            .snippets()
            .stream()
            .filter(snippet -> snippet.field().equals("body"))
            .flatMap(
                snippet ->
                    snippet.marks().stream()
                        .map(
                            mark ->
                                snippet.text().substring(mark.start(), mark.end())
                                    + " "
                                    + mark.level()));
    assertThat(String.join(", ", found.toList())).isEqualTo(marks);
  }

  @Test
  void explainsWhatWordsAPatternStandsFor() {
    Explanation explanation =
        Objects.requireNonNull(searcher.explain(request("زلز* سوريا~2 date:2025"), "back"));
    assertThat(explanation.outcome()).isEqualTo(Explanation.Outcome.HIT);
    assertThat(explanation.parts())
        .extracting(Explanation.Part::text)
        .containsExactly("زلز*", "سوريا~2", "date:2025");
    assertThat(explanation.parts().getFirst().forms())
        .extracting(Explanation.Form::text)
        .containsExactly("والزلزالُ");
    assertThat(explanation.parts().getFirst().forms().getFirst().level())
        .isEqualTo(MatchLevel.LIKE);
  }

  @Test
  void explainsThatWordsAreNotNear() {
    SearchRequest request = request("زلزال NEAR/2 سوريا");
    Explanation far = Objects.requireNonNull(searcher.explain(request, "far"));
    assertThat(far.outcome()).isEqualTo(Explanation.Outcome.NO_MATCH);
    assertThat(far.parts().getFirst().score()).isZero();
    Explanation near = Objects.requireNonNull(searcher.explain(request, "near"));
    assertThat(near.parts()).hasSize(1);
    assertThat(near.parts().getFirst().score()).isPositive();
    assertThat(near.parts().getFirst().forms()).hasSize(2);
  }

  @Test
  void theAnswerShowsTheDaysThatWereUnderstood() {
    assertThat(searcher.search(request("date:أمس خبر")).query()).isEqualTo("date:2025-02-12 خبر");
  }

  @Test
  void aWarningNamesThePartThatItMeans() {
    assertThat(searcher.search(request("زلزال date:بنفسجي")).warnings())
        .extracting(Warning::code, Warning::part)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Warning.Code.UNKNOWN_DATE, "بنفسجي"));
  }
}
