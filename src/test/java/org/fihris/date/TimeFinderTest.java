package org.fihris.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFinderTest {

  private final TimeFinder finder = new TimeFinder();

  private String found(String text) {
    return finder.find(text).stream()
        .map(m -> text.substring(m.start(), m.end()) + " " + m.at() + zone(m))
        .collect(Collectors.joining(" + "));
  }

  private static String zone(TimeMention mention) {
    return ZoneOffset.UTC.equals(mention.offset()) ? " Z" : "";
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          تبدأ الساعة الثالثة عصرا          | الساعة الثالثة عصرا 15:00              | the part of the day tells the half
          عند الساعة الثامنة                | الساعة الثامنة 08:00                   | as stated where none does
          في السابعة مساء اليوم             | السابعة مساء 19:00                     | no noun needed beside a part
          الساعة الحادية عشرة ليلا          | الساعة الحادية عشرة ليلا 23:00         | an ordinal of two words
          الثانية عشرة ظهرا                 | الثانية عشرة ظهرا 12:00                | noon
          الثانية عشرة مساء                 | الثانية عشرة مساء 00:00                | midnight
          الواحدة ظهرا                      | الواحدة ظهرا 13:00                     | one is no ordinal
          الثانية بعد منتصف الليل           | الثانية بعد منتصف الليل 02:00          | the small hours
          الخامسة فجرا                      | الخامسة فجرا 05:00                     | dawn
          الثالثة بعد الظهر                 | الثالثة بعد الظهر 15:00                | two words
          الساعة الرابعة بعد الزوال         | الساعة الرابعة بعد الزوال 16:00        | the same in Tunisia
          الساعة السابعة من مساء الأحد      | الساعة السابعة من مساء 19:00           | of the evening of a day
          السابعة والنصف                    | السابعة والنصف 07:30                   | half past
          الساعة الثامنة وعشرين دقيقة مساء  | الساعة الثامنة وعشرين دقيقة مساء 20:20 | minutes in words
          الساعة الثامنة و20 دقيقة          | الساعة الثامنة و20 دقيقة 08:20         | in figures
          الساعة الواحدة إلا ربعا ظهرا      | الساعة الواحدة إلا ربعا ظهرا 12:45     | back over the hour
          الخامسة والنصف إلا ثلاث دقائق     | الخامسة والنصف إلا ثلاث دقائق 05:27    | half less some minutes
          وصل 15:30 بتوقيت غرينتش           | 15:30 بتوقيت غرينتش 15:30 Z            | Greenwich
          في الساعة ١٥:٣٠                   | الساعة ١٥:٣٠ 15:30                     | Arabic-Indic digits
          عند 7:56:35 مساء                  | 7:56:35 مساء 19:56:35                  | seconds
          الساعة 14,35 (21,35 ت غ)          | الساعة 14,35 14:35 + 21,35 ت غ 21:35 Z | agencies write a comma
          الساعة 1600 بتوقيت جرينيتش        | الساعة 1600 بتوقيت جرينيتش 16:00 Z     | four figures
          الساعة 18:00 بتوقيت القاهرة       | الساعة 18:00 بتوقيت القاهرة 18:00      | another place: no offset is made up
          الساعة 10:30 بالتوقيت المحلي      | الساعة 10:30 بالتوقيت المحلي 10:30     | nor of the place itself
          الساعة 7 صباحا                    | الساعة 7 صباحا 07:00                   | a figure alone
          يفتح 9 صباحا                      | 9 صباحا 09:00                          | without the noun beside a part
          بعد الظهر الساعة 7                | بعد الظهر الساعة 7 19:00               | the part before
          انتهت عند منتصف الليل             | منتصف الليل 00:00                      | by name
          at 7:13pm                         | 7:13pm 19:13                           | English
          """)
  void times(String text, String expected, String why) {
    assertThat(found(text)).as(why).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "على مدار الساعة في المدينة",
        "لمدة 3 ساعات",
        "فاز بنسبة 2:1",
        "نسبة 16:9",
        "بلغ 14,35 مليون",
        "الحلقة الثالثة والعشرين",
        "المرتبة السابعة",
        "يوم 7 مساء",
        "مساء 7 مايو",
        "الساعة 25",
        "الساعة 12:30%",
        "1:12:30:45",
        "منتصف الشهر",
      })
  void noTimeIsBetterThanAWrongOne(String text) {
    assertThat(found(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "الخميس في الساعة الثانية عشرة",
        "الخميس الساعة 7 مساء",
        "الخميس (14,35 ت غ)",
        "الخميس عند منتصف الليل",
      })
  void aTimeLeavesTheDayAsItIs(String text) {
    assertThat(new DateFinder().find(text, LocalDate.of(2025, 2, 27)))
        .extracting(DateMention::start, DateMention::end, DateMention::from)
        .containsExactly(tuple(0, 6, LocalDate.of(2025, 2, 27)));
    assertThat(finder.find(text)).hasSize(1);
  }
}
