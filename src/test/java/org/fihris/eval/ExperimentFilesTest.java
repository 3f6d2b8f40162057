package org.fihris.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExperimentFilesTest {
  @TempDir private Path folder;

  @Test
  void topicsKeepTheirOrderAndTheirTabs() throws IOException {
    Path file = file("\uFEFFq2\tزلزال تركيا\r\n\nq1\ta\tb \n");

    assertThat(Topics.read(file).topics())
        .containsExactly(new Topic("q2", "زلزال تركيا"), new Topic("q1", "a\tb"));
  }

  @Test
  void judgementsAreReadWhateverTheWhiteSpace() throws IOException {
    Path file = file("q1 0 d1 1\nq1\t0\t d2  0 \nq2 0 d1 3\nq2 0 d3 -1\n");

    assertThat(Qrels.read(file).grades())
        .isEqualTo(Map.of("q1", Map.of("d1", 1, "d2", 0), "q2", Map.of("d1", 3, "d3", -1)));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    RunLine first = new RunLine("q1", "وثيقة:1", 1, 12.5, "bm25");
    RunLine second = new RunLine("q1", "d2", 2, 1.0E-5, "bm25");
    Path file = file(second.format() + "\n" + first.format() + "\n");

    assertThat(first.format()).isEqualTo("q1 Q0 وثيقة:1 1 12.5 bm25");
    assertThat(Run.read(file).lines()).isEqualTo(Map.of("q1", List.of(first, second)));
  }

  @Test
  void aRunThatFoundNothingIsARun() throws IOException {
    assertThat(Run.read(file("")).lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "q1 no tab, a tab",
    "'\ttext', a topic id before the tab",
    "'q1\t ', the text of the query after it",
    "'q0\tother text', q0 comes twice"
  })
  void badTopicsAreNamedByFileAndLine(String line, String expected) throws IOException {
    Path file = file("q0\ttext\n" + line + "\n");

    assertThatExceptionOfType(EvalException.class)
        .isThrownBy(() -> Topics.read(file))
        .withMessageContaining(file + ":2: ")
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "q1 0 d1, 'expected 4 columns (query iteration document grade), found 3'",
    "q1 0 d1 1 x, found 5",
    "q1 0 d1 high, 'whole number as grade, found high'",
    "q1 0 d1 0.5, 'whole number as grade, found 0.5'",
    "q0 0 d0 1, document d0 is judged twice for query q0"
  })
  void badJudgementsAreNamedByFileAndLine(String line, String expected) throws IOException {
    Path file = file("q0 0 d0 1\n" + line + "\n");

    assertThatExceptionOfType(EvalException.class)
        .isThrownBy(() -> Qrels.read(file))
        .withMessageContaining(file + ":2: ")
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "q1 Q0 d1 1 0.5, 'expected 6 columns (query Q0 document rank score tag), found 5'",
    "q1 Q0 d1 first 0.5 t, a whole number as rank",
    "q1 Q0 d1 1 high t, a number as score",
    "q1 Q0 d1 1 NaN t, a finite score",
    "q0 Q0 d0 2 0.1 t, document d0 comes twice for query q0"
  })
  void badRunsAreNamedByFileAndLine(String line, String expected) throws IOException {
    Path file = file("q0 Q0 d0 1 0.5 t\n" + line + "\n");

    assertThatExceptionOfType(EvalException.class)
        .isThrownBy(() -> Run.read(file))
        .withMessageContaining(file + ":2: ")
        .withMessageContaining(expected);
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path missing = folder.resolve("missing.txt");
    assertThatExceptionOfType(EvalException.class)
        .isThrownBy(() -> Run.read(missing))
        .withMessage(missing + ": no such file");

    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "q\tdéjà\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(EvalException.class)
        .isThrownBy(() -> Topics.read(latin))
        .withMessageContaining(latin + ": not UTF-8");

    Path empty = file("\n");
    assertThatExceptionOfType(EvalException.class)
        .isThrownBy(() -> Qrels.read(empty))
        .withMessageContaining("no judgements");
  }

  @Test
  void whatTheFormatCannotHoldIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunLine("q", "two words", 1, 1, "t"))
        .withMessageContaining("two words");
    assertThatIllegalArgumentException().isThrownBy(() -> new RunLine("", "d", 1, 1, "t"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunLine("q", "d", 1, Double.POSITIVE_INFINITY, "t"));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("file.txt"), content);
  }
}
