package org.fihris.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.fihris.text.ExactFolding;
import org.fihris.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormsTest {

  @ParameterizedTest
  @CsvSource({
    "الأُسرة, true",
    "الاسره, true",
    "الاسرة, true",
    "ٱلأسرةِ, true",
    "الأسر, false",
    "أسرة, false",
    "والأسرة, false"
  })
  void aFoldedWordIsWrittenWithHamzaAndMarksOrWithout(String written, boolean isIt) {
    Automaton writings = WordForms.writings(List.of(Folding.fold("الأسرة")));
    assertThat(Operations.run(writings, written)).isEqualTo(isIt);
  }

  @ParameterizedTest
  @CsvSource({
    "الأسرة, true",
    "والأسرة, true",
    "بالأسرة, true",
    "وللأسرة, true",
    "للأُسرة, true",
    "كالاسره, true",
    "أسرة, false",
    "سالأسرة, false"
  })
  void particlesMayBeJoinedToAWord(String written, boolean isIt) {
    Automaton writings = WordForms.joinedWritings(List.of(Folding.fold("الأسرة")));
    assertThat(Operations.run(writings, written)).isEqualTo(isIt);
  }

  @ParameterizedTest
  @CsvSource({
    "كتاب, كاتب, true",
    "كتاب, كتب, true",
    "كتاب, مكتب, false",
    "سياسه, سياسي, false",
    "نهار, نهر, true",
    "مسلح, مسلحه, true",
    "لبن, لبنان, false"
  })
  void kinHaveTheConsonantsOfAStem(String stem, String other, boolean areKin) {
    Automaton kin = WordForms.kin(stem);
    assertThat(kin != null && Operations.run(kin, other)).isEqualTo(areKin);
  }

  @Test
  void everyUnitThatFoldsToALetterIsOneOfItsWritings() {
    for (int c = 0x0600; c < 0x0700; c++) {
      String unit = String.valueOf((char) c);
      String folded = Folding.fold(unit);
      if (ExactFolding.replacement((char) c) == null && folded.length() == 1) {
        assertThat(Operations.run(WordForms.writings(List.of(folded)), unit)).as(unit).isTrue();
      }
    }
  }
}
