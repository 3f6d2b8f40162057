package org.fihris.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fihris.config.ConfigException;
import org.fihris.config.ConfigLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingClassesTest {
  private final SpellingClasses classes =
      SpellingClasses.of(lines("ترامب|ترمب", "أمريكي|أميركي", "الإنكليز|الانجليز"));

  @ParameterizedTest(name = "{0} is indexed as {1}")
  @CsvSource({
    "ترمب, ترامب",
    "ترامب, ترامب",
    "وترمب, وترامب",
    "لترمب, لترامب",
    "فبترمب, فبترامب",
    "كوترمب, كوترمب", // no such chain of particles is in the table
    "اميركي, امريكي",
    "للانجليز, للانكليز",
  })
  void givesTheIndexedSpelling(String word, String indexed) {
    String canonical = classes.canonical(word.toCharArray(), word.length());
    assertThat(canonical == null ? word : canonical).isEqualTo(indexed);
  }

  @Test
  void leavesOtherWordsAlone() {
    assertThat(classes.canonical("وزير".toCharArray(), 4)).isNull();
  }

  @Test
  void refusesAClassOfOneSpelling() {
    assertThatThrownBy(() -> SpellingClasses.of(lines("ترامب|ترامب")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("spelling-classes.txt:1");
  }

  @Test
  void refusesASpellingInTwoClasses() {
    assertThatThrownBy(() -> SpellingClasses.of(lines("ترامب|ترمب", "طرمب|ترمب")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("spelling-classes.txt:2")
        .hasMessageContaining("line 1");
  }

  private static List<ConfigLine> lines(String... lines) {
    return java.util.stream.IntStream.range(0, lines.length)
        .mapToObj(i -> new ConfigLine("spelling-classes.txt", i + 1, lines[i]))
        .toList();
  }
}
