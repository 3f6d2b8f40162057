package org.fihris.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          قال نعم. ثم خرج.        | قال نعم. /ثم خرج.          | full stop
          هل يعود؟ لا أحد يعلم    | هل يعود؟ /لا أحد يعلم      | Arabic question mark
          جاء الوفد؛ وغادر        | جاء الوفد؛ /وغادر          | Arabic semicolon
          "سنعود". وأضاف          | "سنعود". /وأضاف            | the quotation mark stays with its sentence
          قال "سنعود." وأضاف      | قال "سنعود." /وأضاف        | also behind the stop
          ارتفع 2.5 في المئة      | ارتفع 2.5 في المئة         | a decimal point ends nothing
          موقع example.com العام  | موقع example.com العام     | nor does the dot of an address
          ربما... ثم صمت          | ربما... /ثم صمت            | an ellipsis of three dots
          واحد                    | واحد                       | no end at all
          قال د. محمد نعم. ثم خرج | قال د. محمد نعم. /ثم خرج   | the dot of a title ends nothing
          أ. د. سامي حضر          | أ. د. سامي حضر             | nor do those of two
          أ.د. سامي حضر           | أ.د. سامي حضر              | written together
          ذكرت أ.ف.ب. وأضافت      | ذكرت أ.ف.ب. /وأضافت        | an agency may end a sentence
          عام 1434 هـ. ثم عاد     | عام 1434 هـ. /ثم عاد       | the sign of an era may end one
          عام 2013. ثم عاد        | عام 2013. /ثم عاد          | so may a number
          1. البند 2. البند       | 1. البند 2. /البند         | a number of a list ends nothing
          قال Mr. Smith نعم       | قال Mr. Smith نعم          | nor does a Latin title
          هل عاد؟نعم عاد          | هل عاد؟/نعم عاد            | the blank is forgotten often
          «لن نعود!» قال          | «لن نعود!» /قال            | quotation marks close with it
          """)
  void cuts(String text, String cut, String reason) {
    assertThat(String.join("/", pieces(text))).as(reason).isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource({"'عنوان\nالنص يبدأ', 'عنوان\n/النص يبدأ'", "'سطر\n\n \nسطر', 'سطر\n\n \n/سطر'"})
  void aLineEndEndsASentence(String text, String cut) {
    assertThat(String.join("/", pieces(text))).isEqualTo(cut);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          قال د. محمد إن     | قال/د. محمد/إن            | not behind a title
          في New York أمس    | في/New York/أمس           | not between Latin words
          نحو 12 000 شخص     | نحو/12 000/شخص            | not inside a number
          عن أ.ف.ب أن 1,000  | عن/أ.ف.ب/أن/1,000        | nor inside what has no blank
          """)
  void mayBeCutBetweenWords(String text, String cut, String reason) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (at == text.length() || Sentences.mayCutBefore(text, at)) {
        pieces.add(text.substring(from, at).strip());
        from = at;
      }
    }
    assertThat(String.join("/", pieces)).as(reason).isEqualTo(cut);
  }

  /** Also across the pieces in which a text is looked at, and where it is not looked further. */
  @Property(tries = 300)
  void startsAndEndsAreThoseOfEveryPlace(
      @ForAll @StringLength(max = 200) @Chars({'ا', 'ب', '.', '؟', ' ', '\n', '"', '\u00A0', '7'})
          String text,
      @ForAll @IntRange(max = 200) int reach) {
    SentenceStarts starts = new SentenceStarts(text);
    for (int at = 0; at < text.length(); at++) {
      assertThat(starts.begins(at)).isEqualTo(Sentences.begins(text, at));
      assertThat(starts.start(at, at - reach)).isEqualTo(startBefore(text, at, at - reach));
      assertThat(starts.end(at, at + reach)).isEqualTo(endBehind(text, at, at + reach));
    }
  }

  private static int startBefore(String text, int place, int least) {
    for (int at = place; at >= Math.max(0, least); at--) {
      if (Sentences.begins(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static int endBehind(String text, int place, int most) {
    for (int at = place + 1; at <= Math.min(most, text.length()); at++) {
      if (at == text.length() || Sentences.begins(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    SentenceStarts starts = new SentenceStarts(text);
    for (int from = 0; from < text.length(); ) {
      int to = starts.end(from, text.length());
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
