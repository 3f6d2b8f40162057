package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.article.Pages.FIRST;
import static org.fihris.article.Pages.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fihris.corpus.Origin;
import org.fihris.corpus.PageDump;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what is made of each page of {@code testdata/dumps} against {@code expected-dumps.tsv}:
 * beginning and end of the body, what stands around it, and every line that is dropped.
 */
class DumpGoldenTest {

  private static final String HEADLINE = "افتتاح خط القطار السريع بين العاصمة والساحل";
  private static final String BETWEEN = " ¦ ";

  static List<String> expected() throws IOException {
    return Files.readAllLines(Path.of("testdata/expected-dumps.tsv"));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void articles(String line) throws IOException {
    String[] row = line.split("\t");
    Explanation made = explain(row[0]);
    int number = Integer.parseInt(row[1]);
    Article article = (Article) made.made().get(number - 1);
    List<String> body = article.text().lines().toList();
    assertThat(first(body.getFirst())).isEqualTo(row[2]);
    assertThat(last(body.getLast())).isEqualTo(row[3]);
    assertThat(body).hasSize(Integer.parseInt(row[4]));
    Details details = article.details();
    assertThat(orDash(details.subtitle())).isEqualTo(row[5]);
    assertThat(orDash(captions(details))).isEqualTo(row[6]);
    assertThat(orDash(String.join(BETWEEN, details.tags()))).isEqualTo(row[7]);
    assertThat(orDash(String.join(BETWEEN, details.agencies()))).isEqualTo(row[8]);
    assertThat(orDash(article.category())).isEqualTo(row[9]);
    assertThat(orDash(article.author())).isEqualTo(row[10]);
    String dropped =
        made.lines().stream()
            .filter(fate -> fate.part() == null && fate.article() == number)
            .map(LineFate::text)
            .collect(Collectors.joining(BETWEEN));
    assertThat(orDash(dropped)).isEqualTo(row[11]);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void everyLineOfThePageHasAFate(String line) throws IOException {
    String file = line.split("\t")[0];
    List<String> told = explain(file).lines().stream().map(LineFate::text).toList();
    List<String> read = new ArrayList<>(PlainText.lines(page(file)));
    read.removeIf(text -> PlainText.words(text) == 0);
    // A line of a date and an outlet is told in two.
    read.removeIf(text -> !told.contains(text) && text.contains(" - "));
    assertThat(told).containsAll(read);
  }

  @Test
  void theRulesAreThoseOfTheDocument() throws IOException {
    String document = Files.readString(Path.of("docs/extraction.md"));
    assertThat(LineRule.values())
        .allSatisfy(rule -> assertThat(document).contains("| `" + rule.key() + "` |"));
  }

  @Test
  void aShortLineRightBehindReadMoreHeadsThePartThatFollows() {
    Article article = Pages.one(HEADLINE, FIRST, "اقرأ المزيد", "محطات جديدة", SECOND);
    assertThat(article.text()).isEqualTo(FIRST + "\nمحطات جديدة\n" + SECOND);
  }

  @Test
  void theSectionIsStatedBehindTheTextOrStandsAloneAboveIt() {
    assertThat(Pages.one(HEADLINE, FIRST, SECOND, "المزيد من دوليات").category())
        .isEqualTo("دوليات");
    assertThat(Pages.one("اقتصاد", HEADLINE, FIRST, SECOND).category()).isEqualTo("اقتصاد");
    assertThat(Pages.one("اقتصاد", "رياضة", HEADLINE, FIRST, SECOND).category()).isNull();
    assertThat(Pages.one("الرئيسية › اقتصاد › أسواق", HEADLINE, FIRST, SECOND).category())
        .isEqualTo("أسواق");
  }

  @Test
  void agenciesAreThoseThatSign() {
    assertThat(Pages.one(HEADLINE, FIRST, SECOND, "(مرساة الخبر، فرانس برس)").details().agencies())
        .containsExactly("فرانس برس");
    assertThat(Pages.one(HEADLINE, "بيروت (رويترز) - " + FIRST, SECOND).details().agencies())
        .containsExactly("رويترز");
    assertThat(Pages.one(HEADLINE, FIRST, SECOND + " (أ ف ب)").details().agencies())
        .containsExactly("فرانس برس");
    assertThat(Pages.one(HEADLINE, FIRST, "وقالت رويترز إن العمل بدأ.").details().agencies())
        .isEmpty();
  }

  @Test
  void thePhraseThatDecidedIsNamed() {
    Explanation made =
        Pages.EXTRACTOR.explain(
            new PageDump(
                Pages.ORIGIN, String.join("\n", HEADLINE, FIRST, "كلمات دلالية: قطار، ساحل")));
    assertThat(made.lines())
        .containsExactly(
            new LineFate(HEADLINE, 1, Part.TITLE, LineRule.HEADLINE, ""),
            new LineFate(FIRST, 1, Part.BODY, LineRule.PARAGRAPH, ""),
            new LineFate("كلمات دلالية: قطار، ساحل", 1, Part.TAGS, LineRule.TAGS, "كلمات دلاليه"));
  }

  private static Explanation explain(String file) throws IOException {
    return Pages.EXTRACTOR.explain(new PageDump(new Origin(file, 0), page(file)));
  }

  private static String page(String file) throws IOException {
    return Files.readString(Path.of("testdata/dumps", file));
  }

  private static String captions(Details details) {
    return details.captions().stream()
        .map(c -> c.credit() == null ? c.text() : c.text() + " © " + c.credit())
        .collect(Collectors.joining(BETWEEN));
  }

  private static String first(String text) {
    return Arrays.stream(text.split(" ")).limit(6).collect(Collectors.joining(" "));
  }

  private static String last(String text) {
    String[] words = text.split(" ");
    return String.join(
        " ", Arrays.asList(words).subList(Math.max(0, words.length - 6), words.length));
  }

  private static String orDash(@Nullable String value) {
    return value == null || value.isEmpty() ? "-" : value;
  }
}
