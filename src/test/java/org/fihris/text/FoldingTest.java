package org.fihris.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest(name = "{0} folds to {1}: {2}")
  @CsvSource({
    "مِنْ, من, vowel marks",
    "مُدَرِّسٌ, مدرس, shadda and tanwin",
    "رضـــا, رضا, tatweel",
    "أمريكا, امريكا, alef with hamza above",
    "إسطنبول, اسطنبول, alef with hamza below",
    "آسيا, اسيا, alef with madda",
    "ٱلله, الله, alef wasla",
    "هٰذا, هذا, dagger alef",
    "مستشفى, مستشفي, alef maqsura",
    "قمة, قمه, teh marbuta",
    "کی, كي, Persian kaf and yeh",
    "ﺍﻟﻘﺪﺱ, القدس, presentation forms",
    "ﻻ, لا, a ligature is two letters",
    "ﷲ, الله, a ligature of a whole word",
    "٢٠٢٥, 2025, Arabic-Indic digits",
    "۲۰۲۵, 2025, Persian digits",
    "NATO, nato, Latin case",
    "مسؤول, مسؤول, hamza on waw tells words apart",
    "هيئة, هيئه, hamza on yeh tells words apart",
    "ڤيينا, ڤيينا, a letter of its own",
  })
  void folds(String word, String folded, String reason) {
    assertThat(Folding.fold(word)).as(reason).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({"\u200F", "\u200D", "\u200B", "\uFEFF", "\u2067", "\u061C", "\u00AD"})
  void removesWhatCannotBeSeen(String invisible) {
    assertThat(Folding.fold("بو" + invisible + "تين")).isEqualTo("بوتين");
  }

  @Test
  void foldsEveryLetterWithCase() {
    for (int c = Character.MIN_VALUE; c <= Character.MAX_VALUE; c++) {
      char lower = Character.toLowerCase((char) c);
      if (lower != c) {
        assertThat(Folding.replacement((char) c)).isEqualTo(String.valueOf(lower));
      }
    }
  }

  @Property
  void isIdempotent(@ForAll String text) {
    String once = Folding.fold(text);
    assertThat(Folding.fold(once)).isEqualTo(once);
  }

  @Property
  void withOffsetsFoldsAlike(
      @ForAll @CharRange(from = '\u0600', to = '\u06FF') @CharRange(from = '\uFE70', to = '\uFEFF')
          String text) {
    FoldedText folded = Folding.foldWithOffsets(text);
    assertThat(folded.text()).isEqualTo(Folding.fold(text));
    int before = 0;
    for (int i = 0; i < folded.text().length(); i++) {
      int start = folded.originalStart(i);
      assertThat(start).isBetween(before, text.length() - 1);
      assertThat(folded.originalEnd(i + 1)).isBetween(start + 1, text.length());
      assertThat(Folding.fold(text.substring(start, folded.originalEnd(i + 1))))
          .contains(folded.text().substring(i, i + 1));
      before = start;
    }
    assertThat(folded.originalStart(folded.text().length())).isEqualTo(text.length());
  }
}
