package org.fihris.page;

import java.util.Locale;
import org.fihris.query.LabelLanguage;

/** A language of the page's own words; the articles are in their own. */
enum Language {
  ARABIC("ar", "rtl", LabelLanguage.ARABIC) {
    @Override
    int form(long n) {
      long ofHundred = n % 100;
      if (n <= 2) {
        return (int) n;
      }
      if (ofHundred >= 3 && ofHundred <= 10) {
        return 3;
      }
      return ofHundred >= 11 ? 4 : 5;
    }
  },
  ENGLISH("en", "ltr", LabelLanguage.ENGLISH) {
    @Override
    int form(long n) {
      return n == 1 ? 0 : 1;
    }
  };

  private final String code;
  private final String direction;
  private final LabelLanguage labels;

  Language(String code, String direction, LabelLanguage labels) {
    this.code = code;
    this.direction = direction;
    this.labels = labels;
  }

  /** The value of the attribute {@code lang}. */
  String code() {
    return code;
  }

  /** The value of the attribute {@code dir}. */
  String direction() {
    return direction;
  }

  /** In which language the names of entities are shown. */
  LabelLanguage labels() {
    return labels;
  }

  Language other() {
    return this == ARABIC ? ENGLISH : ARABIC;
  }

  /** For the names of months and days; digits are those of the West in both languages. */
  Locale locale() {
    return Locale.forLanguageTag(code);
  }

  /**
   * Which form of a noun goes with a number, by the plural rules of CLDR: in Arabic none, one, two,
   * a few (3 to 10), many (11 to 99) and the rest (100 to 102 and so on); in English one and the
   * rest.
   */
  abstract int form(long n);
}
