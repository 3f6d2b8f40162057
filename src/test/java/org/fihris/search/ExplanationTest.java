package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fihris.analysis.MatchLevel;
import org.fihris.apitests.Testdata;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.fihris.search.Explanation.Form;
import org.fihris.search.Explanation.Outcome;
import org.fihris.search.Explanation.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An explanation adds up to the score, and names what stands in the article. */
class ExplanationTest {
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

  static Stream<SearchRequest> requests() throws IOException {
    Stream<String> texts =
        Stream.concat(
            Testdata.queries().stream().map(Testdata.KnownItem::query),
            Stream.of(
                "ترمب ترمب روسيا",
                "\"وقف إطلاق النار\" غزة",
                "=روسيا OR زلزال",
                "person:ترامب محادثات",
                "title:(زلزال OR مفاوضات) -رياضة",
                "غزة الفضاء زلزال",
                "زلز* OR محادث*",
                "روسيا~ OR غزّه~2",
                "(زلزال OR مفاوضات OR غزة) NEAR/40 (في OR من)",
                "date:2025 محادثات",
                "date:undated OR زلزال",
                "محادثات source:البلاد"));
    return texts
        .map(SearchRequest::of)
        .flatMap(request -> Stream.of(request, request.withSyntax(Syntax.PLAIN)))
        .map(request -> request.withLimit(100));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void thePartsAddUpToTheScoreOfEveryHit(SearchRequest request) {
    int rank = 0;
    for (Hit hit : searcher.search(request).hits()) {
      Explanation explanation = explain(request, hit.article().id());
      assertThat(explanation.outcome()).isEqualTo(Outcome.HIT);
      assertThat(explanation.rank()).isEqualTo(++rank);
      assertThat(explanation.score()).isEqualTo(hit.score());
      double sum =
          explanation.parts().stream()
              .mapToDouble(part -> part.score() + part.asTyped() + part.opening())
              .sum();
      assertThat(sum).as(request.text()).isCloseTo(hit.score(), within(1e-4));
      for (Part part : explanation.parts()) {
        assertThat(part.forms()).allSatisfy(form -> assertStands(hit, form));
      }
    }
  }

  private static void assertStands(Hit hit, Form form) {
    String text =
        switch (form.field()) {
          case "title" -> hit.article().title();
          case "summary" -> hit.article().summary() + "\n" + hit.article().details().subtitle();
          default -> hit.article().text();
        };
    assertThat(text).contains(form.text());
    assertThat(form.count()).isPositive();
  }

  @Test
  void everyFormIsNamedWithItsLevel() {
    Explanation explanation = explain(SearchRequest.of("ترمب"), "dt-2025-0213");
    assertThat(explanation.parts()).hasSize(1);
    assertThat(explanation.parts().getFirst().stem()).isEqualTo("ترامب");
    assertThat(explanation.parts().getFirst().forms())
        .extracting(Form::level)
        .contains(MatchLevel.SPELLING)
        .doesNotContain(MatchLevel.EXACT);
  }

  @Test
  void whatIsNoHitSaysWhichPartIsMissing() {
    Explanation explanation =
        explain(SearchRequest.of("ترمب كسوف").withWords(Words.ALL), "dt-2025-0213");
    assertThat(explanation.outcome()).isEqualTo(Outcome.NO_MATCH);
    assertThat(explanation.score()).isZero();
    assertThat(explanation.parts())
        .extracting(part -> part.score() > 0)
        .containsExactly(true, false);
  }

  @Test
  void whatTheFiltersLeaveOutIsSaidToMatch() {
    SearchRequest request =
        SearchRequest.of("ترمب").withFilters(Filters.NONE.with(Dimension.SOURCE, "المدار"));
    assertThat(explain(request, "dt-2025-0213").outcome()).isEqualTo(Outcome.FILTERED);
  }

  @Test
  void thereIsNoneOfAnArticleThatIsNotThere() {
    assertThat(searcher.explain(SearchRequest.of("ترمب"), "nothing")).isNull();
  }

  @Test
  void anExpertsQueryIsTakenAsAWhole() {
    SearchRequest request = SearchRequest.of("title:ترامب").withSyntax(Syntax.LUCENE);
    List<Hit> hits = searcher.search(request).hits();
    assertThat(hits).isNotEmpty();
    Explanation explanation = explain(request, hits.getFirst().article().id());
    assertThat(explanation.outcome()).isEqualTo(Outcome.HIT);
    assertThat(explanation.score()).isEqualTo(hits.getFirst().score());
    assertThat(explanation.parts()).isEmpty();
  }

  private static Explanation explain(SearchRequest request, String id) {
    return Objects.requireNonNull(searcher.explain(request, id));
  }
}
