package org.fihris.page;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the reader wants to see a page, whatever it shows.
 *
 * @param language of the page's own words
 */
record Look(Language language, Theme theme) {
  private static final String LANGUAGE = "lang";
  private static final String THEME = "theme";

  /** The names of the parameters that this is read from. */
  static final Set<String> NAMES = Set.of(LANGUAGE, THEME);

  /** What is not one of the values is the usual one. */
  static Look of(Map<String, List<String>> parameters) {
    Language language =
        last(parameters, LANGUAGE).equals(Language.ENGLISH.code())
            ? Language.ENGLISH
            : Language.ARABIC;
    for (Theme theme : Theme.values()) {
      if (last(parameters, THEME).equals(theme.key())) {
        return new Look(language, theme);
      }
    }
    return new Look(language, Theme.SYSTEM);
  }

  private static String last(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getLast();
  }

  Look with(Language newLanguage) {
    return new Look(newLanguage, theme);
  }

  Look with(Theme newTheme) {
    return new Look(language, newTheme);
  }

  /** Sets what is not usual. */
  void addTo(Map<String, List<String>> parameters) {
    parameters.keySet().removeAll(NAMES);
    if (language != Language.ARABIC) {
      parameters.put(LANGUAGE, List.of(language.code()));
    }
    if (theme != Theme.SYSTEM) {
      parameters.put(THEME, List.of(theme.key()));
    }
  }
}
