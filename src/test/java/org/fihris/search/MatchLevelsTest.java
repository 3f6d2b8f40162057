package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.analysis.MatchLevel;
import org.fihris.article.Article;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Spelling;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How near a word of an article has to be: bare words, quoted words, exact words. */
class MatchLevelsTest {
  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void index() {
    NewsIndex index = NewsIndex.open(folder.resolve("idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(
          Article.of("one", "قرار", "أعلن رئيسُ الوزراء وقف إطلاق النار من النهر إلى البحر."));
      writer.add(Article.of("two", "لقاء", "التقى برؤساء الوزارات بعد إيقاف اطلاق النيران."));
      writer.add(
          Article.of("three", "سفر", "ولرئيس الوزراء الأميركي كلمة عن ترمب في النهر والبحر."));
      writer.add(Article.of("four", "اسم", "احمد يكتب عن مدرسة."));
      writer.add(Article.of("five", "اسم", "أحمد يكتب عن مدرسه القديم."));
      writer.add(
          Article.of(
              "six", "كتب", "كتب الكاتب كتابا، وكتابه في الكتب. قال ترامب: \"ترامب\" لا ترمب."));
      writer.commit();
    }
    searcher = index.searcher();
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
          رئيس الوزراء              | one three
          "رئيس الوزراء"            | one three
          "الوزراء"                 | one three
          "وزير"                    | -
          "إطلاق النار"             | one
          "اطلاق النار"             | one
          "من النهر إلى البحر"      | one
          "في النهر إلى البحر"      | -
          "الوزراء الأمريكي"        | three
          "عن ترامب"                | three
          احمد                      | five four
          =احمد                     | four
          =أحمد                     | five
          ="أحمد يكتب"              | five
          ="احمد يكتب"              | four
          =مدرسة                    | four
          =رئيس                     | -
          =رئيسُ                     | one
          title:="قرار"             | one
          -=أحمد text:يكتب          | four six
          """)
  void finds(String query, String ids) {
    SearchRequest request = SearchRequest.of(query).withWords(Words.ALL);
    List<String> found =
        searcher.search(request).hits().stream().map(hit -> hit.article().id()).sorted().toList();
    assertThat(found).isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
  }

  @Test
  void quotedAndExactWordsAreMarked() {
    for (String query : List.of("\"من النهر إلى البحر\"", "=إطلاق", "\"اطلاق النار\"")) {
      List<Snippet> snippets =
          searcher.search(SearchRequest.of(query)).hits().getFirst().snippets();
      assertThat(snippets).as(query).anySatisfy(s -> assertThat(s.marks()).isNotEmpty());
    }
  }

  /** The marked words of the only hit of a query, each with its level. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          كتاب           | كتب STEM, كتابا STEM, الكتب STEM
          ="كتابا"       | كتابا EXACT
          "كتاب"         | -
          "كتابه"        | وكتابه EXACT
          "كتابة"        | وكتابه SURFACE
          ترمب الكاتب    | الكاتب EXACT, ترامب SPELLING, ترامب SPELLING, ترمب EXACT
          ترمب كتاب      | كتب STEM, كتابا STEM, الكتب STEM, ترامب SPELLING, ترامب SPELLING, ترمب EXACT
          """)
  void everyMarkSaysWhatItMatches(String query, String marks) {
    SearchRequest request =
        SearchRequest.of(query + " id:six").withSnippets(new SnippetOptions(5, 1000));
    List<String> found =
        searcher.search(request).hits().stream()
            .flatMap(hit -> hit.snippets().stream())
            .filter(snippet -> snippet.field().equals("body"))
            .flatMap(
                snippet ->
                    snippet.marks().stream()
                        .map(
                            mark ->
                                snippet.text().substring(mark.start(), mark.end())
                                    + " "
                                    + mark.level()))
            .toList();
    assertThat(String.join(", ", found)).isEqualTo(marks.equals("-") ? "" : marks);
  }

  @Test
  void aHitIsAsNearAsTheFurthestOfItsWords() {
    assertThat(level("ترمب id:six")).isEqualTo(MatchLevel.EXACT);
    assertThat(level("ترامب والبحر id:three")).isEqualTo(MatchLevel.SPELLING);
    assertThat(level("ترامب وزيرها id:three")).isEqualTo(MatchLevel.STEM);
    assertThat(level("نهارية")).isEqualTo(MatchLevel.KIN);
    assertThat(level("*")).isNull();
  }

  private static @Nullable MatchLevel level(String query) {
    List<Hit> hits = searcher.search(SearchRequest.of(query).withWords(Words.ALL_THEN_ANY)).hits();
    return hits.isEmpty() ? null : hits.getFirst().level();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ترمب          | six three
          ترامب         | six
          ترامبا        | six
          "عن ترمب"     | three
          "عن ترامب"    | -
          الأمريكيون    | -
          الأميركيين    | three
          رئيس          | one three two
          """)
  void aSpellingCanBeKeptAsTyped(String query, String ids) {
    SearchRequest request =
        SearchRequest.of(query).withWords(Words.ALL).withSpelling(Spelling.AS_TYPED);
    List<String> found = ids(request).stream().sorted().toList();
    assertThat(found).isEqualTo(ids.equals("-") ? List.of() : List.of(ids.split(" ")));
  }

  @Test
  void ofASpellingAsTypedNothingElseIsMarked() {
    SearchRequest request = SearchRequest.of("ترمب id:six").withSpelling(Spelling.AS_TYPED);
    Snippet snippet = searcher.search(request).hits().getFirst().snippets().getFirst();
    assertThat(snippet.marks()).hasSize(1);
    assertThat(snippet.marks().getFirst().level()).isEqualTo(MatchLevel.EXACT);
  }

  @Test
  void wordsOfKinAreExplainedAsSuch() {
    Explanation explanation = searcher.explain(SearchRequest.of("نهارية"), "one");
    assertThat(explanation).isNotNull();
    assertThat(explanation.warnings())
        .extracting(Warning::code)
        .contains(Warning.Code.WORDS_OF_KIN);
    assertThat(explanation.parts().getFirst().forms())
        .isNotEmpty()
        .extracting(Explanation.Form::level)
        .containsOnly(MatchLevel.KIN);
  }

  @Test
  void wordsOfKinAreOfferedOnlyWhereNothingNearerIsThere() {
    Hits none = searcher.search(SearchRequest.of("نهارية"));
    assertThat(none.warnings()).extracting(Warning::code).contains(Warning.Code.WORDS_OF_KIN);
    assertThat(none.hits()).extracting(hit -> hit.article().id()).contains("one", "three");
    assertThat(searcher.search(SearchRequest.of("نهارية").withWords(Words.ALL)).hits()).isEmpty();
    assertThat(searcher.search(SearchRequest.of("ظظغغ")).hits()).isEmpty();
  }

  @Test
  void theWordAsTypedComesBeforeItsOtherForms() {
    Hits hits = searcher.search(SearchRequest.of("مدرسه"));
    assertThat(hits.hits().getFirst().article().id()).isEqualTo("five");
  }

  @Test
  void thePageDoesNotDecideTheOrder() {
    SearchRequest all = SearchRequest.of("الوزراء OR يكتب OR النهر");
    List<String> whole = ids(all);
    assertThat(whole).hasSizeGreaterThan(3);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(ids(all.withPage(i, 1))).containsExactly(whole.get(i));
    }
  }

  private static List<String> ids(SearchRequest request) {
    return searcher.search(request).hits().stream().map(hit -> hit.article().id()).toList();
  }
}
