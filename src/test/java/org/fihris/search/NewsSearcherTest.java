package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.index.Schema;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsSearcherTest {
  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void index() {
    NewsIndex index = NewsIndex.open(folder.resolve("idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(
          Article.of("summit", "قمة في الرياض", "عقد القادة قمة في الرياض. بحثوا أسعار النفط.")
              .withSource("الأفق")
              .withCategory("سياسة"));
      writer.add(
          Article.of("oil", "النفط يرتفع", "ارتفعت أسعار النفط بعد قرار أوبك+ خفض الإنتاج.")
              .withSource("الأُفُق")
              .withCategory("اقتصاد"));
      writer.add(
          Article.of("trump", "ترمب يزور الرياض", "وصل دونالد ترمب إلى الرياض.")
              .withSummary("زيارة هي الأولى"));
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
          الرياض                 | summit trump
          الرياض -ترامب          | summit
          قمة OR أوبك            | oil summit
          "أسعار النفط"          | oil summit
          "النفط أسعار"          | -
          title:النفط            | oil
          summary:زيارة          | trump
          text:زيارة             | -
          person:ترمب            | trump
          person:"دونالد ترامب"  | trump
          place:الرياض           | summit trump
          id:oil                 | oil
          category:سياسة         | summit
          -الرياض                | oil
          *                      | oil summit trump
          """)
  void finds(String query, String ids) {
    assertThat(ids(SearchRequest.of(query).withWords(Words.ALL)))
        .isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
  }

  @Test
  void someWordsWillDoWhereNoArticleHasAll() {
    Hits hits = searcher.search(SearchRequest.of("أوبك ترمب"));
    assertThat(hits.total()).isEqualTo(2);
    assertThat(codes(hits)).containsExactly(Warning.Code.SOME_WORDS);
    assertThat(ids(SearchRequest.of("أوبك ترمب").withWords(Words.ALL))).isEmpty();
  }

  @Test
  void stopWordsAloneFindNothingAndSaySo() {
    Hits hits = searcher.search(SearchRequest.of("في من"));
    assertThat(hits.total()).isZero();
    assertThat(codes(hits)).contains(Warning.Code.ONLY_STOP_WORDS);
  }

  @Test
  void anUnknownPersonFindsNobodyAndSaysSo() {
    Hits hits = searcher.search(SearchRequest.of("person:سعدانكو"));
    assertThat(hits.total()).isZero();
    assertThat(codes(hits)).contains(Warning.Code.UNKNOWN_NAME);
  }

  @Test
  void aFilterTakesAnyNameOfAnEntityAndAnySpellingOfASource() {
    SearchRequest all = SearchRequest.of("*");
    for (String name : List.of("donald-trump", "ترمب", "دونالد ترامب")) {
      assertThat(ids(all.withFilters(all.filters().with(Dimension.PERSON, name))))
          .containsExactly("trump");
    }
    assertThat(ids(all.withFilters(all.filters().with(Dimension.SOURCE, "الافق"))))
        .as("both spellings of the outlet")
        .containsExactly("oil", "summit");
    assertThat(ids(all.withFilters(all.filters().with(Dimension.SOURCE, Dimension.UNKNOWN))))
        .containsExactly("trump");
  }

  @Test
  void theIndexWritesTheValueThatARequestNames() {
    assertThat(Schema.UNKNOWN).isEqualTo(Dimension.UNKNOWN);
  }

  @Test
  void plainTextHasNoSyntax() {
    SearchRequest plain =
        SearchRequest.of("(الرياض -ترامب \"").withSyntax(Syntax.PLAIN).withWords(Words.ALL);
    assertThat(ids(plain)).containsExactly("trump");
    assertThat(searcher.search(plain).warnings()).isEmpty();
  }

  @Test
  void expertsMayUseLucenesSyntax() {
    SearchRequest expert = SearchRequest.of("title:نفط*").withSyntax(Syntax.LUCENE);
    assertThat(ids(expert)).containsExactly("oil");
  }

  @ParameterizedTest
  @CsvSource({"'title:[ا TO'", "'((((الرياض'", "'/(/'", "'الرياض^^'", "'\"'"})
  void whatIsNoExpertQueryIsReadInTheUsualSyntax(String text) {
    Hits hits = searcher.search(SearchRequest.of(text).withSyntax(Syntax.LUCENE));
    assertThat(codes(hits)).contains(Warning.Code.EXPERT_SYNTAX);
  }

  @Test
  void noTextThrows() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("\"()-:*?~^[]{}/\\|+!&،؛«» \n\uD83D\u200F")
            .withChars("ترمبالرياضANDORNOTtitleperson0123456789")
            .ofMaxLength(60);
    List<FacetRequest> facets = List.of(FacetRequest.of(Dimension.PERSON));
    texts
        .sampleStream()
        .limit(400)
        .forEach(
            text -> {
              for (Syntax syntax : Syntax.values()) {
                Hits hits =
                    searcher.search(SearchRequest.of(text).withSyntax(syntax).withFacets(facets));
                assertThat(hits.total()).as(text).isBetween(0L, 3L);
              }
            });
  }

  private static List<String> ids(SearchRequest request) {
    return searcher.search(request).hits().stream()
        .map(hit -> hit.article().id())
        .sorted()
        .toList();
  }

  private static List<Warning.Code> codes(Hits hits) {
    return hits.warnings().stream().map(Warning::code).toList();
  }
}
