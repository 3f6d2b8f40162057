package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fihris.article.Pages.FIRST;
import static org.fihris.article.Pages.ORIGIN;
import static org.fihris.article.Pages.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.HtmlPage;
import org.fihris.corpus.PageDump;
import org.fihris.corpus.PageRecord;
import org.fihris.corpus.RawPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedLinesTest {

  /** Six words, no phrase of any table, no sentence. */
  private static final String PROMOTION = "نشرة المرفأ الأسبوعية تصلكم كل خميس";

  private static final String NOTICE =
      "تعتذر إدارة التحرير عن نشر الرسائل التي تصل بلا اسم كاتبها وعنوانه.";

  /** What tells one page from the next. */
  private static final List<String> SUBJECTS =
      List.of("القمح", "السمك", "النحاس", "الزيتون", "القطن", "الملح", "العسل", "الجلود");

  @TempDir Path folder;

  private PageExtractor extractor(String... rows) throws IOException {
    Files.writeString(folder.resolve("repeated-lines.tsv"), String.join("\n", rows) + "\n");
    return PageExtractor.of(IndexConfig.folder(folder));
  }

  /** A page without markup or address, with a line between its two paragraphs. */
  private static PageDump dump(String source, String subject, String line) {
    return new PageDump(
        ORIGIN,
        String.join(
            "\n",
            "ارتفاع كبير في صادرات " + subject + " من الميناء الشمالي",
            "4 مارس 2018",
            paragraph(subject),
            line,
            second(subject),
            "المصدر: " + source));
  }

  private static String paragraph(String subject) {
    return "قالت هيئة الميناء الثلاثاء إن السفن حملت من " + subject + " ضعف ما حملته العام الماضي.";
  }

  /** Shorter than the first, which is then the longest line of its page. */
  private static String second(String subject) {
    return "وأضافت الهيئة أن تجار " + subject + " طلبوا أرصفة أخرى.";
  }

  private static HtmlPage html(String host, String subject, String line) {
    return new HtmlPage(
        ORIGIN,
        "https://www." + host + "/news/" + subject.hashCode(),
        null,
        "<html><body><article><h1>ارتفاع كبير في صادرات "
            + subject
            + " من الميناء</h1><p>"
            + paragraph(subject)
            + "</p><p>"
            + line
            + "</p><p>"
            + second(subject)
            + "</p></article></body></html>");
  }

  private static Article article(PageExtractor extractor, RawPage page) {
    return (Article) extractor.extract(page).getFirst();
  }

  private static List<String> repeated(int minPages, List<? extends RawPage> pages) {
    LineCounts counts = LineCounts.of(IndexConfig.packaged());
    pages.forEach(counts::add);
    RepeatedLineTexts texts = counts.repeated(minPages);
    pages.forEach(texts::add);
    return texts.lines().stream()
        .map(line -> line.outlet() + "|" + line.text() + "|" + line.pages())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          الأفق                    ; expected: outlet, tab, line
          الأفق\\tنشرة\\tالمرفأ      ; expected: outlet, tab, line
          الأفق\\t***               ; the outlet and the line need a letter or a digit each
          --\\tنشرة                 ; the outlet and the line need a letter or a digit each
          الافق\\tنشره المرفأ.      ; this outlet has the line in line 1 already; remove one
          """)
  void aFaultyRowNamesFileAndLine(String row, String problem) {
    assertThatThrownBy(() -> extractor("الأفق\tنشرة المرفأ", row.replace("\\t", "\t")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("repeated-lines.tsv:2: " + problem);
  }

  @Test
  void aLineOfTheTableIsDroppedFromThePagesOfItsOutletOnly() throws IOException {
    PageExtractor extractor = extractor("# ours", "الأفق\t" + PROMOTION);

    for (String subject : List.of("القمح", "السمك")) {
      PageDump page = dump("الأفق", subject, "• " + PROMOTION + "!");
      assertThat(article(Pages.EXTRACTOR, page).text()).contains(PROMOTION);
      Article article = article(extractor, page);
      assertThat(article.text()).doesNotContain(PROMOTION).startsWith(paragraph(subject));
      assertThat(article.text().lines()).hasSize(2);
      assertThat(article.source()).isEqualTo("الأفق");
    }
    assertThat(article(extractor, dump("الشروق", "القمح", PROMOTION)).text()).contains(PROMOTION);
  }

  @Test
  void theHostIsTheOutletOfAPageWithAddress() throws IOException {
    PageExtractor extractor = extractor("port.example\t" + PROMOTION);

    RawPage own = html("port.example", "القمح", PROMOTION);
    assertThat(article(Pages.EXTRACTOR, own).text()).contains(PROMOTION);
    assertThat(article(extractor, own).text())
        .isEqualTo(paragraph("القمح") + "\n" + second("القمح"));
    assertThat(article(extractor, html("other.example", "القمح", PROMOTION)).text())
        .contains(PROMOTION);
    PageDump dump = dump("الأفق", "القمح", PROMOTION);
    PageDump archived = new PageDump(ORIGIN, "http://port.example/1", null, dump.text());
    assertThat(article(extractor, archived).text()).doesNotContain(PROMOTION);
    assertThat(article(extractor, dump).text()).contains(PROMOTION);
  }

  @Test
  void theRuleIsTold() throws IOException {
    List<LineFate> lines =
        extractor("الأفق\t" + PROMOTION).explain(dump("الأفق", "القمح", PROMOTION)).lines();

    assertThat(lines).contains(new LineFate(PROMOTION, 1, null, LineRule.REPEATED, ""));
    assertThat(lines).filteredOn(line -> line.rule() == LineRule.REPEATED).hasSize(1);
  }

  @Test
  void titleDateAndSourceStayAndNoPageLosesItsText() throws IOException {
    PageDump page = dump("الأفق", "القمح", PROMOTION);
    Article whole = article(Pages.EXTRACTOR, page);
    List<String> rows = new ArrayList<>();
    page.text().lines().forEach(line -> rows.add("الأفق\t" + line));

    assertThat(article(extractor(rows.toArray(String[]::new)), page)).isEqualTo(whole);

    rows.removeIf(row -> row.endsWith(paragraph("القمح")));
    Article left = article(extractor(rows.toArray(String[]::new)), page);
    assertThat(left.text()).isEqualTo(paragraph("القمح"));
    assertThat(left.title()).isEqualTo(whole.title());
    assertThat(left.date()).isEqualTo(whole.date());
    assertThat(left.source()).isEqualTo(whole.source());
  }

  @Test
  void aLineRepeatsFromTheLeastNumberOfPagesOn() {
    List<PageDump> pages =
        SUBJECTS.subList(0, 3).stream().map(s -> dump("الأفق", s, PROMOTION)).toList();

    assertThat(repeated(3, pages)).containsExactly("الأفق|" + PROMOTION + "|3");
    assertThat(repeated(4, pages)).isEmpty();
    assertThat(repeated(3, List.of(pages.get(0), pages.get(1), dump("الشروق", "الملح", PROMOTION))))
        .as("pages of two outlets")
        .isEmpty();
  }

  @Test
  void reprintsCountOnce() {
    PageDump first = dump("الأفق", "القمح", PROMOTION);
    PageDump second = dump("الأفق", "السمك", PROMOTION);

    assertThat(repeated(3, List.of(first, first, second, second, first))).isEmpty();
    assertThat(repeated(2, List.of(first, first, second)))
        .containsExactly("الأفق|" + PROMOTION + "|2");
  }

  @Test
  void aSentenceRepeatsOnFourPagesAndHalfOfThem() {
    List<PageDump> pages = new ArrayList<>();
    SUBJECTS.subList(0, 3).forEach(s -> pages.add(dump("الأفق", s, NOTICE)));
    assertThat(repeated(2, pages)).as("three pages").isEmpty();

    pages.add(dump("الأفق", SUBJECTS.get(3), NOTICE));
    assertThat(repeated(3, pages)).containsExactly("الأفق|" + NOTICE + "|4");

    SUBJECTS.subList(4, 8).forEach(s -> pages.add(dump("الأفق", s, FIRST.replace("النقل", s))));
    assertThat(repeated(3, pages)).as("half").containsExactly("الأفق|" + NOTICE + "|4");

    pages.add(dump("الأفق", "الورق", SECOND));
    assertThat(repeated(3, pages)).as("less than half").isEmpty();
  }

  @Test
  void piecesOfSentencesAreNoRepetition() {
    List<PageDump> pages = new ArrayList<>();
    for (String subject : SUBJECTS.subList(0, 4)) {
      String before = "وأكد ممثل شركة " + subject + " الكبرى في لقاء مع رئيس بلدية";
      pages.add(dump("الأفق", subject, before + "\nالميناء الشمالي القديم\nبعد الجلسة."));
    }
    assertThat(article(Pages.EXTRACTOR, pages.getFirst()).text())
        .contains("الميناء الشمالي القديم");
    assertThat(repeated(3, pages)).as("what a link cut out of a sentence").isEmpty();

    List<PageDump> words = SUBJECTS.stream().map(s -> dump("الأفق", s, "وأضاف")).toList();
    assertThat(repeated(3, words)).as("one word").isEmpty();
  }

  @Test
  void whatAPageTakesAsItsTitleIsNoRepetition() {
    List<PageDump> pages = new ArrayList<>();
    SUBJECTS.subList(0, 4).forEach(s -> pages.add(dump("الأفق", s, PROMOTION)));
    String headed = dump("الأفق", "الملح", SECOND).text();
    pages.add(new PageDump(ORIGIN, PROMOTION + headed.substring(headed.indexOf('\n'))));

    assertThat(article(Pages.EXTRACTOR, pages.getLast()).title()).isEqualTo(PROMOTION);
    assertThat(repeated(3, pages)).isEmpty();
  }

  @Test
  void pagesInHtmlCountByHostAndRecordsDoNot() {
    List<RawPage> pages = new ArrayList<>();
    SUBJECTS.subList(0, 3).forEach(s -> pages.add(html("port.example", s, PROMOTION)));
    assertThat(repeated(3, pages)).containsExactly("port.example|" + PROMOTION + "|3");

    PageRecord record =
        new PageRecord(
            ORIGIN,
            Map.of(PageRecord.Field.SOURCE, "الأفق", PageRecord.Field.TEXT, FIRST + "\n" + SECOND));
    assertThat(LineCounts.of(IndexConfig.packaged()).add(record)).isFalse();
  }
}
