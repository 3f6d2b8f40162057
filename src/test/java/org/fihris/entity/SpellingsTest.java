package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingsTest {
  private static final Gazetteer GAZETTEER = Gazetteer.of(IndexConfig.packaged());
  private static final EntityRecogniser RECOGNISER = new EntityRecogniser(GAZETTEER);
  private static final Spellings SPELLINGS = new Spellings(GAZETTEER);

  @ParameterizedTest
  @CsvSource({
    "قال ترمب أمس, ترمب",
    "قال ترامب أمس, ترامب",
    "قال دونالد  ترامب, دونالد ترامب",
    "قال دونالد_ترامب, دونالد ترامب",
    "قالت مـصر, مصر",
    "قالت مِصْر, مصر",
    "وقالت أمريكا, أمريكا",
    "وقالت امريكا, امريكا",
    "ولمصر موقف, مصر",
    // Behind ل the alef of the article is not written.
    "قرار للأمم المتحدة, الأمم المتحدة",
    "قرار الأمم المتحدة, الأمم المتحدة",
    // But this name has no article.
    "قرار للبنان, لبنان",
  })
  void theSpellingIsThatOfTheText(String text, String spelling) {
    List<Mention> mentions = RECOGNISER.recognise(text);

    assertThat(mentions).hasSize(1);
    assertThat(SPELLINGS.of(text, mentions.getFirst())).isEqualTo(spelling);
  }
}
