package org.fihris.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe finds on the pages, in both languages and themes: nothing serious. */
final class AccessibilityTest {
  private static final Map<String, String> STATES =
      Map.of(
          "front",
          "/?",
          "hits",
          "/?q=" + Browsing.encoded("أمريكا الرئيس") + "&more=person&",
          "filtered",
          "/?q=" + Browsing.encoded("الرئيس") + "&place=egypt&place=gulf&from=2023-01-01&",
          "nothing",
          "/?q=" + Browsing.encoded("غوتيرش قققق") + "&source=nobody&",
          "article",
          "/article/" + Browsing.encoded(Site.HOSTILE) + "?q=" + Browsing.encoded("مفخخة") + "&",
          "missing",
          "/article/none?");

  private static final Map<String, String> STATES_OF_FOLDER =
      Map.of("entity", "/entity/donald-trump?", "saved", "/saved?");

  private static String axe;

  @RegisterExtension final Browsing reader = Browsing.withScripts();

  @BeforeAll
  static void readAxe() throws IOException {
    try (InputStream script =
        AccessibilityTest.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Stream<Arguments> pages() {
    return pages(STATES);
  }

  static Stream<Arguments> pagesOfFolder() {
    return pages(STATES_OF_FOLDER);
  }

  private static Stream<Arguments> pages(Map<String, String> states) {
    return states.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            state ->
                Stream.of("ar", "en")
                    .map(language -> Arguments.of(state.getKey(), language, state.getValue())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void nothingSerious(String state, String language, String path) {
    requireNothingSerious(state, language, path);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pagesOfFolder")
  @Tag(Site.FOLDER)
  void nothingSeriousWhereAFolderIsServed(String state, String language, String path) {
    requireNothingSerious(state, language, path);
  }

  private void requireNothingSerious(String state, String language, String path) {
    reader.at(path + "theme=light&lang=" + language);
    assertThat(serious("{}")).as("%s in %s", state, language).isEmpty();
    reader.page().evaluate("document.documentElement.dataset.theme = 'dark'");
    assertThat(serious("{runOnly: ['color-contrast']}"))
        .as("%s in %s, dark", state, language)
        .isEmpty();
  }

  @Test
  @Tag(Site.FOLDER)
  void nothingSeriousUnderSuggestionsAndOnAPhone() {
    reader.open(390, 800, 1, ColorScheme.DARK);
    reader.at("/#facets");
    assertThat(serious("{}")).isEmpty();
    reader.at("/");
    reader.page().locator("#q").fill("بوت");
    reader.page().locator("#suggestions [role=option]").first().waitFor();
    assertThat(serious("{}")).isEmpty();
  }

  /**
   * Findings that axe calls serious or critical, by rule and element.
   *
   * @param rules which of its rules, as it takes them
   */
  private List<String> serious(String rules) {
    Page page = reader.page();
    page.evaluate(axe);
    @SuppressWarnings("unchecked")
    List<String> found =
        (List<String>)
            page.evaluate(
                """
                async () => {
                  const found = await axe.run(document, {resultTypes: ["violations"], ...RULES});
                  return found.violations
                    .filter(v => ["serious", "critical"].includes(v.impact))
                    .flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 160)
                      + " " + (n.any[0]?.message ?? "")));
                }
                """
                    .replace("RULES", rules));
    return found;
  }
}
