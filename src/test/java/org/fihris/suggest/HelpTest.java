package org.fihris.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.query.Dimension;
import org.fihris.query.EntityUse;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.Offer.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private static final List<String> TEXTS =
      List.of(
          "الرئيس الأمريكي دونالد ترامب يلتقي الرئيس الروسي فلاديمير بوتين في قمة هلسنكي",
          "غزة تشهد هدوءا حذرا بعد وقف إطلاق النار لكن الحرب تدخل شهرها الثالث",
          "الانتخابات البرلمانية في العراق تبدأ غدا وسط إجراءات أمنية مشددة",
          "الملك عبدالله يستقبل وزير الخارجية المصري في عمان لبحث السلام",
          "كوريا الشمالية تعلن وقف التجارب النووية والولايات المتحدة ترحب",
          "مجلس الأمن الدولي يعقد جلسة طارئة حول الأزمة في اليمن");

  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void index() {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      for (int i = 0; i < TEXTS.size(); i++) {
        writer.add(Article.of("a" + i, TEXTS.get(i), TEXTS.get(i)).withSource("الأفق"));
        writer.add(Article.of("b" + i, "تقرير", TEXTS.get(i) + " حسب تقرير").withSource("الخبر"));
      }
      writer.commit();
    }
    searcher = index.searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  @ParameterizedTest
  @CsvSource({
    "الانتخبات, الانتخابات, SPELLING", // a letter left out
    "الانتخابااات, الانتخابات, SPELLING",
    "هلسنمي, هلسنكي, SPELLING", // the key beside
    "مجسل الأمن, مجلس الأمن, SPELLING", // swapped, in a query of two words
    "كورثا الشمالية, كوريا الشمالية, SPELLING",
    "طرامب, ترامب, SPELLING", // same sound
    "اطلاقالنار, إطلاق النار, SPACING",
    "الانتخا بات, الانتخابات, SPACING",
    "hgsghl, السلام, KEYBOARD",
    "ghaza, غزة, LATIN",
    "trump, ترامب, LATIN",
    "Putin, بوتين, LATIN",
    "7arb, الحرب, LATIN",
    "vladimir putin, فلاديمير بوتين, LATIN"
  })
  void whatWasMeantIsOfferedFirst(String typed, String meant, Kind kind) {
    Help help = searcher.help(SearchRequest.of(typed));
    assertThat(help.articles()).isZero();
    assertThat(help.readings())
        .isNotEmpty()
        .allSatisfy(offer -> assertThat(offer.articles()).isPositive());
    Offer first = help.readings().getFirst();
    assertThat(stems(first)).isEqualTo(stems(meant));
    assertThat(first.kind()).isEqualTo(kind);
    assertThat(searcher.search(first.request()).total()).isEqualTo(first.articles());
  }

  private static long stems(Offer offer) {
    return offer.articles();
  }

  private static long stems(String text) {
    return searcher.search(SearchRequest.of(text)).total();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "الانتخابات",
        "هلسنكي",
        "دونالد ترامب",
        "مجلس الأمن الدولي",
        "في",
        "",
        "\"((-",
        "تقرير"
      })
  void nothingElseIsOfferedForRightWords(String typed) {
    assertThat(searcher.help(SearchRequest.of(typed)).readings()).isEmpty();
  }

  @Test
  void wordsAsArticlesWriteThemAreShown() {
    Offer offer = searcher.help(SearchRequest.of("gaza")).readings().getFirst();
    assertThat(offer.request().text()).isEqualTo("غزة");
  }

  @Test
  void signsAroundAReplacedWordStay() {
    Offer offer =
        searcher.help(SearchRequest.of("\"مجلس الأمم\" اليمن -رياضة")).readings().getFirst();
    assertThat(offer.request().text()).isEqualTo("\"مجلس الأمن\" اليمن -رياضة");
  }

  @Test
  void everyConditionThatStandsInTheWayIsCounted() {
    SearchRequest request =
        SearchRequest.of("ترامب")
            .withFilters(
                Filters.NONE
                    .withDays(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 2))
                    .with(Dimension.SOURCE, "الأفق"));
    assertThat(searcher.help(request).steps())
        .extracting(Offer::kind, Offer::articles)
        .containsExactly(tuple(Kind.ANY_DATE, 1L), tuple(Kind.WITHOUT_FILTERS, 2L));
  }

  @Test
  void wordsThatNoArticleHasTogetherAreTakenAwayOneByOne() {
    Help help = searcher.help(SearchRequest.of("ترامب اليمن"));
    assertThat(help.readings()).isEmpty();
    assertThat(help.steps())
        .extracting(Offer::kind, Offer::detail, Offer::articles)
        .containsExactly(
            tuple(Kind.WITHOUT_WORD, "ترامب", 2L),
            tuple(Kind.WITHOUT_WORD, "اليمن", 2L),
            tuple(Kind.SOME_WORDS, null, 4L));
  }

  @Test
  void aStepCanBeCarriedOut() {
    List<SearchRequest> requests =
        List.of(
            SearchRequest.of("ترمب").withSpelling(Spelling.AS_TYPED),
            SearchRequest.of("\"الأمن مجلس\""),
            SearchRequest.of("title:إجراءات -العراق"),
            SearchRequest.of("أمريكا").withEntityUse(EntityUse.WORDS_ONLY),
            SearchRequest.of("ترامب اليمن").withWords(Words.ALL));
    for (SearchRequest request : requests) {
      Help help = searcher.help(request);
      assertThat(help.steps()).as(request.text()).isNotEmpty();
      for (Offer step : help.steps()) {
        assertThat(searcher.search(step.request()).total()).isEqualTo(step.articles());
      }
    }
  }

  @Test
  void anExpertsQueryIsNotRewritten() {
    SearchRequest request = SearchRequest.of("الانتخبات").withSyntax(Syntax.LUCENE);
    assertThat(searcher.help(request).readings()).isEmpty();
  }

  @Test
  void nothingIsOfferedWhereEnoughIsFound() {
    assertThat(searcher.help(SearchRequest.of("")).isEmpty()).isTrue();
  }

  @Test
  void noTextIsAFault() {
    Random random = new Random(5);
    String signs = "ابتحخهغقكسصشءئؤو aegh37'\"-:()*=\\،\uFE8E\uD83D\u0000ñ日لا";
    for (int i = 0; i < 150; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      Help help = searcher.help(SearchRequest.of(text.toString()));
      assertThat(help.readings()).hasSizeLessThanOrEqualTo(Help.MOST_READINGS);
      assertThat(searcher.suggest(SuggestRequest.of(text.toString())).suggestions()).isEmpty();
    }
  }
}
