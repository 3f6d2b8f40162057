package org.fihris.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/query-syntax.md} and the parser together. */
final class QuerySyntaxDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/query-syntax.md");

  /** The day that the examples count from. */
  private static final LocalDate TODAY = LocalDate.of(2025, 2, 13);

  private static final Path PARSER = Path.of("src/main/java/org/fihris/query/QueryParser.java");

  /**
   * A row of the table of examples.
   *
   * @param warning the code, empty for none
   */
  record Example(String query, String understood, String warning) {}

  static List<Example> examples() throws IOException {
    return rowsUnder("## Examples")
        .map(row -> new Example(row.get(0), row.get(1), row.get(2)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsUnderstoodAsTheDocumentSays(Example example) {
    ParsedQuery parsed = QueryParser.parse(example.query(), TODAY);

    assertThat(parsed.root().display()).isEqualTo(example.understood());
    assertThat(
            parsed.warnings().stream().map(w -> w.code().name()).collect(Collectors.joining(" ")))
        .isEqualTo(example.warning());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatWasUnderstoodIsUnderstoodTheSameWay(Example example) {
    QueryNode root = QueryParser.parse(example.query(), TODAY).root();

    assertThat(QueryParser.parse(example.understood(), TODAY).root()).isEqualTo(root);
  }

  @Test
  void theDocumentNamesEveryNameOfEveryField() throws IOException {
    List<List<String>> documented =
        rowsUnder("## Fields").map(row -> row.subList(1, row.size())).toList();

    assertThat(documented)
        .isEqualTo(Arrays.stream(QueryField.values()).map(QueryField::names).toList());
  }

  @Test
  void theGrammarOfTheDocumentIsThatOfTheParser() throws IOException {
    String document = Files.readString(DOCUMENT);
    String grammar = document.split("```\n")[1];

    String source = Files.readString(PARSER);
    String javadoc = source.substring(source.indexOf("<pre>"), source.indexOf("</pre>"));
    assertThat(javadoc.lines().map(line -> line.replaceFirst("^ \\* ?", "")).skip(1))
        .startsWith(grammar.lines().toArray(String[]::new));
  }

  @Test
  void theDocumentNamesTheLimits() throws IOException {
    assertThat(Files.readString(DOCUMENT))
        .contains("after " + QueryParser.MAX_LENGTH + " characters")
        .contains("after " + QueryParser.MAX_CLAUSES + " words")
        .contains("deeper than " + QueryParser.MAX_DEPTH + " levels")
        .contains("up to " + QueryParser.MAX_DISTANCE + " words")
        .contains(QueryParser.MAX_PATTERNS + " words of a query")
        .contains(QueryParser.MAX_NEARS + " `NEAR`");
  }

  /** The code spans of each row of the first table under a heading, cells without one as "". */
  private static Stream<List<String>> rowsUnder(String heading) throws IOException {
    String section = Files.readString(DOCUMENT).split(heading + "\n", 2)[1];
    return section
        .lines()
        .dropWhile(line -> !line.startsWith("|--"))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .map(QuerySyntaxDocumentTest::codeSpans);
  }

  private static List<String> codeSpans(String row) {
    List<String> spans = new ArrayList<>();
    for (String cell : row.substring(1, row.lastIndexOf('|')).split("(?<!\\\\)\\|")) {
      String[] parts = cell.strip().replace("\\|", "|").split("`", -1);
      spans.add(parts.length == 1 ? "" : parts[1]);
      for (int i = 3; i < parts.length; i += 2) {
        spans.add(parts[i]);
      }
    }
    return spans;
  }
}
