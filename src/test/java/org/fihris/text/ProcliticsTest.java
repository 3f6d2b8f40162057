package org.fihris.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcliticsTest {

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "موسكو, 0, no particle",
    "بموسكو, 1, preposition",
    "وموسكو, 1, conjunction",
    "وبموسكو, 2, conjunction and preposition",
    "وبن, 1, two letters must remain",
    "ول, 0, nothing would remain",
    "بوتين, 1, a possible reading though not the meant one",
  })
  void countsTheUnitsThatMayBeParticles(String word, int longest, String reason) {
    assertThat(Proclitics.longest(word, 0, word.length())).as(reason).isEqualTo(longest);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"للرئيس, 1, true", "وللرئيس, 2, true", "لبنان, 1, false", "بلجيكا, 1, false"})
  void knowsWhereTheArticleLostItsAlef(String word, int rest, boolean swallows) {
    assertThat(Proclitics.swallowsAlef(word, rest, word.length())).isEqualTo(swallows);
  }
}
