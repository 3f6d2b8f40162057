package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fihris.cluster.TestAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command of {@code docs/features.md} over a folder and over an index on a cluster: they
 * print the same.
 */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class ClusterFeaturesTest {

  /** Times, and cursors, which name the state of an index. */
  private static final Pattern OWN =
      Pattern.compile("\\(\\d+ ms\\)|\"took_ms\" *: *\\d+|\"next\" *: *\"[^\"]*\"");

  /** Scores are the same but for their last digits. */
  private static final Pattern SCORE = Pattern.compile("\\d+\\.\\d{4,}");

  @TempDir private static Path folder;
  private static Path local;
  private static String address;

  @BeforeAll
  static void index() {
    local = folder.resolve("news.idx");
    address = TestAddress.fresh("features").toString();
    FeaturesDocumentTest.index(local);
    FeaturesDocumentTest.index(address);
  }

  @AfterAll
  static void delete() {
    TestAddress.delete(address);
  }

  static List<FeaturesDocumentTest.Row> rows() throws IOException {
    return FeaturesDocumentTest.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theCommandShowsTheSame(FeaturesDocumentTest.Row row) {
    Ran here = row.run(local);
    Ran there = row.run(address);
    assertThat(there.exit()).as(there.err()).isEqualTo(here.exit());
    assertThat(bare(there.out())).isEqualTo(bare(here.out())).isNotBlank();
    assertThat(bare(there.err())).isEqualTo(bare(here.err()));
  }

  private static String bare(String printed) {
    String without = OWN.matcher(printed).replaceAll("");
    String rounded =
        SCORE
            .matcher(without)
            .replaceAll(score -> String.format(Locale.ROOT, "%.3f", Double.valueOf(score.group())));
    return rounded.replace(local.toString(), "INDEX").replace(address, "INDEX");
  }
}
