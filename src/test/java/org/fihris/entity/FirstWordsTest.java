package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstWordsTest {
  private static final IndexConfig CONFIG = IndexConfig.packaged();
  private static final FirstWords FIRST_WORDS = FirstWords.of(CONFIG);

  /** Or else a query would miss a name that an article is found to have. */
  @Test
  void everyNameOfTheTablesMayNameSomething() {
    Gazetteer gazetteer = Gazetteer.of(CONFIG);
    int names = 0;
    for (GazetteerTable.Row row : gazetteer.rows()) {
      for (Name name : row.names()) {
        for (var words : name.spellings()) {
          assertThat(FIRST_WORDS.mayName("قال " + String.join(" ", words))).as("%s", name).isTrue();
          names++;
        }
      }
    }
    assertThat(names).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"للأمم المتحدة", "ولمصر", "قال عبدالله", "بأمريكا"})
  void particlesAreSeenThrough(String text) {
    assertThat(FIRST_WORDS.mayName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "قصة جميلة", "؟!"})
  void mostWordsBeginNoName(String text) {
    assertThat(FIRST_WORDS.mayName(text)).isFalse();
  }
}
