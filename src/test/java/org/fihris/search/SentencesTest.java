package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
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
          """)
  void cuts(String text, String cut, String reason) {
    assertThat(String.join("/", pieces(text))).as(reason).isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource({"'عنوان\nالنص يبدأ', 'عنوان\n/النص يبدأ'", "'سطر\n\n \nسطر', 'سطر\n\n \n/سطر'"})
  void aLineEndEndsASentence(String text, String cut) {
    assertThat(String.join("/", pieces(text))).isEqualTo(cut);
  }

  @Property
  void boundariesAgreeHoweverTheyAreAskedFor(
      @ForAll @Chars({'ا', 'ب', '.', '؟', ' ', '\n', '"', '؛', '\u00A0'}) String text) {
    Sentences sentences = new Sentences();
    sentences.setText(text);
    List<Integer> forward = new ArrayList<>();
    for (int at = sentences.first(); at != BreakIterator.DONE; at = sentences.next()) {
      forward.add(at);
    }
    List<Integer> backward = new ArrayList<>();
    for (int at = sentences.last(); at != BreakIterator.DONE; at = sentences.previous()) {
      backward.addFirst(at);
    }
    assertThat(backward).isEqualTo(forward).isSorted().doesNotHaveDuplicates();
    for (int at = 0; at <= text.length(); at++) {
      assertThat(sentences.isBoundary(at)).isEqualTo(forward.contains(at));
    }
  }

  private static List<String> pieces(String text) {
    Sentences sentences = new Sentences();
    sentences.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
