package org.fihris.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.fihris.config.ConfigException;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private final Lexicon lexicon =
      Lexicon.of(
          lines("رئيس\tرؤساء"), lines("أعلن\tيعلن", "رؤساء\tيرأس"), lines("وزير لبنان وزارة"));

  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource({
    "وزير, وزير, stands in the lexicon",
    "لوزير, وزير, a known word remains",
    "الوزير, وزير, the article",
    "لبنان, لبنان, known whole, so ل stays",
    "وزاراتها, وزاره, the plural of وزارة before a pronoun",
    "رؤسائهم, رئيس, hamza on its seat, then the table of stems",
    "ستعلن, اعلن, the verb is listed in the third person",
    "يرأس, رئيس, a form of a form leads to the stem",
    "لندن, لندن, unknown: a single letter before an unknown word stays",
    "وكابول, كابول, unknown: و goes",
    "كابولها, كابول, unknown: a pronoun goes by its form",
    "دب, دب, too short to cut",
    "abc, abc, not Arabic",
  })
  void stems(String word, String stem, String reason) {
    assertThat(stem(lexicon, org.fihris.text.Folding.fold(word))).as(reason).isEqualTo(stem);
  }

  @Test
  void leavesAWordAloneThatIsLongerThanAnyWord() {
    String word = "ا".repeat(Lexicon.LONGEST + 1);
    assertThat(stem(lexicon, word)).isEqualTo(word);
  }

  @Test
  void everyStemInThePackagedTablesIsItsOwnStem() {
    Lexicon packaged = Lexicon.of(IndexConfig.packaged());
    for (String file : List.of(Lexicon.WORDS_FILE, Lexicon.STEMS_FILE, Lexicon.VERBS_FILE)) {
      for (ConfigLine line : IndexConfig.packaged().lines(file)) {
        for (String word : org.fihris.text.Folding.fold(line.text()).split("\\s")) {
          String stem = stem(packaged, word);
          assertThat(stem(packaged, stem)).as(word).isEqualTo(stem);
        }
      }
    }
  }

  @Test
  void refusesAFormOfTwoStems() {
    assertThatThrownBy(() -> Lexicon.of(lines("كتاب\tكتب", "كتبة\tكتب"), List.of(), List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table:2")
        .hasMessageContaining("earlier line");
  }

  @Test
  void refusesAStemThatIsAForm() {
    assertThatThrownBy(() -> Lexicon.of(lines("كتاب\tكتب", "كتب\tكتابة"), List.of(), List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table:2");
  }

  @ParameterizedTest
  @CsvSource({"'رئيس\tرؤساء\tرئيسة'", "'رئيس\tرؤساء  رئيسة'", "'ابجدابجدابجدابجدابجدابجدا'"})
  void refusesALineThatIsNoneOfTheTable(String line) {
    assertThatThrownBy(() -> Lexicon.of(lines(line), List.of(), List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table:1");
  }

  private static String stem(Lexicon lexicon, String word) {
    char[] buffer = new char[Math.max(word.length(), NewsStemmer.ROOM)];
    word.getChars(0, word.length(), buffer, 0);
    return new String(buffer, 0, new NewsStemmer(lexicon).stem(buffer, word.length()));
  }

  private static List<ConfigLine> lines(String... lines) {
    return IntStream.range(0, lines.length)
        .mapToObj(i -> new ConfigLine("table", i + 1, lines[i]))
        .toList();
  }
}
