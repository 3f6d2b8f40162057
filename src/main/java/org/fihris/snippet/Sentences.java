package org.fihris.snippet;

import java.util.Locale;
import java.util.Set;

/**
 * Where news text may be cut. A sentence ends behind a full stop, an exclamation mark, an Arabic or
 * Latin question mark, an Arabic or Latin semicolon or an ellipsis, with the quotation marks and
 * brackets that close there, if a blank follows; and at the end of each line, since a headline or a
 * list has no stop. The dot of an abbreviation (د. محمد) or of a number in a list ends none.
 */
final class Sentences {
  private static final String ENDS = ".!?؟;؛…";

  private static final String CLOSES = "\"'”’»)]}";
  private static final Set<String> LATIN_TITLES =
      Set.of("mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "no", "gen", "col");
  private static final int LONGEST_TITLE = 4;

  /** Initials of a title (أ.د. محمد); more are an agency (أ.ف.ب), which may end a sentence. */
  private static final int MOST_INITIALS = 2;

  private static final int LONGEST_LIST_NUMBER = 3;

  private Sentences() {}

  /**
   * Whether a sentence begins at a place: text stands here, and a sentence or line ended before.
   */
  static boolean begins(String text, int at) {
    if (at == 0) {
      return true;
    }
    if (at >= text.length()) {
      return false;
    }
    int before = at - 1;
    if (!isBlank(text.charAt(before))) {
      return endsAlone(text.charAt(before)) && Character.isLetter(text.charAt(at));
    }
    if (isBlank(text.charAt(at))) {
      return false;
    }
    for (; before >= 0 && isBlank(text.charAt(before)); before--) {
      if (isLineEnd(text.charAt(before))) {
        return true;
      }
    }
    while (before > 0 && CLOSES.indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before >= 0
        && ENDS.indexOf(text.charAt(before)) >= 0
        && !(text.charAt(before) == '.' && isOfAbbreviation(text, before));
  }

  /** Whether a sentence can begin between two characters, as far as these alone tell. */
  static boolean mayBegin(char before, char c) {
    return isBlank(before) ? !isBlank(c) : endsAlone(before);
  }

  /**
   * Whether text may be cut at the blanks before a place: not behind an abbreviation, nor between
   * words in Latin letters or figures that stand together.
   */
  static boolean mayCutBefore(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return true;
    }
    if (isBlank(text.charAt(at)) || !isBlank(text.charAt(at - 1))) {
      return false;
    }
    int before = at - 1;
    while (before >= 0 && isBlank(text.charAt(before))) {
      before--;
    }
    if (before < 0) {
      return true;
    }
    char left = text.charAt(before);
    char right = text.charAt(at);
    return !(isLatin(left) && isLatin(right))
        && !(Character.isDigit(left) && Character.isDigit(right))
        && !(left == '.' && isOfAbbreviation(text, before));
  }

  /** Whether a full stop belongs to the word before it. */
  private static boolean isOfAbbreviation(String text, int dot) {
    int from = dot;
    while (from > 0 && isOfWord(text.charAt(from - 1))) {
      from--;
    }
    if (from == dot) {
      return isListNumber(text, dot);
    }
    if (isLatin(text.charAt(dot - 1)) && dot - from > 1) {
      return dot - from <= LONGEST_TITLE
          && LATIN_TITLES.contains(text.substring(from, dot).toLowerCase(Locale.ROOT));
    }
    return letters(text, from, dot) == 1 && isTitle(text, from);
  }

  /** Whether the initial at a place is of a title: not the sign of an era behind its year. */
  private static boolean isTitle(String text, int initial) {
    int initials = 1;
    int at = initial;
    while (at >= 2 && text.charAt(at - 1) == '.' && isOfWord(text.charAt(at - 2))) {
      at -= 2;
      initials++;
    }
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return initials <= MOST_INITIALS && (at == 0 || !Character.isDigit(text.charAt(at - 1)));
  }

  private static boolean isListNumber(String text, int dot) {
    int from = dot;
    while (from > 0 && dot - from <= LONGEST_LIST_NUMBER && isDigit(text.charAt(from - 1))) {
      from--;
    }
    int digits = dot - from;
    return digits > 0
        && digits <= LONGEST_LIST_NUMBER
        && (from == 0 || isLineEnd(text.charAt(from - 1)));
  }

  private static int letters(String text, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters += Character.isLetter(text.charAt(i)) && text.charAt(i) != '\u0640' ? 1 : 0;
    }
    return letters;
  }

  private static boolean isDigit(char c) {
    return Character.isDigit(c);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '\u00C0' && c <= '\u024F');
  }

  /** Ends that are followed by the next sentence without a blank often enough. */
  private static boolean endsAlone(char c) {
    return c == '!' || c == '؟' || c == '؛';
  }

  static boolean isBlank(char c) {
    // Most letters of news are between the two rows of blanks.
    return c <= '\u00A0'
        ? c <= ' ' || c == '\u0085' || c == '\u00A0'
        : c >= '\u1680' && (Character.isWhitespace(c) || c == '\u202F' || c == '\u2007');
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }
}
