package org.fihris.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Words that must meet in a search and words that must not, each with its reason. */
class StemPairsTest {
  private static final NewsAnalyzer ANALYZER = new NewsAnalyzer(IndexConfig.packaged());

  @ParameterizedTest(name = "{0} and {1} {2}: {3}")
  @CsvFileSource(resources = "pairs.tsv", delimiter = '\t')
  void decides(String word, String other, String expected, String reason) {
    List<String> stem = stem(word);
    assertThat(stem).as(word).isNotEmpty();
    if (expected.equals("meet")) {
      assertThat(stem).as(reason).isEqualTo(stem(other));
    } else {
      assertThat(stem).as(reason).isNotEqualTo(stem(other));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "pairs.tsv", delimiter = '\t')
  void aStemIsItsOwnStem(String word, String other, String expected, String reason) {
    List<String> stem = stem(word);
    assertThat(stem(String.join(" ", stem))).isEqualTo(stem);
  }

  private static List<String> stem(String text) {
    return ANALYZER.trace(text).getLast().terms();
  }
}
