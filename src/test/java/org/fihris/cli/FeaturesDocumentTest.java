package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.cli.Ran.fihris;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fihris.apitests.Testdata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every command of {@code docs/features.md} and looks for what it should print. */
class FeaturesDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+ \\| `fihris ([^`]+)` \\| `([^`]*)` \\|.*");

  private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private static Path folder;
  private static Path index;

  @BeforeAll
  static void index() {
    index = folder.resolve("news.idx");
    index(index);
  }

  /** Indexes what the document says. */
  static void index(Object index) {
    List<Object> command = new ArrayList<>(List.of("index", index));
    command.addAll(Testdata.SOURCES);
    assertThat(fihris(command).exit()).isZero();
  }

  record Row(String command, String prints) {

    /**
     * Runs the command.
     *
     * @param index in the place of that of the document
     */
    Ran run(Object index) {
      List<Object> arguments = new ArrayList<>();
      Matcher argument = ARGUMENT.matcher(command);
      while (argument.find()) {
        String text = argument.group(1) != null ? argument.group(1) : argument.group(2);
        arguments.add(text.equals("news.idx") ? index : text);
      }
      return fihris(arguments);
    }
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/features.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(new Row(row.group(1), row.group(2)));
      }
    }
    assertThat(rows).hasSizeGreaterThan(35);
    return rows;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theCommandShowsIt(Row row) {
    Ran ran = row.run(index);

    assertThat(ran.exit()).as(ran.err()).isIn(0, 1);
    assertThat(ran.out() + ran.err()).contains(row.prints).isNotBlank();
  }
}
