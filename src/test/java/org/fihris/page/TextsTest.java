package org.fihris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fihris.query.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's own words in two languages. */
final class TextsTest {
  private static final Texts ARABIC = Texts.in(Language.ARABIC);
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSamePlaces() {
    assertThat(new TreeSet<>(keys(ARABIC))).isEqualTo(new TreeSet<>(keys(ENGLISH)));
    for (String key : keys(ARABIC)) {
      assertThat(places(ARABIC.get(key))).as(key).isEqualTo(places(ENGLISH.get(key)));
    }
  }

  private static List<String> keys(Texts texts) {
    List<String> keys = new ArrayList<>();
    texts.keys().forEach(keys::add);
    return keys;
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).forEach(places::add);
    return places;
  }

  @Test
  void everyTextThatATemplateNamesIsThereAndNoneIsThereForNothing() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String folder : List.of("src/main/jte", "src/main/java/org/fihris/page")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    Pattern.compile("\\btexts?(?:\\(\\))?\\.?(?:get|count|text)?\\(\"([a-z][\\w.]*\\w)\"[,)]")
        .matcher(sources)
        .results()
        .map(found -> found.group(1))
        .forEach(key -> assertThat(keys(ARABIC)).contains(key));
    for (String key : keys(ARABIC)) {
      String family = key.contains(".") ? key.replaceFirst("\\..*$", ".") : "";
      assertThat(sources.toString())
          .as("what uses %s", key)
          .containsPattern(
              Pattern.quote('"' + key + '"')
                  + (family.isEmpty() ? "" : "|" + Pattern.quote('"' + family)));
    }
  }

  @Test
  void everyWarningHasAText() {
    for (Warning.Code code : Warning.Code.values()) {
      assertThat(ARABIC.get("warning." + code)).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, لا أخبار",
    "1, خبر واحد",
    "2, خبران",
    "3, 3 أخبار",
    "10, 10 أخبار",
    "11, 11 خبرًا",
    "99, 99 خبرًا",
    "100, 100 خبر",
    "102, 102 خبر",
    "103, 103 أخبار",
    "'1011', '1,011 خبرًا'"
  })
  void aNumberTakesTheArabicFormOfItsNoun(long number, String words) {
    assertThat(ARABIC.count("articles", number)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 articles", "1, one article", "2, 2 articles", "'12345', '12,345 articles'"})
  void andTheEnglishOne(long number, String words) {
    assertThat(ENGLISH.count("articles", number)).isEqualTo(words);
  }

  @Test
  void whatIsPutIntoATextIsPutThereOnce() {
    assertThat(ENGLISH.get("facet.some", "{1}$1\\", "9")).isEqualTo("{1}$1\\ of 9");
  }
}
