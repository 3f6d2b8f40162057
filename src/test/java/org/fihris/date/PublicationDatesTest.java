package org.fihris.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDatesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          2018-03-25                        | 2018-03-25 | -                         | ISO day
          2018-03-25T02:30:00               | 2018-03-25 | -                         | local time: no moment
          2018-03-25 02:30                  | 2018-03-25 | -                         | a space for the T
          2018-03-25T02:30:00+04:00         | 2018-03-25 | 2018-03-25T02:30+04:00    | the day in its own zone
          2018-03-25T22:30:00.120Z          | 2018-03-25 | 2018-03-25T22:30Z         | fraction
          2018-03-25T023000                 | 2018-03-25 | -                         | time in basic form
          20180325T023000Z                  | 2018-03-25 | 2018-03-25T02:30Z         | all in basic form
          1521945000                        | 2018-03-25 | 2018-03-25T02:30Z         | seconds
          1521945000000                     | 2018-03-25 | 2018-03-25T02:30Z         | milliseconds
          Sun, 25 Mar 2018 02:30:00 GMT     | 2018-03-25 | 2018-03-25T02:30Z         | RFC 822
          Sun, 25 Mar 2018 02:30:00 +0000   | 2018-03-25 | 2018-03-25T02:30Z         | offset zero
          Sun, 25 Mar 2018 02:30:00 +0400   | 2018-03-25 | 2018-03-25T02:30+04:00    | offset
          25 Mar 2018 02:30 EST             | 2018-03-25 | 2018-03-25T02:30-05:00    | named zone, no weekday
          Sun, 25 Mar 18 02:30:00 GMT       | 2018-03-25 | 2018-03-25T02:30Z         | year in two digits
          04/03/2018                        | 2018-03-04 | -                         | the day first
          4-3-2018                          | 2018-03-04 | -                         | dashes
          4.3.2018 14:30                    | 2018-03-04 | -                         | dots and a time
          2018/3/4                          | 2018-03-04 | -                         | the year first
          ٤/٣/٢٠١٨                          | 2018-03-04 | -                         | Arabic-Indic digits
          الأحد 4 مارس 2018                 | 2018-03-04 | -                         | words
          الأحد، 4 آذار/مارس 2018 02:30 م   | 2018-03-04 | -                         | words and time
          March 4, 2018                     | 2018-03-04 | -                         | English words
          """)
  void metadata(String value, String day, String time, String why) {
    assertThat(PublicationDates.ofMetadata(value))
        .as(why)
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.day()).hasToString(day);
              assertThat(known.time()).isEqualTo(time == null ? null : OffsetDateTime.parse(time));
              assertThat(known.method()).isEqualTo(Method.METADATA);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2017",
        "2017-13-01",
        "0000-00-00",
        "0001-01-01T00:00:00",
        "2018-03-25T25:00:00Z",
        "2018-03-25T10:00:00+99:00",
        "9/18/2015",
        "الاثنين 4 مارس 2018",
        "Mon, 25 Mar 2018 02:30:00 GMT",
        "4 مارس",
        "مارس 2018",
        "2018",
        "قبل ساعتين",
        "قال في 4 مارس 2018",
        "99999999999999999999",
      })
  void whatIsMalformedOrImpossibleStaysUnknownAndIsQuoted(String value) {
    assertThat(PublicationDates.ofMetadata(value))
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.reason()).contains(value));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          الأحد 4 مارس 2018                                 | true
          نشر في: 4 مارس 2018                                | true
          تاريخ النشر: 04/03/2018 - 14:30                    | true
          آخر تحديث: 4 مارس 2018 الساعة 14:30 بتوقيت غرينتش  | true
          الأحد 16 جمادى الآخرة 1439هـ - 4 مارس 2018م        | true
          نشر: 4 مارس 2018 - تحديث: 5 مارس 2018              | true
          نُشر: 16:42-04 مارس 2018 م ـ 16 جمادى الآخرة 1439 هـ | true
          آخر تحديث: 17:10-4 مارس 2018 م ـ 16 جمادى الآخرة 1439 هـ | true
          16:42-04/03/2018                                   | true
          0123-4567-13 مارس                                  | false
          من لقاء الوزيرين في عمان، 4 مارس 2018 (رويترز)     | false
          وقع الهجوم في 4 مارس 2018                          | false
          حصاد عام 2018                                      | false
          1234567890                                         | false
          """)
  void datelines(String line, boolean expected) {
    assertThat(PublicationDates.isDateline(line)).isEqualTo(expected);
  }

  @Test
  void publicationIsBelievedBeforeUpdate() {
    List<String> lines = List.of("آخر تحديث: 5 مارس 2018", "نشر في: 4 مارس 2018");
    assertThat(PublicationDates.ofDatelines(lines))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.day()).hasToString("2018-03-04");
              assertThat(known.method()).isEqualTo(Method.DATELINE);
            });
  }

  @Test
  void timeOfAnUpdateBehindThePlainDateLeavesTheDateThatOfPublication() {
    assertThat(
            PublicationDates.ofDatelines(
                List.of("الاثنين، 05 آذار/مارس 2018، آخر تحديث 14:30 (GMT+0400)")))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.day()).hasToString("2018-03-05");
              assertThat(known.time()).isNull();
              assertThat(known.confidence()).isEqualTo(PublicationDate.Confidence.STATED);
            });
    assertThat(
            PublicationDates.ofDatelines(List.of("GMT 14:27 05.03.2018(محدثة 09:30 06.03.2018)")))
        .isInstanceOfSatisfying(
            Known.class, known -> assertThat(known.time()).isEqualTo("2018-03-05T14:27Z"));
  }

  @Test
  void anUpdateAloneIsBetterThanNothing() {
    assertThat(PublicationDates.ofDatelines(List.of("آخر تحديث: 5 مارس 2018 14:30 GMT")))
        .isInstanceOfSatisfying(
            Known.class,
            known -> assertThat(known.time()).isEqualTo(OffsetDateTime.parse("2018-03-05T14:30Z")));
  }

  @Test
  void twoDifferentDatesOfOneRankContradict() {
    assertThat(PublicationDates.ofDatelines(List.of("4 مارس 2018", "5 مارس 2018")))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void theSameDateTwiceDoesNot() {
    assertThat(PublicationDates.ofDatelines(List.of("4 مارس 2018", "04/03/2018")))
        .isInstanceOf(Known.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "نُشر: 16:42-04 مارس 2018 م ـ 16 جمادى الآخرة 1439 هـ",
        "16:42-04/03/2018",
        "09:05–4 آذار 2018",
      })
  void aTimeJoinedToTheDayIsNoZone(String line) {
    assertThat(PublicationDates.ofDatelines(List.of(line)))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.day()).hasToString("2018-03-04");
              assertThat(known.time()).isNull();
            });
  }

  @Test
  void anOffsetOfTheTimeStaysOne() {
    assertThat(PublicationDates.ofDatelines(List.of("4 مارس 2018 14:30 -05:00")))
        .isInstanceOfSatisfying(
            Known.class,
            known ->
                assertThat(known.time()).isEqualTo(OffsetDateTime.parse("2018-03-04T14:30-05:00")));
  }
}
