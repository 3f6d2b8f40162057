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

/** The commands that look at entities and correct them, through the entry point. */
class EntityCommandsTest {
  @TempDir private static Path shared;
  private static Path index;

  @TempDir private Path folder;

  @BeforeAll
  static void buildIndex() {
    index = shared.resolve("news.idx");
    List<Object> arguments = new ArrayList<>(List.of("index", index));
    arguments.addAll(Testdata.SOURCES);
    assertThat(fihris(arguments).exit()).isZero();
  }

  /** A copy of the index whose entities may be corrected. */
  private Path own() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("own.idx"));
    try (var files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static long count(Path index, String place) {
    for (JsonNode value :
        fihris("facets", index, "--dim", "place", "-n", "1000", "--json").object().get("values")) {
      if (value.get("value").asString().equals(place)) {
        return value.get("count").asLong();
      }
    }
    return 0;
  }

  @Test
  void editsAreMadeListedAndTakenBack() throws IOException {
    Path own = own();
    long russia = count(own, "russia");

    Ran merged = fihris("alias", own, "merge", "ukraine", "russia");

    assertThat(merged.exit()).as("%s", merged).isZero();
    assertThat(merged.out()).isEqualTo("1 edit is in force from the next search on\n");
    assertThat(count(own, "ukraine")).isZero();
    assertThat(count(own, "russia"))
        .isGreaterThanOrEqualTo(russia)
        .isEqualTo(
            fihris("search", own, "place:أوكرانيا", "--json")
                .object()
                .get("total")
                .get("value")
                .asLong());
    assertThat(fihris("alias", own, "list").lines())
        .containsExactly("    3  merge  ukraine  russia");
    assertThat(fihris("stats", own).out()).contains("edits     1 to entities");
    assertThat(fihris("alias", own, "undo", "3").exit()).isZero();
    assertThat(count(own, "russia")).isEqualTo(russia);
    assertThat(fihris("alias", own, "list").exit()).isEqualTo(1);
  }

  @Test
  void aCycleIsRefusedAndNothingIsWritten() throws IOException {
    Path own = own();
    fihris("alias", own, "merge", "ukraine", "russia");
    String before = Files.readString(own.resolve("entity-edits.tsv"));

    Ran cycle = fihris("alias", own, "merge", "russia", "ukraine");

    assertThat(cycle.exit()).isEqualTo(2);
    assertThat(cycle.err())
        .contains("entity-edits.tsv:4: the merges go round in a circle: russia > ukraine > russia");
    assertThat(own.resolve("entity-edits.tsv")).hasContent(before);
  }

  @Test
  void aBrokenFileIsToldByEveryCommandAndTheLastGoodOneIsInForce() throws IOException {
    Path own = own();
    fihris("alias", own, "hide", "egypt");
    Files.writeString(own.resolve("entity-edits.tsv"), "version\t1\nmerge\ta\tb\nmerge\tb\ta\n");

    for (Object[] command :
        new Object[][] {
          {"search", own, "القمة"},
          {"facets", own, "--dim", "place"},
          {"entity", own, "russia"},
          {"trends", own, "--earlier", "2023", "--later", "2024"},
          {"graph", own},
          {"stats", own},
          {"alias", own, "list"}
        }) {
      assertThat(fihris(command).err())
          .as("%s", List.of(command))
          .startsWith("note: " + own.resolve("entity-edits.tsv") + ":3: the merges go round");
    }
    assertThat(count(own, "egypt")).isZero();
    Ran verified = fihris("verify", own);
    assertThat(verified.exit()).isEqualTo(2);
    assertThat(verified.out()).contains("entity-edits.tsv:3: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "alias; 2; INDEX",
        "alias INDEX; 2; Say what to do",
        "alias INDEX merge egypt; 2; INTO",
        "alias INDEX rename egypt; 2; Give a label",
        "alias INDEX hide nobody; 2; no entity has the id nobody",
        "alias INDEX undo; 2; there is no edit to take back",
        "alias INDEX split egypt بلدنا other; 2; no article names egypt as 'بلدنا'",
        "alias no-such-index list; 2; no index here",
        "entity INDEX لاأحد; 1; no entity is known by the name",
        "related INDEX egypt --min-together 0; 2; at least 1 article together",
        "trends INDEX --earlier May --later 2024; 2; expected a year, quarter, month, week or day",
        "graph INDEX --nodes 0; 2; 1 to 5000 nodes",
        "facets INDEX --dim person --lang fr; 2; known are ar and en",
      })
  void misuseIsOneClearSentence(String line, int exit, String message) {
    Object[] arguments =
        java.util.Arrays.stream(line.split(" "))
            .map(word -> word.equals("INDEX") ? index.toString() : word)
            .toArray();

    Ran ran = fihris(arguments);

    assertThat(ran.exit()).as("%s", ran).isEqualTo(exit);
    assertThat(ran.err()).contains(message).doesNotContain("Exception");
  }

  @Test
  void pagesAreShownForPeople() {
    assertThat(fihris("entity", index, "مصر", "--lang", "en").out())
        .contains("Egypt", "place egypt", "spellings", "months", "sources", "related");
    assertThat(fihris("graph", index, "--format", "graphml").out())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .contains("<node id=\"egypt\">");
  }

  @ParameterizedTest
  @CsvSource({"قاه", "القاه", "cai", "CAIRO"})
  void valuesAreFoundByTheBeginningOfAWord(String prefix) {
    JsonNode values =
        fihris("facets", index, "--dim", "place", "--find", prefix, "--json")
            .object()
            .get("values");

    assertThat(values.findValuesAsString("value")).contains("cairo");
    assertThat(values.findValuesAsString("label")).contains("القاهرة");
  }

  @Test
  void namesFindTheWordsOnlyIfToldSo() {
    Ran every = fihris("search", index, "أمريكا", "--json");
    Ran words = fihris("search", index, "أمريكا", "--json", "--no-entities");

    assertThat(every.object().get("warnings").findValuesAsString("code")).contains("other_names");
    assertThat(words.object().get("warnings").findValuesAsString("code"))
        .doesNotContain("other_names");
    assertThat(every.object().get("total").get("value").asInt())
        .isGreaterThanOrEqualTo(words.object().get("total").get("value").asInt());
  }
}
