package org.fihris.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DateFinderProperties {

  private static final List<String> PIECES =
      List.of(
          "اليوم",
          "أمس",
          "أول",
          "من",
          "إلى",
          "بين",
          "و",
          "وال",
          "فبراير",
          "(شباط)",
          "/",
          "-",
          "كانون",
          "الثاني",
          "تشرين",
          "عشر",
          "والعشرين",
          "الخميس",
          "،",
          "عام",
          "2024",
          "٢٠٢٥",
          "31",
          "29",
          "7",
          "0",
          "99999999999",
          "الماضي",
          "الشهر",
          "م",
          "هـ",
          "ثورة",
          "غدا",
          "\u200F",
          "ـ",
          "ً",
          ".",
          "%",
          "\uD83D",
          "\n",
          "12:30",
          "GMT",
          "+",
          "نشر",
          "تحديث",
          "هذا",
          "الأسبوع",
          "أسبوع",
          "قبل",
          "بعد",
          "منذ",
          "يومين",
          "500",
          "قرون",
          "عقود",
          "رمضان",
          "ربيع",
          "ذو",
          "القعدة",
          "1434",
          "1500",
          "القرن",
          "الربع",
          "سبعينيات",
          "ألفين",
          "وسبعة",
          "وعشرين",
          "آخر",
          "بقية",
          "وقت",
          "لاحق",
          "نهاية",
          "مطلع",
          "صيف",
          "عطلة",
          "المقبل",
          "الماضيين",
          "السبت",
          "يوم",
          "في",
          "للثاني",
          "الآن",
          "الليلة",
          "الأخير",
          "سيعود",
          "سأعود",
          "سـ",
          "كان",
          "خلال",
          "غضون",
          "القليلة",
          "التالي",
          "بضعة",
          "جمعة",
          "الأولى",
          "كل",
          "النصف",
          "الثلث",
          "16",
          "الأيام",
          "حتى",
          "12/2013",
          "الساعة",
          "السابعة",
          "عشرة",
          "والنصف",
          "إلا",
          "ربعا",
          "دقيقة",
          "مساء",
          "منتصف",
          "الليل",
          "24:59:60",
          "14,35",
          "بتوقيت",
          "ت غ");

  @Provide
  Arbitrary<String> dateLike() {
    Arbitrary<String> joint = Arbitraries.of("", " ");
    return Arbitraries.of(PIECES)
        .flatMap(piece -> joint.map(space -> piece + space))
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000)
  void mentionsLieInTheTextInOrderAndApart(@ForAll("dateLike") String text) {
    check(text);
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll String text) {
    check(text);
  }

  @Property(tries = 1000)
  void metadataNeverThrows(@ForAll("dateLike") String value) {
    assertThat(PublicationDates.ofMetadata(value)).isNotNull();
    if (PublicationDates.isDateline(value)) {
      assertThat(PublicationDates.ofDatelines(List.of(value))).isNotNull();
    }
  }

  private static void check(String text) {
    int end = 0;
    for (DateMention mention : new DateFinder().find(text, LocalDate.of(2024, 2, 29))) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(end);
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
      assertThat(mention.from()).isBefore(mention.to());
      end = mention.end();
    }
    int timeEnd = 0;
    for (TimeMention mention : new TimeFinder().find(text)) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(timeEnd);
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
      timeEnd = mention.end();
    }
  }
}
