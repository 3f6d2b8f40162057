package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.article.Pages.FIRST;
import static org.fihris.article.Pages.SECOND;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outlets that {@code sources.tsv} does not know, and what must not be taken for one. */
class UnknownOutletsTest {

  private static final String HEADLINE = "افتتاح خط القطار السريع بين العاصمة والساحل";
  private static final String OTHER = "وفد برلماني يزور ميناء الصيد القديم في الجنوب";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          القاهرة: «المرساة»            | المرساة         | a quoted name behind a city
          بيروت - «صوت المرفأ»          | صوت المرفأ      | with a dash
          الرباط: «الشرق الأوسط»        | الشرق الأوسط    | known
          لندن ـ "القدس العربي"         | القدس العربي    | known, other quotation marks
          «المرساة» (دبي)               | المرساة         | the place last
          «المرساة» - تونس:             | المرساة         | with a colon behind
          بغداد/ رافدين برس             | رافدين برس      | the word press tells it
          لندن - مرآة الأخبار           | مرآة الأخبار    | the word news tells it
          الدمام - صحيفة المرساة:       | صحيفة المرساة   | so does the word newspaper
          السفينة الجديدية (نيويورك)    | السفينة الجديدية | noun and adjective are no person
          طهران: «سنرد»                 | -               | what a capital says
          طهران: «الرد قادم»            | -               | so too
          الوزير: «الساحل»              | -               | who speaks is no place
          القاهرة - سالم الهادي         | -               | a reporter
          سالم الهادي (دبي)             | -               | a reporter in front
          القاهرة - وكالات              | -               | no name
          القاهرة - بيروت               | -               | two cities
          """)
  void besideThePlace(String line, @Nullable String source, String why) {
    Article article = Pages.one(HEADLINE, line, FIRST, SECOND);
    assertThat(article.source()).as(why).isEqualTo(source);
    assertThat(article.title()).isEqualTo(HEADLINE);
    assertThat(article.text()).endsWith(FIRST + "\n" + SECOND);
  }

  @Test
  void theFirstParagraphMayOpenWithThem() {
    assertThat(Pages.one(HEADLINE, "الناصرة - «المرساة»: " + FIRST, SECOND).source())
        .isEqualTo("المرساة");
    assertThat(Pages.one(HEADLINE, "القاهرة: «المرساة» - " + FIRST, SECOND).source())
        .isEqualTo("المرساة");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          (مرساة الخبر، فرانس برس)          | مرساة الخبر  | the unknown name before an agency
          (مرساة الخبر، وكالات)             | مرساة الخبر  | before agencies without a name
          [مرساة الخبر + رويترز + أ ف ب]    | مرساة الخبر  | before two
          المصدر: مرساة الخبر + وكالات      | مرساة الخبر  | stated
          المصدر: مرساة الخبر / رويترز      | مرساة الخبر  | stated before an agency
          (رويترز، مرساة الخبر)             | رويترز       | not behind it
          (القاهرة، رويترز)                 | رويترز       | a place
          المصدر: القاهرة - رويترز          | رويترز       | a place
          (وكالات، رويترز)                  | رويترز       | no name
          (متابعة + وكالات)                 | -            | no name
          (مرساة الخبر، ميناء الساحل)       | -            | no agency
          """)
  void beforeAgencies(String line, @Nullable String source, String why) {
    assertThat(Pages.one(HEADLINE, FIRST, SECOND, line).source()).as(why).isEqualTo(source);
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          مرساة الخبر  | © مرساة الخبر 2024. جميع الحقوق محفوظة      | مرساة الخبر  | the copyright
          مرساتنا      | جميع الحقوق محفوظة لمرساتنا 2024            | مرساتنا      | with a particle
          مرساة الخبر  | وأكد الوزير ذلك في حديث لـ«مرساة الخبر» أمس. | مرساة الخبر  | told to it
          مرساة الخبر  | وأكد الوزير ذلك لـ"المرساة" أمس.            | -            | told to another
          مرساة الخبر  | وأبحرت مرساة الخبر من الميناء أمس.          | -            | the words alone
          مرساة الخبر  | © 2024                                      | -            | no name
          رياضة        | جميع الحقوق محفوظة. أقسام: رياضة            | -            | a section
          بيروت        | © بيروت 2024                                | -            | a place
          جريدة المرساة | تم نسخ الرابط                              | جريدة المرساة | names itself
          مرساة نيوز   | تم نسخ الرابط                               | مرساة نيوز   | names itself
          جريدة اليوم  | تم نسخ الرابط                               | -            | an item of the menu
          """)
  void atTheTop(String top, String below, @Nullable String source, String why) {
    Article article = Pages.one("سياسة", top, "", HEADLINE, FIRST, SECOND, below);
    assertThat(article.source()).as(why).isEqualTo(source);
    assertThat(article.title()).isEqualTo(HEADLINE);
  }

  @Test
  void aPlaceBesideTheNameBearsItOut() {
    assertThat(Pages.one("مرسى 24", HEADLINE, "مرسى 24 - الرباط", FIRST, SECOND).source())
        .isEqualTo("مرسى 24");
    assertThat(Pages.one("حوادث", HEADLINE, "حوادث - طنطا", FIRST, SECOND).source()).isNull();
  }

  @Test
  void thePagesOwnNameComesBeforeTheAgencyItPrints() {
    assertThat(Pages.one("مرساة نيوز", HEADLINE, "القاهرة - رويترز", FIRST, SECOND).source())
        .isEqualTo("مرساة نيوز");
    assertThat(Pages.one("مرساة نيوز", HEADLINE, FIRST, SECOND, "المصدر: عكاظ").source())
        .isEqualTo("عكاظ");
  }

  @Test
  void twoNamesAtTheTopContradict() {
    assertThat(Pages.one("مرساة نيوز", "جريدة المنارة", HEADLINE, FIRST, SECOND).source()).isNull();
  }

  @Test
  void aSecondArticleHasTheNameOnlyWhereItStandsInItsOwnHead() {
    List<Extraction> named = pageWithTwo("مرسى 24 - طنجة");
    List<Extraction> bare = pageWithTwo("السبت 3 أغسطس 2024");
    assertThat(named).hasSize(2);
    assertThat(((Article) named.get(1)).source()).isEqualTo("مرسى 24");
    assertThat(bare).hasSize(2);
    assertThat(((Article) bare.get(1)).source()).isNull();
  }

  private static List<Extraction> pageWithTwo(String line) {
    return Pages.dump(
        "مرسى 24",
        "مرسى 24 - الرباط",
        HEADLINE,
        FIRST,
        SECOND,
        "كلمات دلالية: قطار",
        "إقرأ أيضاً:",
        OTHER,
        line,
        "زار وفد من البرلمان ميناء الصيد القديم، واستمع إلى شكاوى الصيادين هناك.",
        SECOND,
        "ويعمل في الميناء نحو ألف صياد، يخرجون إلى البحر قبل الفجر كل يوم تقريبا.");
  }
}
