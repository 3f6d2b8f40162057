package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.cli.Ran.fihris;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From pages to the table, and with the table to articles. */
class RepeatedCommandTest {
  private static final String PROMOTION = "نشرة المرفأ الأسبوعية تصلكم كل خميس";

  @TempDir private Path folder;
  private Path pages;

  @BeforeEach
  void writePages() throws IOException {
    pages = Files.createDirectory(folder.resolve("pages"));
    for (String subject : List.of("القمح", "السمك", "النحاس")) {
      Files.writeString(
          pages.resolve(subject + ".txt"),
          """
          ارتفاع كبير في صادرات %1$s من الميناء الشمالي
          4 مارس 2018
          قالت هيئة الميناء الثلاثاء إن السفن حملت من %1$s ضعف ما حملته العام الماضي.
          %2$s
          وأضافت الهيئة أن تجار %1$s طلبوا أرصفة أخرى قبل نهاية العام الحالي.
          المصدر: الأفق
          """
              .formatted(subject, PROMOTION));
    }
  }

  @Test
  void theTableThatIsPrintedIsTheTableThatIsRead() throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    assertThat(fihris("extract", pages).out()).contains(PROMOTION);

    Ran found = fihris("repeated", pages);

    assertThat(found.exit()).isZero();
    assertThat(found.out()).isEqualTo("الأفق\t" + PROMOTION + "\n");
    assertThat(found.err())
        .isEqualTo(
            "3 pages of 1 outlets; 0 records and pages without article or outlet passed over\n");
    Files.writeString(config.resolve("repeated-lines.tsv"), found.out());
    Ran extracted = fihris("extract", pages, "--config", config);
    assertThat(extracted.objects()).hasSize(3);
    assertThat(extracted.out()).doesNotContain(PROMOTION);
    List<JsonNode> dropped =
        fihris("extract", "--why", pages, "--config", config).objects().stream()
            .filter(line -> line.get("rule").asString().equals("repeated"))
            .toList();
    assertThat(dropped)
        .hasSize(3)
        .allMatch(line -> line.get("part").asString().equals("dropped"))
        .allMatch(line -> line.get("text").asString().equals(PROMOTION));
    assertThat(fihris("repeated", pages, "--config", config).out())
        .as("the same, whatever the table holds")
        .isEqualTo(found.out());
  }

  @Test
  void whereNothingRepeatsNothingIsPrinted() throws IOException {
    Ran none = fihris("repeated", pages, "--min-pages", "4");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.out()).isEmpty();

    Ran empty = fihris("repeated", Files.createDirectory(folder.resolve("empty")));
    assertThat(empty.exit()).isEqualTo(1);
    assertThat(empty.err()).startsWith("fihris: no news pages in ");

    Ran records =
        fihris("repeated", Files.writeString(folder.resolve("r.jsonl"), "{\"text\": \"قمة\"}"));
    assertThat(records.exit()).isEqualTo(1);
    assertThat(records.err()).contains("1 records and pages without article or outlet");
  }

  @Test
  void onePageIsNoRepetition() {
    Ran misused = fihris("repeated", pages, "--min-pages", "1");
    assertThat(misused.exit()).isEqualTo(2);
    assertThat(misused.err()).startsWith("fihris: --min-pages takes 2 or more, not 1\n");
  }
}
