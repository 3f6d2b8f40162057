package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.article.Pages.FIRST;
import static org.fihris.article.Pages.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fihris.corpus.HtmlPage;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Unknown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlExtractionTest {

  private static final Path PAGES = Path.of("testdata/html");
  private static final String TITLE = "افتتاح خط القطار السريع بين العاصمة والساحل";

  /** What stands on every page of the folder around its article, and in no body. */
  private static final List<String> AROUND =
      List.of(
          "الرئيسية",
          "منوعات",
          "شارك الموضوع",
          "تعليق",
          "الأكثر قراءة",
          "جميع الحقوق",
          "خطة لتوسيع المرفأ",
          "وفد يزور ميناء",
          "سفينة سياحية",
          "أسعار السمك",
          "طباعة",
          "إعلان ممول",
          "تسجيل المستخدمين",
          "أرشيف",
          "تصوير",
          "JavaScript");

  static List<String> expected() throws IOException {
    return Files.readAllLines(PAGES.resolve("expected.tsv"));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void pagesOfManySystems(String line) throws IOException {
    String[] row = line.split("\t");
    Article article = ofFile(row[0]);
    Known date = (Known) article.date();
    assertThat(article.title()).isEqualTo(row[1]);
    assertThat(date.day()).isEqualTo(LocalDate.parse(row[2]));
    assertThat(date.method().name().toLowerCase(Locale.ROOT)).isEqualTo(row[3]);
    assertThat(article.source()).isEqualTo(known(row[4]));
    assertThat(article.author()).isEqualTo(known(row[5]));
    assertThat(article.category()).isEqualTo(known(row[6]));
    assertThat(String.join("|", article.details().tags()))
        .isEqualTo(row[7].equals("-") ? "" : row[7]);
    assertThat(article.details().captions()).hasSize(Integer.parseInt(row[8]));
    assertThat(
            Arrays.stream(row[9].split(","))
                .map(found -> found.split("=")[0])
                .map(part -> Part.valueOf(part.toUpperCase(Locale.ROOT)))
                .map(part -> part + "=" + article.details().foundBy().get(part))
                .collect(Collectors.joining(","))
                .toLowerCase(Locale.ROOT))
        .isEqualTo(row[9]);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void bodiesAreWholeAndHoldNothingElse(String line) throws IOException {
    String[] row = line.split("\t");
    String text = ofFile(row[0]).text();
    assertThat(text)
        .contains(
            "أعلنت هيئة الموانئ في مدينة المرفأ، صباح الثلاثاء", "قال مدير الهيئة سالم الهادي");
    if (!row[0].equals("gallery.html")) {
      assertThat(text).endsWith("قبل بدء الموسم.");
    }
    if (!row[0].equals("gallery.html") && !row[0].equals("live.html")) {
      assertThat(text).contains("وأضاف أن المرحلة الثانية تبدأ الربيع المقبل.");
    }
    assertThat(AROUND).noneMatch(text::contains);
    assertThat(text).doesNotContain(row[1]);
  }

  @Test
  void aPageOfLinksIsNoArticle() throws IOException {
    Explanation made = explain(Files.readString(PAGES.resolve("front-page.html")));
    assertThat(made.made().getFirst()).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          افتتاح خط القطار السريع بين العاصمة والساحل - اليوم السابع           | known outlet
          افتتاح خط القطار السريع بين العاصمة والساحل - اقتصاد - اليوم السابع  | with its section
          CNN Arabic - افتتاح خط القطار السريع بين العاصمة والساحل             | in front
          افتتاح خط القطار السريع بين العاصمة والساحل - مرساة الخبر            | as the page names itself
          """)
  void theTitleIsWithoutTheOutlet(String title, String why) {
    String page =
        html(
            "<title>" + title + "</title><meta property=og:site_name content='مرساة الخبر'>",
            body());
    assertThat(one(page).title()).as(why).isEqualTo(TITLE);
  }

  @Test
  void aDashWithinTheHeadlineStays() {
    String title = "القطار السريع - أرقام وحقائق عن الخط الجديد";
    assertThat(one(html("<title>" + title + "</title>", body())).title()).isEqualTo(title);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          <meta property=article:published_time content=2025-03-04T10:00:00Z>              | 2025-03-04 | METADATA
          <meta name=pubdate content=2025-03-04><meta name=lastmod content=2025-03-09>     | 2025-03-04 | METADATA
          <meta name=creation_date content=2000-11-10>                                     | -          | -
          <script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2025-03-04"}</script> | 2025-03-04 | METADATA
          <script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2025-03-04",,}</script> | 2025-03-04 | METADATA
          <link rel=canonical href=https://example.org/2025/03/04/train>                   | 2025-03-04 | URL
          """)
  void theDayOutsideTheText(String head, @Nullable LocalDate day, @Nullable String method) {
    Article article = one(html("<title>" + TITLE + "</title>" + head, body()));
    if (day == null) {
      assertThat(article.date()).isInstanceOf(Unknown.class);
    } else {
      Known known = (Known) article.date();
      assertThat(known.day()).isEqualTo(day);
      assertThat(known.method()).isEqualTo(Method.valueOf(String.valueOf(method)));
    }
  }

  @Test
  void aTimeElementBelowTheHeadlineDatesAndOneInASideBarDoesNot() {
    String time = "<time datetime=2025-03-04>أمس</time>";
    String dated = "<h1>" + TITLE + "</h1><div>" + time + "</div>" + paragraphs();
    String aside = "<h1>" + TITLE + "</h1>" + paragraphs() + "<aside>" + time + "</aside>";
    assertThat(((Known) one(html("", dated)).date()).method()).isEqualTo(Method.MARKUP);
    assertThat(one(html("", aside)).date()).isInstanceOf(Unknown.class);
  }

  @Test
  void theDayOfACaptionDatesNothing() {
    String page =
        "<h1>"
            + TITLE
            + "</h1><figure><figcaption>المحطة، 4 مارس 2019</figcaption></figure>"
            + paragraphs();
    Article article = one(html("", page));
    assertThat(article.date()).isInstanceOf(Unknown.class);
    assertThat(article.details().captions())
        .containsExactly(new Details.Caption("المحطة، 4 مارس 2019", null));
  }

  @Test
  void theArchiveKnowsTheAddressAndTheDayIsNotLater() {
    HtmlPage page =
        new HtmlPage(
            Pages.ORIGIN,
            "https://www.youm7.com/story/1",
            Instant.parse("2025-03-04T10:00:00Z"),
            html("<title>" + TITLE + "</title>", body()));
    Article article = (Article) Pages.EXTRACTOR.extract(page).getFirst();
    assertThat(article.id()).isEqualTo("https://www.youm7.com/story/1");
    assertThat(article.source()).isEqualTo("اليوم السابع");
    assertThat(article.details().foundBy())
        .containsEntry(Part.URL, Provenance.ADDRESS)
        .containsEntry(Part.SOURCE, Provenance.ADDRESS);
    assertThat(((Known) article.date()).method()).isEqualTo(Method.HEADER);
  }

  @Test
  void theFrontPageIsNobodysAddress() {
    String head = "<title>" + TITLE + "</title><link rel=canonical href=https://example.org/>";
    assertThat(one(html(head, body())).url()).isNull();
  }

  @Test
  void aSiteThatDescribesItselfGivesNoSummary() {
    String head =
        "<title>"
            + TITLE
            + "</title><meta name=description content='بوابة إخبارية شاملة تتابع الأحداث'>";
    assertThat(one(html(head, body())).summary()).isNull();
  }

  @Test
  void anArticleOfManyLinksKeepsItsParagraphs() {
    String linked = FIRST.replace("القطار", "<a href=/t>القطار</a>");
    Article article =
        one(html("", "<h1>" + TITLE + "</h1><p>" + linked + "</p><p>" + SECOND + "</p>"));
    assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
  }

  @Test
  void aWrapperThatNamesASideBarIsNone() {
    Article article = one(html("", "<div class='sidebar-right no-comments'>" + body() + "</div>"));
    assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<html>",
        "<p>نص قصير</p>",
        "<script type=application/ld+json>[[[{</script>",
        "<script type=application/ld+json>{\"@graph\":[null,1,{\"@type\":7}]}</script>",
        "<meta property=og:title><time></time><link rel=canonical>",
        "An English page"
      })
  void whatIsNoArticleIsRejected(String html) {
    assertThat(explain(html).made()).singleElement().isInstanceOf(Rejected.class);
  }

  @Test
  void deepNestingIsRead() {
    String deep = "<div>".repeat(20_000) + body() + "</div>".repeat(20_000);
    assertThat(explain(html("", deep)).made()).hasSize(1);
  }

  @Test
  void everyBlockHasAFate() throws IOException {
    Explanation made = explain(Files.readString(PAGES.resolve("wordpress.html")));
    assertThat(made.lines())
        .contains(
            new LineFate("الرئيسية", 1, null, LineRule.REGION, ""),
            new LineFate("مرحلة ثانية", 1, Part.BODY, LineRule.IN_BODY, ""),
            new LineFate(
                "اقرأ أيضا: وفد يزور ميناء الصيد القديم في الجنوب",
                1,
                null,
                LineRule.READ_ALSO,
                "اقرا ايضا"));
  }

  private static String body() {
    return "<h1>" + TITLE + "</h1>" + paragraphs();
  }

  private static String paragraphs() {
    return "<p>" + FIRST + "</p><p>" + SECOND + "</p>";
  }

  private static String html(String head, String body) {
    return "<html><head>" + head + "</head><body>" + body + "</body></html>";
  }

  private static Explanation explain(String html) {
    return Pages.EXTRACTOR.explain(new HtmlPage(Pages.ORIGIN, null, null, html));
  }

  private static Article one(String html) {
    return (Article) explain(html).made().getFirst();
  }

  private static Article ofFile(String name) throws IOException {
    return one(Files.readString(PAGES.resolve(name)));
  }

  private static @Nullable String known(String cell) {
    return cell.equals("-") ? null : cell;
  }
}
