package org.fihris.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fihris.article.Outlets.Outlet;
import org.fihris.date.PublicationDates;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines that say where a report was written, beside the outlet or the day: القاهرة:
 * «الصحيفة», الرباط - 3 دجنبر 2023, طرابلس 14 سبتمبر 2023 (وال).
 */
final class PlaceLines {

  /**
   * A place with a day.
   *
   * @param date the words of the line that are a date
   * @param agency label of the agency that the line names, if any
   */
  record PlaceAndDate(String date, @Nullable String agency) {}

  private static final int MOST_WORDS = 8;
  private static final int MOST_WORDS_OF_NAME = 3;
  private static final int MOST_WORDS_OF_PLACE = 3;
  private static final int LONGEST = 120;
  private static final String QUOTED = "[«\"“]([^«»\"“”]+)[»\"”]";
  private static final String BETWEEN = "\\s*([:\\-–—ـ/،|(])\\s*";
  private static final Pattern PLACE_FIRST =
      Pattern.compile("([^«»\"“”:]+?)" + BETWEEN + QUOTED + "\\s*\\)?\\s*[:ـ\\-–—]?");
  private static final Pattern NAME_FIRST =
      Pattern.compile(QUOTED + BETWEEN + "([^«»\"“”:()]+?)\\s*\\)?\\s*:?");
  private static final Pattern PARTS = Pattern.compile("\\s+[-–—ـ]\\s*|\\s*[/(،]\\s*|[-–—]\\s+");
  private static final Pattern AGENCY_LAST =
      Pattern.compile("(.+?)[\\s\\-–—ـ]*[(/\\[]\\s*([^()/\\[\\]]+?)\\s*[)/\\]]\\s*[-–—ـ:]*");
  private static final Pattern BEFORE_DATE =
      Pattern.compile("(?:\\s*[-–—ـ/:]|\\s+في(?=\\s))?\\s*(?=[\\p{L}\\d])");

  private final Outlets outlets;
  private final PressNames names;

  PlaceLines(Outlets outlets, PressNames names) {
    this.outlets = outlets;
    this.names = names;
  }

  /** The label of the outlet that the line names beside a place; {@code null} if it does not. */
  @Nullable String outletOf(String line) {
    if (line.length() > LONGEST || PlainText.words(line) > MOST_WORDS) {
      return null;
    }
    Matcher placeFirst = PLACE_FIRST.matcher(line);
    if (placeFirst.matches()) {
      return quoted(placeFirst.group(1), placeFirst.group(2), placeFirst.group(3));
    }
    Matcher nameFirst = NAME_FIRST.matcher(line);
    if (nameFirst.matches()) {
      return quoted(nameFirst.group(3), nameFirst.group(2), nameFirst.group(1));
    }
    return unquoted(line);
  }

  private @Nullable String quoted(String place, String between, String name) {
    Outlet known = outlets.named(name);
    if (!arePlaces(place) || (known == null && PlainText.words(name) > MOST_WORDS_OF_NAME)) {
      return null;
    }
    if (known != null) {
      return known.label();
    }
    // طهران: «سنرد» is what a capital says, not a paper that writes there.
    boolean named =
        between.equals(":")
            ? names.isDefinite(name) || names.isNoReporter(name)
            : names.mayBeName(name);
    return named ? name.strip() : null;
  }

  private @Nullable String unquoted(String line) {
    List<String> parts = partsOf(line);
    if (parts.size() != 2) {
      return null;
    }
    for (int i = 0; i < 2; i++) {
      String name = parts.get(i);
      if (names.isPlace(parts.get(1 - i)) && names.isNoReporter(name)) {
        Outlet known = outlets.named(name);
        return known == null ? name : known.label();
      }
    }
    return null;
  }

  /** Whether the line consists of that name and a known place. */
  boolean isPlaceWith(String name, String line) {
    return isNameWith(name, line) && partsOf(line).stream().anyMatch(names::isPlace);
  }

  /** Whether the line consists of that name and one more, of a place or a reporter. */
  static boolean isNameWith(String name, String line) {
    List<String> parts = partsOf(line);
    String key = Boilerplate.keyOf(name);
    return PlainText.words(line) <= MOST_WORDS
        && parts.size() == 2
        && parts.stream().anyMatch(part -> Boilerplate.keyOf(part).equals(key));
  }

  private static List<String> partsOf(String line) {
    return PARTS
        .splitAsStream(line.endsWith(":") ? line.substring(0, line.length() - 1) : line)
        .map(part -> part.endsWith(")") ? part.substring(0, part.length() - 1) : part)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private boolean arePlaces(String text) {
    List<String> parts = partsOf(text);
    return !parts.isEmpty() && parts.stream().allMatch(names::isPlace);
  }

  /** The day that stands beside a known place; {@code null} if the line is anything else. */
  @Nullable PlaceAndDate dateOf(String line) {
    if (line.length() > LONGEST || line.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    Matcher credited = AGENCY_LAST.matcher(line);
    Outlet agency = credited.matches() ? outlets.named(credited.group(2)) : null;
    if (agency != null && agency.agency()) {
      String date = dateBehindPlace(credited.group(1), true);
      return date == null ? null : new PlaceAndDate(date, agency.label());
    }
    String date = dateBehindPlace(line, false);
    return date == null ? null : new PlaceAndDate(date, null);
  }

  /**
   * A comma between place and day is the manner of captions (بيروت، 9 يناير 2025); where no agency
   * signs, only a dash or colon is a dateline's.
   */
  private @Nullable String dateBehindPlace(String text, boolean signed) {
    int end = 0;
    for (int words = 0; words < MOST_WORDS_OF_PLACE && end >= 0 && end < text.length(); words++) {
      end = endOfWord(text, end);
      Matcher between = BEFORE_DATE.matcher(text).region(end, text.length());
      String place = text.substring(0, end);
      if (names.isPlace(place) && between.lookingAt()) {
        boolean dash = between.group().strip().length() == 1;
        String date = text.substring(between.end());
        if ((signed || dash) && PublicationDates.isDateline(date)) {
          return date;
        }
      }
    }
    return null;
  }

  private static int endOfWord(String text, int from) {
    int i = from;
    while (i < text.length() && !Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    while (i < text.length() && " -–—/:،(".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
