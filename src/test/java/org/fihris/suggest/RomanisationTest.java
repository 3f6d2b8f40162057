package org.fihris.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisationTest {
  @ParameterizedTest
  @CsvSource({
    "ghaza, غزه",
    "trump, ترامب",
    "putin, بوتين",
    "3arab, عرب",
    "7arb, حرب",
    "obama, اوباما",
    "Khashoggi, خاشقجي",
    "Mohammed, محمد",
    "al-, ",
    "erdogan, اردوغان",
    "sissi, السيسي",
    "merkel, ميركل",
    "macron, ماكرون",
    "2017, ",
    "tokyo, طوكيو",
    "5alid, خالد"
  })
  void latinLettersStandForArabicOnes(String latin, String arabic) {
    Romanisation romanisation = Romanisation.of(latin);
    CharacterRunAutomaton words = new CharacterRunAutomaton(romanisation.words());
    if (arabic == null) {
      assertThat(romanisation.weight("عرب")).isInfinite();
    } else {
      assertThat(words.run(arabic)).isTrue();
      assertThat(romanisation.weight(arabic)).isLessThan(1.3);
    }
  }

  @ParameterizedTest
  @CsvSource({"trump, بوتين", "ghaza, مصر", "'', عرب", "日本, عرب"})
  void otherWordsAreNotMeant(String latin, String arabic) {
    Romanisation romanisation = Romanisation.of(latin);
    assertThat(new CharacterRunAutomaton(romanisation.words()).run(arabic)).isFalse();
    assertThat(romanisation.weight(arabic)).isInfinite();
  }
}
