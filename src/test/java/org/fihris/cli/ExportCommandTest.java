package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.cli.Ran.fihris;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fihris.apitests.Testdata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Export, orders and cursors through the entry point. */
class ExportCommandTest {
  @TempDir private static Path shared;
  private static Path index;

  @TempDir private Path folder;

  @BeforeAll
  static void buildIndex() {
    index = shared.resolve("news.idx");
    Testdata.index(index);
  }

  @Test
  void writesAllHitsAsLines() throws IOException {
    Ran ran = fihris("export", index);

    assertThat(ran.exit()).isZero();
    assertThat(ran.objects()).hasSize(Testdata.size());
    assertThat(ran.objects().getFirst().propertyNames())
        .containsExactly("id", "date", "source", "category", "title", "url");
    assertThat(ran.err()).isEqualTo(Testdata.size() + " articles exported\n");
    List<String> dates =
        ran.objects().stream()
            .filter(hit -> !hit.get("date").isNull())
            .map(hit -> hit.get("date").asString().substring(0, 10))
            .toList();
    assertThat(dates).isSorted();
    assertThat(ran.objects().getLast().get("date").isNull()).as("the undated come last").isTrue();
  }

  @Test
  void narrowsDownAsSearchDoes() {
    Ran search =
        fihris("search", index, "ترامب", "-رياضة", "--from", "2025-01-01", "-n", "50", "--json");
    Ran export =
        fihris("export", index, "ترامب", "-رياضة", "--from", "2025-01-01", "--sort", "relevance");
    assertThat(ids(export.objects())).isNotEmpty().isEqualTo(ids(hits(search)));
  }

  @Test
  void tellsTheFormatByTheNameOfTheFile() throws IOException {
    Path file = folder.resolve("export.csv");
    Ran ran = fihris("export", index, "--fields", "title,id,persons", "-o", file, "--bom");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo(Testdata.size() + " articles exported to " + file + "\n");
    assertThat(Files.readString(file)).startsWith("\uFEFFtitle,id,persons\r\n");
    Ran again = fihris("export", index, "-o", file);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("is there already").contains("--overwrite");
    assertThat(fihris("export", index, "-o", file, "--overwrite").exit()).isZero();
  }

  @Test
  void nothingFoundIsNoError() {
    Ran ran = fihris("export", index, "سعدانكو", "--format", "csv");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("id,date,source,category,title,url\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--fields headline | there is no field 'headline'; the fields are id, title",
        "--fields id,id | none twice",
        "--bom | --bom and --raw need --format csv",
        "--overwrite | --overwrite needs --output",
        "--half-life 7d | --half-life and --as-of need --sort recent",
        "--sort recent --half-life soon | 'soon' is no time; write it as 90m, 12h, 7d or 4w",
        "--sort recent --half-life 0h | a half-life is from 1 minute to 36525 days"
      })
  void misuseIsExplained(String options, String message) {
    List<Object> arguments = new ArrayList<>(List.of("export", index));
    arguments.addAll(List.of(options.split(" ")));
    Ran ran = fihris(arguments);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"relevance", "newest", "oldest", "index", "recent"})
  void searchGoesOnBehindACursor(String order) {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      List<Object> arguments =
          new ArrayList<>(List.of("search", index, "ترامب OR قمة", "-n", "3", "--json"));
      arguments.addAll(List.of("--sort", order, "--facet-limit", "0"));
      if (cursor != null) {
        arguments.addAll(List.of("--after", cursor));
      }
      Ran ran = fihris(arguments);
      assertThat(ran.exit()).isZero();
      seen.addAll(ids(hits(ran)));
      JsonNode next = ran.object().get("next");
      cursor = next.isNull() ? null : next.asString();
    } while (cursor != null);
    Ran whole = fihris("search", index, "ترامب OR قمة", "-n", "100", "--sort", order, "--json");
    assertThat(seen).isEqualTo(ids(hits(whole))).hasSizeGreaterThan(6);
  }

  @Test
  void aCursorIsNotMixedUp() {
    String next =
        fihris("search", index, "ترامب", "-n", "3", "--json").object().get("next").asString();
    Ran people = fihris("search", index, "ترامب", "-n", "3", "--after", next);
    assertThat(people.out()).contains("\n4. ").doesNotContain("\n1. ");
    Ran other = fihris("search", index, "مصر", "--after", next);
    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.err()).contains("the cursor is of another search");
    Ran both = fihris("search", index, "ترامب", "--after", next, "--offset", "3");
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("--after and --offset exclude each other");
    assertThat(fihris("search", index, "ترامب", "--after", "x".repeat(9_000)).exit()).isEqualTo(2);
  }

  @Test
  void explainTellsWhatRecencyAdds() {
    String id = "dt-2025-0213";
    Ran ran =
        fihris("explain", index, "ترمب", "--id", id, "--sort", "recent", "--as-of", "2025-02-20");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("recency")
        .contains("for being published ")
        .contains("% of the points");
    JsonNode plain = fihris("explain", index, "ترمب", "--id", id, "--json").object();
    assertThat(plain.get("recency").isNull()).isTrue();
  }

  private static List<JsonNode> hits(Ran search) {
    List<JsonNode> hits = new ArrayList<>();
    search.object().get("hits").forEach(hits::add);
    return hits;
  }

  private static List<String> ids(List<JsonNode> hits) {
    return hits.stream().map(hit -> hit.get("id").asString()).toList();
  }
}
