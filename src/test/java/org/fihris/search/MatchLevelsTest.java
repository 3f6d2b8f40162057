package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.query.Words;
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
          -=أحمد text:يكتب          | four
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
