package org.fihris.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's own words in one language, from its table {@code texts_CODE.properties}. Immutable.
 *
 * <p>In a text {@code {0}}, {@code {1}} stand for what differs. A text that counts has the forms
 * that {@link Language#form} tells apart, with {@code |} between.
 */
final class Texts {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Map<Language, Texts> ALL = all();

  private final Language language;
  private final Properties texts;

  private Texts(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  static Texts in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  private static Map<Language, Texts> all() {
    Map<Language, Texts> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Texts(language, read("texts_" + language.code() + ".properties")));
    }
    return all;
  }

  private static Properties read(String name) {
    Properties table = new Properties();
    try (InputStream bytes = Texts.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("the engine was packed without " + name);
      }
      try (Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
        table.load(reader);
      }
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from the engine's own files", e);
    }
    return table;
  }

  Language language() {
    return language;
  }

  /** The keys of the table, for the test that both languages have the same. */
  Iterable<String> keys() {
    return texts.stringPropertyNames();
  }

  /**
   * A text, with what stands at {@code {0}} and so on; places that nothing is given for stay, for a
   * script to fill.
   */
  String get(String key, Object... what) {
    return fill(raw(key), what);
  }

  private String raw(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text " + key + " in " + language);
    }
    return text;
  }

  /** How many of something there are, in words: {@code {0}} is the number. */
  String count(String key, long n) {
    String[] forms = raw(key).split("\\|");
    return fill(forms[Math.min(language.form(n), forms.length - 1)], number(n));
  }

  /** A number with its thousands parted. */
  String number(long n) {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(n);
  }

  private static String fill(String text, Object... what) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              int number = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  number < what.length ? String.valueOf(what[number]) : place.group());
            });
  }
}
