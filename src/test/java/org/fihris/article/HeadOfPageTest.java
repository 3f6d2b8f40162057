package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.article.Pages.FIRST;
import static org.fihris.article.Pages.SECOND;

import java.time.LocalDate;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Unknown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Menus in one line, and days beside a place, in the head of a page. */
class HeadOfPageTest {

  private static final String HEADLINE = "افتتاح خط القطار السريع بين العاصمة والساحل";
  private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "الرئيسية | سياسة | مجتمع | اقتصاد | رياضة",
        "سياسة | أمن | اقتصاد | منوعات | رياضة",
        "الرئيسية › اقتصاد › أسواق",
        "الرئيسية » أخبار » محليات",
        "الرئيسية > أخبار > افتتاح خط القطار السريع",
        "الصفحة الرئيسية / أخبار / نقل ومواصلات جديدة",
        "أخبار • رياضة • فن • تكنولوجيا • صور وفيديو",
        "محليات · دوليات · ثقافة · رياضة · وفيات",
        "Home / أخبار / نقل المدن الكبرى",
      })
  void aMenuInOneLineIsNoHeadline(String line) {
    Article article = Pages.one(line, HEADLINE, FIRST, SECOND);
    assertThat(article.title()).isEqualTo(HEADLINE);
    assertThat(article.summary()).isNull();
    assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "فيديو | انهيار جسر قديم في وسط المدينة",
        "القمة العربية | قادة يصلون | ملفات ثقيلة",
        "ميزانية 2024/2025 تخصص نصفها للصحة والتعليم",
        "«الأهلي» و«الزمالك» و«الإسماعيلي» في قبل النهائي",
        "اقتصاد الساحل ينمو - والأسعار ترتفع أيضا",
      })
  void aHeadlineWithSuchMarksStays(String line) {
    assertThat(Pages.one(line, FIRST, SECOND).title()).isEqualTo(line);
  }

  @Test
  void theEditorMayBeNamedOnTheLineOfHisOffice() {
    Article article =
        Pages.one(
            "مرساة الخبر",
            "رئيس مجلس الإدارة : سالم الهادي",
            "رئيس التحرير: هدى البحري",
            HEADLINE,
            FIRST,
            SECOND);
    assertThat(article.title()).isEqualTo(HEADLINE);
    assertThat(article.source()).isEqualTo("مرساة الخبر");
    assertThat(Pages.one("رئيس التحرير: الصحافة تواجه أزمة تمويل كبيرة", FIRST, SECOND).title())
        .startsWith("رئيس التحرير");
  }

  @Test
  void aLineOfTheBodyWithBarsStays() {
    String table = "سياسة | اقتصاد | رياضة";
    assertThat(Pages.one(HEADLINE, FIRST, table, SECOND).text().lines()).contains(table);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          الدار البيضاء - 4 مارس 2025             | 2025-03-04 | place, dash, day
          الرباط ـ الثلاثاء 4 مارس 2025            | 2025-03-04 | with the weekday
          القاهرة: الثلاثاء، 04 مارس 2025 12:19 م  | 2025-03-04 | a colon and the time
          طرابلس 4 مارس 2025 (وال)                | 2025-03-04 | signed by an agency
          عمان - 4 آذار 2025 - (بترا) -           | 2025-03-04 | so, with dashes
          الدوحة في 04 مارس 2025 /قنا/            | 2025-03-04 | between slashes
          بيروت، 4 مارس 2025 (رويترز)             | -          | a comma is a caption's
          بيروت، 4 مارس 2025                      | -          | so too
          بيروت 4 مارس 2025                       | -          | neither dash nor agency
          طرابلس 4 مارس 2025 (غيتي)               | -          | credit of a picture
          قصر الحكومة - 4 مارس 2025               | -          | no known place
          الرباط - الأربعاء 4 مارس 2025            | -          | not that weekday
          الرباط - 4 مارس                         | -          | no year
          """)
  void aDayBesideAPlaceRightBeforeTheBody(String line, @Nullable LocalDate day, String why) {
    assertDay(Pages.one(HEADLINE, line, FIRST, SECOND), day, why);
  }

  @Test
  void anotherDatelineIsBelievedFirst() {
    Article article =
        Pages.one(HEADLINE, "نشر في 4 مارس 2025", "الرباط - 9 يناير 2020", FIRST, SECOND);
    assertDay(article, DAY, "the page's own");
    Article signed = Pages.one(HEADLINE, "4 مارس 2025", "عمان 9 يناير 2020 (بترا)", FIRST, SECOND);
    assertDay(signed, DAY, "the page's own");
  }

  @Test
  void whereMoreOfTheHeadFollowsItMayBeACaption() {
    assertDay(Pages.one("الرباط - 4 مارس 2025", HEADLINE, FIRST, SECOND), null, "above");
    assertDay(
        Pages.one(HEADLINE, "الرباط - 4 مارس 2025", "المحطة الجديدة", FIRST, SECOND),
        null,
        "not last");
    assertDay(
        Pages.one(HEADLINE, "الرباط - 4 مارس 2025", "محطة القطار الجديدة (أ ف ب)", FIRST, SECOND),
        null,
        "beside a caption");
  }

  @Test
  void aPlaceAndDayInTheBodyDateNothing() {
    String line = "الرباط - 4 مارس 2025";
    Article article = Pages.one(HEADLINE, FIRST, line, SECOND);
    assertDay(article, null, "in the body");
    assertThat(article.text().lines()).contains(line);
  }

  private static void assertDay(Article article, @Nullable LocalDate day, String why) {
    if (day == null) {
      assertThat(article.date()).as(why).isInstanceOf(Unknown.class);
    } else {
      assertThat(article.date())
          .as(why)
          .isEqualTo(new Known(day, null, PublicationDate.Method.DATELINE));
    }
  }
}
