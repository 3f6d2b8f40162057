package org.fihris.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFinderTest {

  /** A Thursday. */
  private static final LocalDate ANCHOR = LocalDate.of(2025, 2, 27);

  private final DateFinder finder = new DateFinder();

  private String found(String text, @Nullable LocalDate anchor) {
    return finder.find(text, anchor).stream()
        .map(m -> text.substring(m.start(), m.end()) + " " + days(m))
        .collect(Collectors.joining(" + "));
  }

  private static String days(DateMention mention) {
    LocalDate last = mention.to().minusDays(1);
    return switch (mention.kind()) {
      case DAY -> mention.from().toString();
      case MONTH -> mention.from().toString().substring(0, 7);
      case YEAR -> mention.from().toString().substring(0, 4);
      case RANGE -> mention.from() + ".." + last;
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          يعود في 5 مايو 2019 إلى بلده        | 5 مايو 2019 2019-05-05          | Egypt and the Gulf
          يعود في ٥ أيار ٢٠١٩                  | ٥ أيار ٢٠١٩ 2019-05-05          | Levant, Arabic-Indic digits
          صدر في 10 جانفي 2018                 | 10 جانفي 2018 2018-01-10        | Tunisia, Algeria
          صدر في 3 أوت 2018                    | 3 أوت 2018 2018-08-03           | Algerian August is no word for hours
          صدر في 3 غشت 2018                    | 3 غشت 2018 2018-08-03           | Morocco
          وفي 9 دجنبر 2018                     | 9 دجنبر 2018 2018-12-09         | Morocco
          في 4 كانون الثاني 2020               | 4 كانون الثاني 2020 2020-01-04  | the ordinal makes it January
          في 4 كانون الأول 2020                | 4 كانون الأول 2020 2020-12-04   | and this December
          في تشرين الثاني 2020                 | تشرين الثاني 2020 2020-11       | month and year
          يوم 7 فبراير (شباط) 2020             | 7 فبراير (شباط) 2020 2020-02-07 | both traditions in brackets
          يوم 7 شباط/فبراير 2020               | 7 شباط/فبراير 2020 2020-02-07   | both with a slash
          الاثنين، 1 أبريل/ نيسان، 2013        | الاثنين، 1 أبريل/ نيسان، 2013 2013-04-01 | weekday, commas
          الإثنين الموافق 1/4/2013             | الإثنين الموافق 1/4/2013 2013-04-01 | the day before the month
          سُجل 2013-04-01 رسمياً               | 2013-04-01 2013-04-01           | ISO
          في غرة جانفي 2018                    | غرة جانفي 2018 2018-01-01       | the new moon is the first
          في الخامس والعشرين من مايو 2018      | الخامس والعشرين من مايو 2018 2018-05-25 | ordinal
          الحادي عشر من سبتمبر 2001            | الحادي عشر من سبتمبر 2001 2001-09-11 | ordinal of two words
          فبراير 13، 2025                      | فبراير 13، 2025 2025-02-13      | English order
          منذ عام 2014 وحتى الآن               | عام 2014 2014                   | year after its noun
          بعد سنة ٢٠١٤م                        | سنة ٢٠١٤م 2014                  | era sign
          عامي 2014 و2016                      | عامي 2014 2014 + 2016 2016      | two years
          ثورة 25 يناير 2011                   | 25 يناير 2011 2011-01-25        | the year is stated
          من 4 إلى 11 نوفمبر 2017              | من 4 إلى 11 نوفمبر 2017 2017-11-04..2017-11-11 | month from the second end
          بين 4 و11 نوفمبر 2017                | بين 4 و11 نوفمبر 2017 2017-11-04..2017-11-11 | بين
          من 28 ديسمبر حتى 3 يناير 2018        | من 28 ديسمبر حتى 3 يناير 2018 2017-12-28..2018-01-03 | over new year
          بين عامي 2011 و2015                  | بين عامي 2011 و2015 2011-01-01..2015-12-31 | years
          بين يناير ومارس 2018                 | بين يناير ومارس 2018 2018-01-01..2018-03-31 | months
          4-11 نوفمبر 2017                     | 4-11 نوفمبر 2017 2017-11-04..2017-11-11 | dash
          في 9 رمضان 1434 هـ                   | 9 رمضان 1434 هـ 2013-07-17      | Umm al-Qura
          العاشر من محرم 1435                  | العاشر من محرم 1435 2013-11-13  | without the sign of the era
          سنة 1439 هـ                          | سنة 1439 هـ 2017-09-21..2018-09-10 | a year of the moon
          في شهر ذي القعدة 1434هـ              | شهر ذي القعدة 1434هـ 2013-09-07..2013-10-05 | month of two words
          صيف عام 2016                         | صيف عام 2016 2016-06-01..2016-08-31 | season
          النصف الأول من 2013                  | النصف الأول من 2013 2013-01-01..2013-06-30 | half
          2016 الربع الثالث                    | 2016 الربع الثالث 2016-07-01..2016-09-30 | the year before its quarter
          النصف الثاني من القرن العشرين        | النصف الثاني من القرن العشرين 1950-01-01..1999-12-31 | half a century
          العقد الأخير من القرن العشرين        | العقد الأخير من القرن العشرين 1990-01-01..1999-12-31 | decade of a century
          آخر أحد في مارس 2013                 | آخر أحد في مارس 2013 2013-03-31 | the last Sunday
          في 2018/مايو/15                      | 2018/مايو/15 2018-05-15         | the year first
          صدر 2016. نوفمبر. 16                 | 2016. نوفمبر. 16 2016-11-16     | full stops
          آخر يوم في يناير 2013                | آخر يوم في يناير 2013 2013-01-31 | the last day
          سبعينيات القرن العشرين               | سبعينيات القرن العشرين 1970-01-01..1979-12-31 | decade
          القرن التاسع عشر                     | القرن التاسع عشر 1800-01-01..1899-12-31 | ordinal
          عام ألفين وثلاثة عشر                 | عام ألفين وثلاثة عشر 2013       | a year in words
          الثلاثاء 19/3/2013                   | الثلاثاء 19/3/2013 2013-03-19   | the day first
          بتاريخ 21/04/16                      | 21/04/16 2016-04-21             | year in two digits
          في 9/18/2015                         | 9/18/2015 2015-09-18            | the month first where it can be nothing else
          بتاريخ 18-9-15                       | 18-9-15 2015-09-18              | dashes, year in two digits
          في 2015.9.18                         | 2015.9.18 2015-09-18            | dots, the year first
          منذ 3/2015                           | 3/2015 2015-03                  | month and year
          في 03-2015                           | 03-2015 2015-03                 | the same with a dash
          أواخر ديسمبر 2013                    | أواخر ديسمبر 2013 2013-12-16..2013-12-31 | the last half
          يومي 12 و13 مايو 2025                | 12 2025-05-12 + 13 مايو 2025 2025-05-13 | a list of days
          """)
  void absolute(String text, String expected, String why) {
    assertThat(found(text, null)).as(why).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          وصل اليوم إلى هنا           | اليوم 2025-02-27                  | the anchor
          قال اليوم الأربعاء          | اليوم الأربعاء 2025-02-26         | the weekday is trusted
          مساء أمس (الأربعاء)         | أمس (الأربعاء) 2025-02-26         | brackets
          أول من أمس                  | أول من أمس 2025-02-25             | two days back
          أمس الأول                   | أمس الأول 2025-02-25              | the same in Egypt
          غداً الجمعة                 | غداً الجمعة 2025-02-28            | tomorrow
          ستعقد غداً الجمعة            | غداً الجمعة 2025-02-28            | a verb that ends in قد is not قد
          بعد غد                      | بعد غد 2025-03-01                 | two days on
          يوم الثلاثاء                | الثلاثاء 2025-02-25               | bare weekday: the last one
          وقالت الخميس إنها           | الخميس 2025-02-27                 | or the anchor itself
          والجمعة أكد                 | الجمعة 2025-02-21                 | without the joined particle
          الجمعة الماضية              | الجمعة الماضية 2025-02-21         | direction back
          الخميس الماضي               | الخميس الماضي 2025-02-20          | never the anchor itself
          الأربعاء المقبل             | الأربعاء المقبل 2025-03-05        | direction on
          الشهر الماضي                | الشهر الماضي 2025-01              | month back
          خلال العام المقبل           | العام المقبل 2026                 | year on
          18 فبراير/شباط الحالي       | 18 فبراير/شباط الحالي 2025-02-18  | this month
          18 يونيو الماضي             | 18 يونيو الماضي 2024-06-18        | the last such day
          18 يونيو المقبل             | 18 يونيو المقبل 2025-06-18        | the next such day
          في أغسطس (آب) الماضي        | أغسطس (آب) الماضي 2024-08         | month back
          في 30 ديسمبر                | 30 ديسمبر 2024-12-30              | nearest year
          الأحد 3 مارس                | الأحد 3 مارس 2024-03-03           | the weekday chooses the year
          15 من الشهر الجاري          | 15 من الشهر الجاري 2025-02-15     | day of a relative month
          15 يناير من العام الماضي    | 15 يناير من العام الماضي 2024-01-15 | relative year
          هذا الخميس                  | هذا الخميس 2025-02-27             | the anchor's own day counts
          الأسبوع الماضي              | الأسبوع الماضي 2025-02-17..2025-02-23 | from Monday to Sunday
          الأسبوع بعد المقبل          | الأسبوع بعد المقبل 2025-03-10..2025-03-16 | two weeks on
          الأربعاء من الأسبوع المقبل  | الأربعاء من الأسبوع المقبل 2025-03-05 | weekday of a week
          الأسبوع المقبل من الأحد إلى الخميس | الأسبوع المقبل من الأحد إلى الخميس 2025-03-02..2025-03-06 | Sunday opens the week
          الأسبوع المقبل من الاثنين إلى الخميس | الأسبوع المقبل من الاثنين إلى الخميس 2025-03-03..2025-03-06 | days of a week
          عطلة نهاية الأسبوع الماضي   | عطلة نهاية الأسبوع الماضي 2025-02-22..2025-02-23 | its last two days
          مطلع الشهر المقبل           | مطلع الشهر المقبل 2025-03-01..2025-03-15 | the first half
          الربع الأول من العام الجاري | الربع الأول من العام الجاري 2025-01-01..2025-03-31 | quarter
          خلال العامين الماضيين       | العامين الماضيين 2023-02-27..2025-02-26 | dual and direction
          السنوات العشر الماضية       | السنوات العشر الماضية 2015-02-27..2025-02-26 | number in words
          آخر 3 أشهر                  | آخر 3 أشهر 2024-11-27..2025-02-26 | counted back
          قبل يومين                   | قبل يومين 2025-02-25              | days back
          منذ عشر سنوات               | منذ عشر سنوات 2015                | a year is not known to the day
          بعد شهرين من الآن           | بعد شهرين من الآن 2025-04-27      | from now
          الصيف الماضي                | الصيف الماضي 2024-06-01..2024-08-31 | the last that has ended
          في القرن الماضي             | القرن الماضي 1900-01-01..1999-12-31 | century
          في رمضان الماضي             | رمضان الماضي 2024-03-11..2024-04-09 | Umm al-Qura
          من الجمعة حتى الأحد المقبل  | من الجمعة حتى الأحد المقبل 2025-02-28..2025-03-02 | the first end by the second
          هذا الشهر                   | هذا الشهر 2025-02                 | this month
          استقبل اليوم 5 جثامين       | اليوم 2025-02-27                  | the number counts
          قتل الخميس 20 شخصا          | الخميس 2025-02-27                 | here too
          أجلت القضية للثاني والعشرين | للثاني والعشرين 2025-02-22        | a compound ordinal that ends the clause
          تعود في 15.                 | 15 2025-02-15                     | a number that ends the clause
          يوم 21                      | يوم 21 2025-02-21                 | the nearest
          الخميس 20                   | الخميس 20 2025-02-20              | a day without month but with its weekday
          يوم السبت من الأسبوع المقبل | السبت من الأسبوع المقبل 2025-03-01 | so does Saturday
          الليلة قبل الماضية          | الليلة قبل الماضية 2025-02-25     | two nights back
          لاحقا هذا الأسبوع           | لاحقا هذا الأسبوع 2025-02-28..2025-03-02 | what is left of it
          يوم 4 من الشهر              | 4 من الشهر 2025-02-04             | this month
          في الثالث من الشهر          | الثالث من الشهر 2025-02-03        | ordinal
          يوم 15 الجاري               | 15 الجاري 2025-02-15              | the month left out
          الثلاثاء الموافق 18         | الثلاثاء الموافق 18 2025-02-18    | day without month
          اجتماع يوم الأربعاء 19 مع الوفد | الأربعاء 19 2025-02-19        | no counted noun can be left out before مع
          الجمعة في الرابع عشر        | الجمعة في الرابع عشر 2025-02-14   | ordinal
          الثلاثاء بعد المقبل         | الثلاثاء بعد المقبل 2025-03-11    | the one after the next
          الثلاثاء قبل الماضي         | الثلاثاء قبل الماضي 2025-02-18    | the one before the last
          قبل أمس                     | قبل أمس 2025-02-25                | the day before
          بعد يوم غد                  | بعد يوم غد 2025-03-01             | with the noun
          قبل أحد عشر يوما            | قبل أحد عشر يوما 2025-02-16       | eleven
          يوم 22-1                    | 22-1 2025-01-22                   | a dash, called a day
          ينعقد 22/04 في القاهرة      | 22/04 2025-04-22                  | no score has a zero in front
          في مارس أو أبريل            | مارس 2025-03 + أبريل 2025-04      | cued months
          سيعود الأربعاء              | الأربعاء 2025-03-05               | behind a verb with س: the next one
          وسنلتقي يوم الخميس          | الخميس 2025-02-27                 | or the anchor itself
          سوف يصل إلى تونس السبت      | السبت 2025-03-01                  | سوف
          سألتقيه السبت               | السبت 2025-03-01                  | first person
          سأله الصحافي السبت          | السبت 2025-02-22                  | but this is a verb of asking
          السبت سيعود                 | السبت 2025-03-01                  | the verb behind it
          المباراة المقررة السبت      | السبت 2025-03-01                  | no verb, but it is to come
          كان سيعود الأربعاء          | الأربعاء 2025-02-26               | it did not come
          سيبحث ما أعلن الأربعاء      | الأربعاء 2025-02-26               | the nearest verb counts
          سيعود. ووصل الأربعاء        | الأربعاء 2025-02-26               | not that of another sentence
          سينظر في ملف الفريق الذي شارك الأربعاء | الأربعاء 2025-02-26    | nor of another clause
          قال سيد في بيان الأربعاء إنه سيعود | الأربعاء 2025-02-26        | إن shows a verb of saying
          سيارة انفجرت الأربعاء       | الأربعاء 2025-02-26               | a noun that begins like such a verb
          الأربعاء والخميس المقبلين   | الأربعاء 2025-03-05 + الخميس المقبلين 2025-03-06 | the direction is that of both
          سيعود بعد 3 أيام            | بعد 3 أيام 2025-03-02             | counted from the anchor
          ستبدأ بعد شهرين             | بعد شهرين 2025-04                 | a month is not known to the day
          سيعود خلال أسبوعين          | خلال أسبوعين 2025-02-28..2025-03-13 | from tomorrow on
          الرد في غضون 3 أيام         | في غضون 3 أيام 2025-02-28..2025-03-02 | within needs no verb
          بعد يومين من غد             | بعد يومين من غد 2025-03-02        | from tomorrow
          بعد أسبوعين من اليوم        | بعد أسبوعين من اليوم 2025-03-13   | from today
          قبل يومين من الأحد المقبل   | قبل يومين من الأحد المقبل 2025-02-28 | back from a day
          غادر المدينة 3 أيام من الآن | 3 أيام من الآن 2025-02-24         | back behind a perfect
          منذ شهر، 21 يوما من الآن    | منذ شهر، 21 يوما من الآن 2025-01-06 | a comma joins what من الآن ends
          الأيام القليلة الماضية      | الأيام القليلة الماضية 2025-02-24..2025-02-26 | few are three
          الأسابيع المقبلة القليلة    | الأسابيع المقبلة القليلة 2025-02-28..2025-03-20 | in either order
          من الاثنين المقبل حتى الخميس | من الاثنين المقبل حتى الخميس 2025-03-03..2025-03-06 | the second end follows the first
          سيستمر من الاثنين حتى الخميس | من الاثنين حتى الخميس 2025-03-03..2025-03-06 | no habit where it is to come
          من ليل الاثنين حتى فجر الثلاثاء | الاثنين حتى فجر الثلاثاء 2025-02-24..2025-02-25 | nor are parts of days
          بين مساء الاثنين وصباح الثلاثاء | بين مساء الاثنين وصباح الثلاثاء 2025-02-24..2025-02-25 | between is no habit
          من 10 فبراير وحتى الثلاثاء  | من 10 فبراير وحتى الثلاثاء 2025-02-10..2025-02-25 | of what began long ago the last one
          سيعود يوم 27                | يوم 27 2025-02-27                 | not before the anchor
          انطلق يوم 28                | يوم 28 2025-01-28                 | not after it
          سيصل يوم الجمعة في الرابعة عشرة | الجمعة 2025-02-28             | an hour
          الجمعة في الخمسة عشر        | الجمعة 2025-02-21                 | a day that is none
          أواخر الأسبوع الماضي        | أواخر الأسبوع الماضي 2025-02-20..2025-02-23 | its second half, not the weekend
          آخر الشهر                   | آخر الشهر 2025-02-15..2025-02-28  | the end of this one
          آخر يناير                   | آخر يناير 2025-01-16..2025-01-31  | of a month with a name
          النصف الثاني من الشهر المقبل | النصف الثاني من الشهر المقبل 2025-03-16..2025-03-31 | half of a month
          النصف الأول من مايو         | النصف الأول من مايو 2025-05-01..2025-05-15 | of a month with a name
          الثلث الأخير من الشهر الجاري | الثلث الأخير من الشهر الجاري 2025-02-21..2025-02-28 | from the 21st on
          آخر يوم من العام            | آخر يوم من العام 2025-12-31       | the last day
          أول أيام الشهر المقبل       | أول أيام الشهر المقبل 2025-03-01  | the first day
          اليوم الأخير من الشهر الماضي | اليوم الأخير من الشهر الماضي 2025-01-31 | noun before ordinal
          سيعود في اليوم التالي       | اليوم التالي 2025-02-28           | nothing was told before
          ستبدأ الشهر التالي          | الشهر التالي 2025-03              | so for longer times
          سيعود غدا ويرحل في اليوم التالي | غدا 2025-02-28                | it counts from what was told
          قبل بضعة أيام               | قبل بضعة أيام 2025-02-18..2025-02-24 | some are three to nine
          أول جمعة من مارس            | أول جمعة من مارس 2025-03-07       | the first Friday
          ثالث أربعاء في الشهر المقبل | ثالث أربعاء في الشهر المقبل 2025-03-19 | the third of next month
          الأربعاء الثالث من الشهر المقبل | الأربعاء الثالث من الشهر المقبل 2025-03-19 | the 3rd is no Wednesday
          الاثنين الثالث من الشهر المقبل | الاثنين الثالث من الشهر المقبل 2025-03-03 | the 3rd is a Monday
          الجمعة الأولى من مارس       | الجمعة الأولى من مارس 2025-03-07  | a feminine ordinal is no day of a month
          الأحد الأخير من مارس        | الأحد الأخير من مارس 2025-03-30   | the last Sunday
          الجمعة المقبل 7 مارس        | الجمعة المقبل 7 مارس 2025-03-07   | direction and date are one
          من اليوم حتى نهاية الشهر    | من اليوم حتى نهاية الشهر 2025-02-27..2025-02-28 | up to the end of a longer time
          من الآن وحتى نهاية العام    | من الآن وحتى نهاية العام 2025-02-27..2025-12-31 | from now
          من يناير إلى شهر مارس المقبل | من يناير إلى شهر مارس المقبل 2025-01-01..2025-03-31 | the noun before the second month
          سيعود مارس                  | مارس 2025-03                      | no month does anything
          صدر 11/12, 24               | 11/12, 24 2024-12-11              | a year near the anchor behind a comma
          """)
  void relative(String text, String expected, String why) {
    assertThat(found(text, ANCHOR)).as(why).isEqualTo(expected);
    if (!text.contains("غد")) {
      assertThat(found(text, null)).as("without an anchor").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "مايو كلينك في ولاية مينيسوتا",
        "قالت تيريزا ماي للنواب",
        "مارس اللاعب رياضته",
        "سيارة نيسان جديدة",
        "وصل سعره إلى 2000 دولار",
        "نحو 20% من السكان",
        "فاز الفريق 3-2 في المباراة",
        "الهاتف 0100-12-12-2015",
        "العنوان 192.168.10.2015",
        "يوم 31 فبراير 2024",
        "32/01/2024",
        "في 2000 مدرسة",
        "من 2000 إلى 2100 دولار",
        "ثورة 25 يناير",
        "ثورتي الـ25 من يناير و30 يونيو",
        "قوى 14 آذار",
        "مدينة 6 أكتوبر",
        "صحيفة المصري اليوم",
        "في اليوم التالي",
        "اليوم الوطني للمملكة",
        "أداء صلاة الجمعة",
        "أحد عشر كوكبا والأحد عشر لاعبا",
        "في أمس الحاجة إليه",
        "فتح الباب 12 مرة",
        "إجازة منتصف العام الدراسي",
        "تتركز في 7.7% من المساحة",
        "وهو في الثانية والعشرين",
        "مرتين في الأسبوع",
        "في العشرينيات من عمره",
        "بعد يومين من الحادث",
        "قبل يومين من الانتخابات",
        "قبل عام ونصف العام",
        "فاز بنتيجة 2/1 على أرضه",
        "القانون رقم 2012/3",
        "وزير الخارجية رجب طيب",
        "فاز بنتيجة 2-صفر",
        "الربيع العربي",
        "تجديد العقد الحالي",
        "وصل عددهم إلى 27.",
        "أغلق السهم عند 4.22",
        "الأيام المقبلة",
        "من الأحد إلى الخميس",
        "موسم 12/13",
        "وفي الثلاثاء التالي",
        "يوم 4 من الشهر نفسه",
        "النصف الأول من الشهر نفسه",
        "الربع الأول من الشهر",
        "نهاية الشهر السابق",
        "آخر يوم",
        "آخر شهر",
        "آخر عام دراسي",
        "أول يوم من الأسبوع الدراسي",
        "اليوم الأخير من المهرجان",
        "في اليوم التالي عاد",
        "11/12, 40",
        "1 يناير من كل عام",
        "أول جمعة من كل شهر",
        "أول جمعة من شهر مارس من كل عام",
        "قبل بضعة أيام على المباراة",
        "قبل بضعة أسابيع من الانتخابات",
        "أول أحد من أقاربه",
        "آخر أحد عرفه",
        "منذ يوم الأرض",
        "ميزانية 2009/10",
        "القانون رقم 01/12",
        "قرار مجلس الأمن رقم 3/2015",
        "فاز الفريق 25-18 و25-20",
        "بخطة 4-3-3",
        "نسخة 10.12.15",
        "سيعود بعد يومين من الحادث",
        "سيرحل بعد عام على الثورة",
        "قتل عشرون خلال يومين",
        "ثالث حادث في غضون أسبوع",
        "بعد تحرير المدينة في غضون أسبوع",
        "هي مساحة يبنونها في غضون عام فقط",
        "سيعرض خلال أسبوع الموضة",
        "مدة السفر بعد يومين",
      })
  void noDateIsBetterThanAWrongOne(String text) {
    assertThat(found(text, ANCHOR)).isEmpty();
    assertThat(found(text, null)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          صدر 25/02/19 | 2025-02-19 | 2019-02-25 | only the first figures are a year near the anchor
          صدر 19/02/25 | 2025-02-19 | 2025-02-19 | only the last are
          صدر 24/02/25 | 2025-02-24 | 2025-02-24 | both are: the day first
          صدر 10/11/12 | 2012-11-10 | 2012-11-10 | neither is: the day first
          """)
  void aYearInTwoDigitsIsNearTheAnchor(String text, String near, String without, String why) {
    assertThat(found(text, ANCHOR)).as(why).endsWith(" " + near);
    assertThat(found(text, null)).as(why).endsWith(" " + without);
  }

  @Test
  void offsetsCoverVowelMarksAndTatweelOfTheOriginal() {
    String text = "في \u200F5 مـــايُو 2019م.";
    List<DateMention> mentions = finder.find(text, null);
    assertThat(mentions).hasSize(1);
    DateMention mention = mentions.getFirst();
    assertThat(text.substring(mention.start(), mention.end())).isEqualTo("5 مـــايُو 2019م");
    assertThat(mention.to()).isEqualTo(LocalDate.of(2019, 5, 6));
  }
}
