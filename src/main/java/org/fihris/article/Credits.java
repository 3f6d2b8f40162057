package org.fihris.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fihris.article.Outlets.Outlet;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/** Finds outlets in the short forms in which pages credit them. */
final class Credits {

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[،,/+&|؛()\\[\\]]| [-–—] ");
  private static final Pattern BETWEEN_PLACES = Pattern.compile("[()\\[\\]،,/|_]|\\s*[-–—]\\s*");
  private static final Pattern BETWEEN_CREDITS = Pattern.compile("[،,/+&|؛]| [-–—] ");
  private static final Pattern BETWEEN_AGENCIES =
      Pattern.compile("[،,/+&|؛:()\\[\\]«»\"]|\\s[-–—ـ]|[-–—ـ]\\s");
  private static final int MOST_WORDS_OF_NAME = 3;
  private static final int MOST_WORDS_OF_CREDIT = 12;
  private static final int MOST_WORDS_OF_BYLINE = 7;
  private static final int MOST_WORDS_OF_PLACE = 2;
  private static final int LONGEST_OPENING = 70;

  private final Boilerplate boilerplate;
  private final Outlets outlets;
  private final PressNames names;
  private final PlaceLines places;

  Credits(Boilerplate boilerplate, Outlets outlets, PressNames names, PlaceLines places) {
    this.boilerplate = boilerplate;
    this.outlets = outlets;
    this.names = names;
    this.places = places;
  }

  /**
   * The first outlet among several names, else the first agency; {@code null} if all are unknown.
   */
  @Nullable Outlet among(String names) {
    Outlet whole = outlets.named(names);
    if (whole != null) {
      return whole;
    }
    Outlet agency = null;
    for (String name : BETWEEN_NAMES.split(names)) {
      Outlet outlet = outlets.named(name);
      if (outlet != null && !outlet.agency()) {
        return outlet;
      }
      agency = agency == null ? outlet : agency;
    }
    return agency;
  }

  /** The outlet of a line that is nothing but credits in brackets: (العربي الجديد، فرانس برس). */
  @Nullable String ofCreditLine(String line) {
    boolean bracketed =
        (line.startsWith("(") && line.endsWith(")"))
            || (line.startsWith("[") && line.endsWith("]"));
    return bracketed && wordsOf(line) <= MOST_WORDS_OF_CREDIT
        ? ofSeveral(line.substring(1, line.length() - 1))
        : null;
  }

  /** The outlet that المصدر: names; a name that stands alone there is one, known or not. */
  @Nullable String ofStatement(String stated) {
    String outlet = ofSeveral(stated);
    return outlet != null || boilerplate.isNoName(stated) ? outlet : stated;
  }

  /** The first known outlet, else the unknown name before the agencies, else the first agency. */
  private @Nullable String ofSeveral(String credits) {
    Outlet known = among(credits);
    if (known != null && !known.agency()) {
      return known.label();
    }
    String unknown = beforeAgencies(credits);
    return unknown != null ? unknown : known == null ? null : known.label();
  }

  /** A paper that prints agencies names itself before them: (الصحيفة، رويترز), الصحيفة + وكالات. */
  private @Nullable String beforeAgencies(String credits) {
    String[] parts = BETWEEN_CREDITS.split(credits);
    if (parts.length < 2) {
      return null;
    }
    for (int i = 1; i < parts.length; i++) {
      if (outlets.named(parts[i]) == null && !boilerplate.isNoName(parts[i])) {
        return null;
      }
    }
    String first = parts[0].strip();
    boolean name =
        outlets.named(first) == null
            && wordsOf(first) <= MOST_WORDS_OF_NAME
            && first.indexOf(':') < 0
            && names.mayBeName(first);
    return name ? first : null;
  }

  /**
   * The outlet of a line that names it alone, or with a place: البلاد (موسكو), القاهرة - رويترز. A
   * single word that stands alone names none: it is as often a section (العالم) or a city (الرياض).
   */
  @Nullable Outlet ofByline(String line) {
    if (wordsOf(line) > MOST_WORDS_OF_BYLINE) {
      return null;
    }
    Outlet whole = outlets.named(line);
    if (whole != null && (wordsOf(line) > 1 || isLatin(line))) {
      return whole;
    }
    return ofPlaceAndName(line);
  }

  private @Nullable Outlet ofPlaceAndName(String line) {
    List<Outlet> named = new ArrayList<>();
    int parts = 0;
    for (String part : BETWEEN_PLACES.split(line)) {
      if (part.isBlank()) {
        continue;
      }
      parts++;
      Outlet outlet = outlets.named(part);
      if (outlet != null) {
        named.add(outlet);
      } else if (wordsOf(part) > MOST_WORDS_OF_PLACE) {
        return null;
      }
    }
    if (parts < 2 || named.isEmpty()) {
      return null;
    }
    // الرياض (واس): the city has a paper of its name, the agency is no city.
    return named.stream().filter(Outlet::agency).findFirst().orElse(named.getFirst());
  }

  /** The outlet that a first paragraph opens with: موسكو (رويترز) -, القاهرة - أ ش أ:. */
  @Nullable String ofOpening(String paragraph) {
    int limit = Math.min(paragraph.length(), LONGEST_OPENING);
    for (int i = 0; i < limit; i++) {
      char c = paragraph.charAt(i);
      if (c == '-' || c == '–' || c == '—' || c == ':' || c == '.') {
        String opening = paragraph.substring(0, i);
        Outlet known = ofPlaceAndName(opening);
        String outlet = known == null ? places.outletOf(opening) : known.label();
        if (outlet != null) {
          return outlet;
        }
      }
    }
    return null;
  }

  /** The agencies among the names on a line. */
  List<String> agenciesIn(String line) {
    Set<String> agencies = new LinkedHashSet<>();
    for (String name : BETWEEN_AGENCIES.split(line)) {
      Outlet outlet = name.isBlank() ? null : outlets.named(name);
      if (outlet != null && outlet.agency()) {
        agencies.add(outlet.label());
      }
    }
    return List.copyOf(agencies);
  }

  /** The agencies that sign a text: موسكو (رويترز) - ... at its beginning, (أ ف ب) at its end. */
  List<String> agenciesAround(String first, String last) {
    Set<String> agencies = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(first.length(), LONGEST_OPENING); i++) {
      if ("-–—:ـ".indexOf(first.charAt(i)) >= 0) {
        agencies.addAll(agenciesIn(first.substring(0, i)));
      }
    }
    String closing = last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
    int open = Math.max(closing.lastIndexOf('('), closing.lastIndexOf('['));
    if (open >= 0
        && (closing.endsWith(")") || closing.endsWith("]"))
        && wordsOf(closing.substring(open)) <= MOST_WORDS_OF_CREDIT) {
      agencies.addAll(agenciesIn(closing.substring(open)));
    }
    return List.copyOf(agencies);
  }

  private static boolean isLatin(String line) {
    return Folding.fold(line).chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  private static int wordsOf(String text) {
    return PlainText.words(text);
  }
}
