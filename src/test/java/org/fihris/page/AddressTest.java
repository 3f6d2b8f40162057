package org.fihris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.Reprints;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.junit.jupiter.api.Test;

/** Addresses of pages: all of the state, and nothing that is usual. */
final class AddressTest {
  private static final SearchRequest USUAL = SearchRequest.of("").withReprints(Reprints.COLLAPSED);
  private static final SearchParameters PARAMETERS = new SearchParameters(USUAL, Clock.systemUTC());

  private static Links links(String text, Look look) {
    Filters filters = Filters.NONE.with(Dimension.PLACE, "egypt").with(Dimension.PLACE, "gulf");
    return new Links(PARAMETERS, look, USUAL.withText(text).withFilters(filters));
  }

  private static Look look(String language, String theme) {
    return Look.of(Map.of("lang", List.of(language), "theme", List.of(theme)));
  }

  @Test
  void languageAndThemeGoAlongWhereTheyAreNotTheUsualOnes() {
    Look usual = look("ar", "system");
    assertThat(links("", usual).saved().href()).isEqualTo("/saved");
    assertThat(links("", look("en", "dark")).saved().href()).isEqualTo("/saved?lang=en&theme=dark");
    assertThat(links("", look("fr", "<b>")).saved().href()).isEqualTo("/saved");
    assertThat(links("", look("en", "dark")).saved().seen(usual).href()).isEqualTo("/saved");
  }

  @Test
  void oneOfSeveralValuesIsTakenAwayAndTheSearchStays() {
    Links links = links("a&b=c", look("ar", "light"));
    assertThat(links.without(Dimension.PLACE, "egypt"))
        .isEqualTo("/?q=a%26b%3Dc&place=gulf&theme=light");
    assertThat(links.with(Dimension.PERSON, "x y"))
        .isEqualTo("/?q=a%26b%3Dc&person=x+y&place=egypt&place=gulf&theme=light");
  }

  @Test
  void anIdOfAnySignsIsOnePartOfThePath() {
    assertThat(new Address(List.of("article", "https://a.example/x y?z#é"), Map.of()).href())
        .isEqualTo("/article/https%3A%2F%2Fa.example%2Fx%20y%3Fz%23%C3%A9");
  }

  @Test
  void aFormTakesAlongWhatItDoesNotAskForItself() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("q", List.of("x"));
    parameters.put("place", List.of("a", "b"));
    assertThat(new Address(List.of(""), parameters).fieldsWithout("q"))
        .containsExactly(new Address.Field("place", "a"), new Address.Field("place", "b"));
  }
}
