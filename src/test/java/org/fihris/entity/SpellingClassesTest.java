package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.Folding;
import org.junit.jupiter.api.Test;

/** What must hold of the packaged table of spellings, whatever reads it. */
class SpellingClassesTest {

  @Test
  void everyClassHasDistinctSpellingsThatNoOtherClassHas() {
    Map<String, Integer> lines = new HashMap<>();
    for (ConfigLine line : IndexConfig.packaged().lines("spelling-classes.txt")) {
      Set<String> folded = new HashSet<>();
      for (String spelling : line.text().split("\\|")) {
        assertThat(spelling.strip()).as("line %s", line.number()).matches("[\\p{L}\\p{M}]+");
        assertThat(folded.add(Folding.fold(spelling.strip())))
            .as("%s is there twice in line %s, folded", spelling, line.number())
            .isTrue();
      }
      assertThat(folded).as("line %s", line.number()).hasSizeGreaterThan(1);
      for (String word : folded) {
        assertThat(lines.put(word, line.number()))
            .as("%s stands in line %s too", word, line.number())
            .isNull();
      }
    }
    assertThat(lines).hasSizeGreaterThan(300);
  }
}
