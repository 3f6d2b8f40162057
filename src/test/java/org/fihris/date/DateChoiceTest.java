package org.fihris.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fihris.date.Candidate.Event;
import org.fihris.date.PublicationDate.Confidence;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Precision;
import org.fihris.date.PublicationDate.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateChoiceTest {

  /**
   * Candidates as {@code method value}, separated by semicolons; {@code updated} may stand first.
   */
  private static PublicationDate chosen(String candidates) {
    return PublicationDates.choose(
        candidates.isBlank()
            ? List.of()
            : Arrays.stream(candidates.split(";")).map(c -> candidate(c.strip())).toList());
  }

  private static Candidate candidate(String text) {
    Event event = text.startsWith("updated ") ? Event.UPDATED : Event.PUBLISHED;
    String rest = event == Event.UPDATED ? text.substring("updated ".length()) : text;
    int space = rest.indexOf(' ');
    Method method = Method.valueOf(rest.substring(0, space).toUpperCase(Locale.ROOT));
    return new Candidate(method, rest.substring(space + 1), event);
  }

  private static String told(PublicationDate date) {
    return switch (date) {
      case Known known ->
          (known.time() == null ? known.day() : known.time())
              + " "
              + String.join(
                  " ",
                  List.of(name(known.method()), name(known.precision()), name(known.confidence())))
              + known.disagreements().stream()
                  .map(other -> ", " + name(other.method()) + " " + other.stated())
                  .collect(Collectors.joining());
      case Unknown unknown -> "unknown: " + unknown.reason();
    };
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metadata 2018-03-25                                     | 2018-03-25 metadata day stated | one place
          metadata 2018-03-25T02:30Z                              | 2018-03-25T02:30Z metadata minute stated | to the minute
          metadata Sun, 25 Mar 2018 02:30:00 GMT                  | 2018-03-25T02:30Z metadata second stated | to the second
          markup 2018-03-25; url https://a.example/2018/03/25/x   | 2018-03-25 markup day confirmed | the address agrees
          dateline الأحد 25 مارس 2018; markup 2018-03-25          | 2018-03-25 markup day confirmed | the order given does not matter between methods
          metadata 2018-03-25; dateline نشر في 26 مارس 2018        | 2018-03-25 metadata day disputed, dateline 2018-03-26 | the better method
          metadata 2018-03-25T22:30Z; dateline 26 مارس 2018        | 2018-03-25T22:30Z metadata minute confirmed | one moment, another day in Riyadh
          metadata 2018-03-25T10:30Z; dateline 26 مارس 2018        | 2018-03-25T10:30Z metadata minute disputed, dateline 2018-03-26 | no zone of news is so far east
          metadata 2018-03-25; dateline 26 مارس 2018; url http://a.example/2018/3/26/x | 2018-03-26 dateline day disputed, metadata 2018-03-25 | a page's line and its address against a template
          metadata 2018-03-25; markup 2018-03-26; dateline 26 مارس 2018 | 2018-03-25 metadata day disputed, markup 2018-03-26, dateline 2018-03-26 | the day of the reader may stand twice
          metadata 2018-03-25; metadata 2018-03-20; url /2018/03/20/ | 2018-03-20 metadata day disputed, metadata 2018-03-25 | the one that is confirmed
          metadata 2018-03-25; metadata 2018-03-20                | 2018-03-25 metadata day disputed, metadata 2018-03-20 | the first is trusted
          metadata 2018-03-25; metadata 2018-03-25T12:00:09+02:00 | 2018-03-25T12:00:09+02:00 metadata second stated | the more exact
          markup 2018-03-25; markup 2018-03-20; url /2018/03/20/  | 2018-03-20 markup day disputed, markup 2018-03-25 | the address chooses
          markup 2018-03-25; markup 2018-03-20; dateline 25 مارس 2018; url /2018/03/20/ | 2018-03-25 dateline day disputed, markup 2018-03-20, url 2018-03-20 | two pairs: elements that differ state nothing
          dateline 25 مارس 2018; dateline نشر: 24 مارس 2018        | 2018-03-24 dateline day stated | a label
          dateline نشر: 24 مارس 2018 - تحديث: 25 مارس 2018         | 2018-03-24 dateline day stated | an update is no disagreement
          metadata الاثنين 25 مارس 2018; dateline 25 مارس 2018     | 2018-03-25 dateline day disputed, metadata الاثنين 25 مارس 2018 | that day was no Monday
          metadata 0001-01-01T00:00:00; dateline 25 مارس 2018      | 2018-03-25 dateline day disputed, metadata 0001-01-01T00:00:00 | no newspaper has that year
          metadata قبل ساعتين; dateline 25 مارس 2018               | 2018-03-25 dateline day stated | what is no date disputes none
          metadata 2018-03-25; url /news/20180325/x               | 2018-03-25 metadata day confirmed | digits confirm
          url /news/20180325/x                                    | 2018-03-25 url day indirect | digits alone are a conclusion
          url https://a.example/202003171044893040-x/             | 2020-03-17 url day indirect | the day before a running number
          url https://a.example/2018/03/25/x.html                 | 2018-03-25 url day stated | parts of a path
          url https://a.example/25-03-2018/x                      | 2018-03-25 url day stated | the day first
          metadata 2018-03-25; url https://a.example/2018/03/x    | 2018-03-25 metadata day confirmed | the month agrees
          metadata 2018-04-02; url https://a.example/2018/03/x    | 2018-04-02 metadata day disputed, url 2018-03 | the month does not
          header Sun, 25 Mar 2018 02:30:00 GMT                    | 2018-03-25T02:30Z header second indirect | a header alone
          header Sun, 25 Mar 2018 02:30:00 GMT; metadata 2017-01-02 | 2017-01-02 metadata day stated | stored later than published
          header Sun, 25 Mar 2018 02:30:00 GMT; metadata 2018-06-01; dateline 2 يناير 2017 | 2017-01-02 dateline day disputed, metadata 2018-06-01 | nothing is published after it was stored
          header Sun, 25 Mar 2018 22:30:00 GMT; metadata 2018-03-26 | 2018-03-26 metadata day stated | but zones differ by a day
          header Thu, 01 Jan 1970 00:00:00 GMT; metadata 2018-03-26 | 2018-03-26 metadata day stated | a clock that was not set
          updated metadata 2018-03-25                             | 2018-03-25 metadata day indirect | an update alone
          updated metadata 2018-03-25; dateline 24 مارس 2018       | 2018-03-24 dateline day stated | is no dispute
          """)
  void chooses(String candidates, String expected, String why) {
    assertThat(told(chosen(candidates))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                          | none is stated
          url https://a.example/news/3126898/1/x      | none is stated
          url https://2018-03-25.example/x            | none is stated
          url /2018/03/25/2017/01/01/x                | none is stated
          url https://a.example/2018/03/x             | only a month is stated, in the address: '2018-03'
          metadata قبل ساعتين                         | the date field holds no date this engine can read: 'قبل ساعتين'
          dateline 25 مارس 2018; dateline 24 مارس 2018 | two different days are stated: 2018-03-25, 2018-03-24
          dateline الاثنين 25 مارس 2018                | the weekday and the day contradict each other: 'الاثنين 25 مارس 2018'
          header Sun, 25 Mar 2018 02:30:00 GMT; metadata 2031-06-01 | -
          """)
  void staysUnknown(String candidates, String reason) {
    if (reason.equals("-")) {
      // The header dates the page, the wrong date disputes it.
      assertThat(told(chosen(candidates)))
          .isEqualTo("2018-03-25T02:30Z header second disputed, metadata 2031-06-01");
    } else {
      assertThat(told(chosen(candidates))).isEqualTo("unknown: " + reason);
    }
  }

  @Test
  void aDateThatNothingConfirmsIsStated() {
    assertThat(chosen("metadata 2018-03-25"))
        .isEqualTo(new Known(java.time.LocalDate.of(2018, 3, 25), null, Method.METADATA));
  }

  @Property(tries = 1000)
  void anyCandidateIsRead(@ForAll Method method, @ForAll Event event, @ForAll String value) {
    PublicationDate date =
        PublicationDates.choose(
            List.of(new Candidate(method, value, event), new Candidate(Method.URL, "/x/" + value)));
    if (date instanceof Known known) {
      assertThat(known.precision() == Precision.DAY).isEqualTo(known.time() == null);
      assertThat(known.confidence() == Confidence.DISPUTED)
          .isEqualTo(!known.disagreements().isEmpty());
    }
  }
}
