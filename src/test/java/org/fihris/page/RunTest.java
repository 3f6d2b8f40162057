package org.fihris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fihris.analysis.MatchLevel;
import org.fihris.snippet.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts taken apart into what is marked and what is written from left to right. */
final class RunTest {

  private static String drawn(List<Run> runs) {
    StringBuilder drawn = new StringBuilder();
    for (Run run : runs) {
      drawn.append(run.foreign() ? "<" : "");
      for (Run.Piece piece : run.pieces()) {
        drawn.append(piece.nearness() == null ? piece.text() : "[" + piece.text() + "]");
      }
      drawn.append(run.foreign() ? ">" : "");
    }
    return drawn.toString();
  }

  private static Snippet.Mark mark(String text, String word) {
    int start = text.indexOf(word);
    return new Snippet.Mark(start, start + word.length(), word, MatchLevel.EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "'قالت (CNN) إن', 'قالت (<CNN>) إن'",
    "'فيروس COVID-19 ينتشر', 'فيروس <COVID-19> ينتشر'",
    "'شركة Bank of America, N.A. أعلنت', 'شركة <Bank of America, N.A>. أعلنت'",
    "'في 2024 و5.6 درجة', 'في 2024 و5.6 درجة'",
    "'Only Latin here', 'Only Latin here'"
  })
  void wordsInLatinLettersAreKeptApartInAnArabicText(String text, String expected) {
    assertThat(drawn(Run.of(text))).isEqualTo(expected);
  }

  @Test
  void aMarkInsideOneLeavesItWhole() {
    String text = "بنك Bank of America أعلن";
    assertThat(drawn(Run.of(text, List.of(mark(text, "America")), 0)))
        .isEqualTo("بنك <Bank of [America]> أعلن");
  }

  @Test
  void aMarkAcrossItsBorderIsNotTornApart() {
    String text = "بنك Bank of America أعلن";
    assertThat(drawn(Run.of(text, List.of(mark(text, "بنك Bank")), 0)))
        .isEqualTo("[بنك Bank] of America أعلن");
  }

  @Test
  void marksAreNumberedThroughAcrossParagraphs() {
    String text = "زلزال أول\n\nثم زلزال ثان";
    Snippet snippet =
        new Snippet(
            "body",
            text,
            List.of(
                new Snippet.Mark(0, 5, "زلزال", MatchLevel.EXACT),
                new Snippet.Mark(14, 19, "زلزال", MatchLevel.STEM)),
            0,
            Snippet.Cut.NOWHERE);
    List<MarkedLine> paragraphs = MarkedLine.paragraphs(snippet, 3);
    assertThat(paragraphs).hasSize(2);
    assertThat(paragraphs.getFirst().runs().getFirst().pieces().getFirst())
        .isEqualTo(new Run.Piece("زلزال", Nearness.SAME, "زلزال", 3));
    assertThat(paragraphs.getLast().runs().getFirst().pieces().get(1))
        .isEqualTo(new Run.Piece("زلزال", Nearness.FORM, "زلزال", 4));
  }

  @Property(tries = 500)
  void noLetterIsLostAndEveryMarkIsThere(
      @ForAll("texts") String text, @ForAll List<Integer> places) {
    List<Snippet.Mark> marks = new ArrayList<>();
    int at = 0;
    for (int place : places) {
      int start = at + Math.floorMod(place, 5);
      int end = start + 1 + Math.floorMod(place, 3);
      if (end <= text.length()) {
        marks.add(new Snippet.Mark(start, end, null, null));
        at = end;
      }
    }
    List<Run.Piece> pieces =
        Run.of(text, marks, 1).stream().flatMap(run -> run.pieces().stream()).toList();
    StringBuilder joined = new StringBuilder();
    pieces.forEach(piece -> joined.append(piece.text()));
    assertThat(joined.toString()).isEqualTo(text);
    assertThat(pieces.stream().filter(piece -> piece.nearness() != null).map(Run.Piece::text))
        .isEqualTo(marks.stream().map(mark -> text.substring(mark.start(), mark.end())).toList());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ابت abC1 .,-()\"").ofMaxLength(40);
  }
}
