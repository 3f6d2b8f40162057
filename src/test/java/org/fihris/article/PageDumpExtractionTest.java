package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.article.Pages.FIRST;
import static org.fihris.article.Pages.SECOND;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Unknown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDumpExtractionTest {

  private static final String HEADLINE = "افتتاح خط القطار السريع بين العاصمة والساحل";
  private static final String OTHER = "وفد برلماني يزور ميناء الصيد القديم في الجنوب";

  @Test
  void wholePageToWholeArticle() {
    String page =
        """
        Sorry, you need to enable JavaScript to visit this website.\r
        الثلاثاء 4 مارس 2025\r
        بوابة السواحل\r
        رئيس التحرير\r
        سالم الهادي\r
        \r
        افتتاح خط القطار السريع بين العاصمة والساحل\r
        + الخط -\r
        الوزير في محطة الساحل، 9 يناير 2025 (رويترز)\r
        ملخص\r
        \u00A0\r
        • ساعتان بين المدينتين\r
        • التذاكر بالسعر نفسه\r
        \r
        %s\r
        محطات جديدة\r
        اقرأ المزيد\r
        وفد برلماني يزور ميناء الصيد القديم في الجنوب\r
        %s\r
        تم نسخ الرابط\r
        المساهمون\r
        كاتب لا يُذكر هنا\r
        """
            .formatted(FIRST, SECOND);

    List<Extraction> made = Pages.dump(page);

    String text = FIRST + "\nمحطات جديدة\n" + SECOND;
    assertThat(made)
        .containsExactly(
            new Article(
                ContentHash.of(HEADLINE, text),
                null,
                HEADLINE,
                "ساعتان بين المدينتين\nالتذاكر بالسعر نفسه",
                text,
                new Known(LocalDate.of(2025, 3, 4), null, PublicationDate.Method.DATELINE),
                "بوابة السواحل",
                null,
                null,
                null,
                new Details(
                    null,
                    List.of(new Details.Caption("الوزير في محطة الساحل، 9 يناير 2025", "رويترز")),
                    List.of(),
                    List.of(),
                    Map.of(
                        Part.TITLE, Provenance.LINES,
                        Part.SUMMARY, Provenance.LINES,
                        Part.BODY, Provenance.LINES,
                        Part.CAPTION, Provenance.LINES,
                        Part.SOURCE, Provenance.LINES)),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "استمع إلى الملخص",
        "طباعة شارك قطار عاصمة ساحل",
        "كلمات دلالية: القطار، الساحل",
        "المزيد من محليات",
        "يحتوي هذا القسم على المقالات ذات صلة, الموضوعة في (Related Nodes field)",
        "اقرأ أيضًا: وفد برلماني يزور ميناء الصيد",
        "صورة أرشيفية",
        "https://example.org/a/1",
        "• • •",
        "المحطة الجديدة على الساحل (أ ف ب)",
      })
  void navigationIsNoPartOfTheBody(String line) {
    assertThat(Pages.one(HEADLINE, "", FIRST, line, SECOND).text())
        .isEqualTo(FIRST + "\n" + SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "المزيد من الدعم مطلوب لتشغيل الخط في المدن الصغيرة كما قال.",
        "المصدر الذي تحدث إلينا طلب ألا يذكر اسمه لأنه غير مخول بالحديث.",
        "محطات على الطريق",
        "4 مارس 2024",
      })
  void whatOnlyLooksLikeNavigationStays(String line) {
    assertThat(Pages.one(HEADLINE, "", FIRST, line, SECOND).text().lines()).contains(line);
  }

  @Test
  void relatedHeadlinesAreDroppedAndTheBodyGoesOn() {
    Article article =
        Pages.one(HEADLINE, FIRST, "اقرأ أيضا", OTHER, "خطة لتوسيع المرفأ الشرقي", SECOND);
    assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
  }

  @Test
  void bulletsAfterSimilarArticlesAreDropped() {
    Article article =
        Pages.one(HEADLINE, FIRST, SECOND, "مقالات مشابهة", "• " + OTHER, "• " + OTHER);
    assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
  }

  @Test
  void aHeadlineWithParagraphsBelowTheEndIsASecondArticle() {
    List<Extraction> made =
        Pages.dump(
            HEADLINE,
            FIRST,
            SECOND,
            "المصدر: مصراوي",
            "كلمات دلالية: قطار",
            "إقرأ أيضاً:",
            "",
            OTHER,
            "عكاظ (جدة)",
            "زار وفد من البرلمان ميناء الصيد القديم، واستمع إلى شكاوى الصيادين هناك.",
            SECOND,
            "ويعمل في الميناء نحو ألف صياد، يخرجون إلى البحر قبل الفجر كل يوم تقريبا.");
    assertThat(made).hasSize(2);
    Article first = (Article) made.get(0);
    Article second = (Article) made.get(1);
    assertThat(first.source()).isEqualTo("مصراوي");
    assertThat(first.parentId()).isNull();
    assertThat(first.text()).isEqualTo(FIRST + "\n" + SECOND);
    assertThat(second.title()).isEqualTo(OTHER);
    assertThat(second.source()).isEqualTo("عكاظ");
    assertThat(second.parentId()).isEqualTo(first.id());
    assertThat(second.text()).startsWith("زار وفد").endsWith("تقريبا.");
  }

  @Test
  void aHeadlineBetweenParagraphsOfOneStoryIsNoSecondArticle() {
    List<Extraction> made =
        Pages.dump(
            HEADLINE, FIRST, SECOND, FIRST, "اقرأ أيضا", OTHER, SECOND, FIRST, SECOND, FIRST);
    assertThat(made).hasSize(1);
    assertThat(((Article) made.getFirst()).text()).doesNotContain(OTHER);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          المصدر: رويترز                     | رويترز          | stated
          المصدر : الجزيرة + وكالات          | الجزيرة         | the known one of two
          المصدر: صوت الساحل                 | صوت الساحل      | stated, though unknown
          المصدر: وكالات                     | -               | names none
          (رويترز، العربي الجديد)            | العربي الجديد   | the outlet before the agency
          (أ ف ب، رويترز)                    | فرانس برس       | agencies alone: the first
          (الفريق الأول)                     | -               | brackets without an outlet
          """)
  void sourceAtTheEnd(String line, @Nullable String source, String why) {
    assertThat(Pages.one(HEADLINE, FIRST, SECOND, line).source()).as(why).isEqualTo(source);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          الأيام المصرية       | الأيام المصرية | alone on its line
          القاهرة - رويترز     | رويترز         | with a place
          البلاد (جدة)         | البلاد         | with a place in brackets
          الرياض (واس)         | واس            | a city that is also a paper, and an agency
          العالم               | -              | one word alone is as often a section
          """)
  void sourceInTheHead(String line, @Nullable String source, String why) {
    Article article = Pages.one(line, HEADLINE, FIRST, SECOND);
    assertThat(article.source()).as(why).isEqualTo(source);
    assertThat(article.title()).isEqualTo(HEADLINE);
  }

  @Test
  void anAgencyThatOpensTheBodyIsTheSource() {
    assertThat(Pages.one(HEADLINE, "بيروت (رويترز) - " + FIRST, SECOND).source())
        .isEqualTo("رويترز");
  }

  @Test
  void theOutletBehindTheHeadlineIsNoPartOfIt() {
    Article article = Pages.one(HEADLINE + " | القدس العربي", FIRST, SECOND);
    assertThat(article.title()).isEqualTo(HEADLINE);
    assertThat(article.source()).isEqualTo("القدس العربي");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          4 مارس 2025                              | 2025-03-04
          نشر في: الثلاثاء 4 مارس/آذار 2025         | 2025-03-04
          مصراوي - 4 مارس 2025                     | 2025-03-04
          الأربعاء 4 مارس 2025                      | -
          الثلاثاء 4 مارس                           | -
          31 فبراير 2025                            | -
          محطة الساحل، 9 يناير 2025 (الأناضول)      | -
          حفل الافتتاح في بيروت، 9 يناير 2025       | -
          بيروت، 9 يناير 2025                       | -
          """)
  void dateInTheHead(String line, @Nullable LocalDate day) {
    PublicationDate date = Pages.one(HEADLINE, line, FIRST, SECOND).date();
    if (day == null) {
      assertThat(date).isInstanceOf(Unknown.class);
    } else {
      assertThat(date).isEqualTo(new Known(day, null, PublicationDate.Method.DATELINE));
    }
  }

  @Test
  void aDateOfTheBodyNeverDatesTheArticle() {
    Article article =
        Pages.one(
            HEADLINE, FIRST, "وكان المشروع قد بدأ في 18 فبراير 2021 بعد خلاف طويل.", "4 مارس 2025");
    assertThat(article.date()).isInstanceOf(Unknown.class);
  }

  @Test
  void publishedIsBelievedBeforeUpdated() {
    Article article =
        Pages.one(HEADLINE, "نشر في: 4 مارس 2025", "آخر تحديث: 6 مارس 2025", FIRST, SECOND);
    assertThat(article.date())
        .isEqualTo(new Known(LocalDate.of(2025, 3, 4), null, PublicationDate.Method.DATELINE));
  }

  @Test
  void theLineBelowTheHeadlineIsTheSummaryWhereThePageHasNoOther() {
    String deck = "الوزير: الرحلة تستغرق ساعتين وأسعار التذاكر ثابتة";
    Article article = Pages.one(HEADLINE, "", deck, "", FIRST, SECOND);
    assertThat(article.summary()).isEqualTo(deck);
    assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
  }

  @Test
  void theAnnouncedSummaryIsTheParagraphBelow() {
    Article article = Pages.one(HEADLINE, "ملخص", "", SECOND, "", FIRST, SECOND);
    assertThat(article.summary()).isEqualTo(SECOND);
    assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
  }

  @Test
  void aMissingHeadlineIsTheBeginningOfTheBody() {
    String long_ =
        "افتتح وزير النقل اليوم خط القطار الجديد، بعد سنوات من العمل في الأنفاق والجسور، بحضور عدد كبير"
            + " من السكان الذين جاؤوا من المدن والقرى القريبة منذ الصباح الباكر.";
    Article article = Pages.one(long_, SECOND);
    assertThat(article.title())
        .isEqualTo(
            "افتتح وزير النقل اليوم خط القطار الجديد، بعد سنوات من العمل في الأنفاق والجسور");
    assertThat(article.text()).isEqualTo(long_ + "\n" + SECOND);
  }

  @Test
  void aPageOnOneLineIsAnArticle() {
    Article article =
        Pages.one(
            "Sorry, you need to enable JavaScript to visit this website. "
                + String.join(" ", FIRST, SECOND, FIRST, SECOND));
    assertThat(article.title()).isEqualTo(FIRST.substring(0, FIRST.length() - 1));
    assertThat(article.text()).startsWith(FIRST).doesNotContain("JavaScript");
  }

  @Test
  void aNewsFlashIsAnArticle() {
    Article article =
        Pages.one(
            "عاجل: هزة أرضية خفيفة في شرق البلاد",
            "شعر بها سكان ثلاث مدن ولا أنباء عن أضرار حتى الآن");
    assertThat(article.text()).startsWith("شعر بها");
  }

  @Test
  void shortLinesThatAreTheBodyAreKept() {
    Article article =
        Pages.one(
            "طريقة عمل الأرز بالحليب",
            "المكونات",
            "كوب أرز",
            "لتر حليب",
            "سكر",
            "ماء الورد",
            FIRST);
    assertThat(article.text()).startsWith("المكونات\nكوب أرز").endsWith(FIRST);
  }

  @Test
  void theAuthorIsNamedByItsLabel() {
    Article article = Pages.one(HEADLINE, "كتب - سالم الهادي:", FIRST, SECOND);
    assertThat(article.author()).isEqualTo("سالم الهادي");
    assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
  }

  @Test
  void invisibleMarksMakeNoDifference() {
    Article plain = Pages.one(HEADLINE, FIRST, SECOND);
    Article marked =
        Pages.one("\uFEFF" + HEADLINE + "\u200F", "\u200B\u00A0", FIRST, "\u202B" + SECOND);
    assertThat(marked).isEqualTo(plain);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                         | the page is empty
          An English page, and nothing else on it.   | the page holds no Arabic text
          الرئيسية من نحن اتصل بنا                   | fewer than 15 Arabic words are left of the page without its navigation
          """)
  void whatIsNoArticleIsRejectedWithAReason(String page, String reason) {
    assertThat(Pages.dump(page)).containsExactly(new Rejected(Pages.ORIGIN, reason));
  }
}
