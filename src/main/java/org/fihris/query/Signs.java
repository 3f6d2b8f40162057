package org.fihris.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the characters of a query count as. */
final class Signs {
  /** Punctuation that ends a word wherever it stands. */
  private static final String ALWAYS_ENDS = ";!?؛؟…۔[]{}";

  /** Punctuation that ends a word, except between two digits: {@code 12:30}, {@code 1,000}. */
  private static final String ENDS_UNLESS_IN_NUMBER = ":,،";

  /** Punctuation at the end of a word that is otherwise taken as it stands. */
  private static final String ENDS_VERBATIM = ENDS_UNLESS_IN_NUMBER + ALWAYS_ENDS + ".";

  private static final Pattern URL =
      Pattern.compile("([a-z][a-z0-9+.-]{1,20})://|www\\.", Pattern.CASE_INSENSITIVE);

  private Signs() {}

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** Marks of direction, joiners and the like, which come along with copied Arabic text. */
  static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT;
  }

  static boolean isPunctuationAt(String text, int i) {
    char c = text.charAt(i);
    if (ENDS_UNLESS_IN_NUMBER.indexOf(c) >= 0) {
      return !(isDigitAt(text, i - 1) && isDigitAt(text, i + 1));
    }
    // One dot may belong to a word (a URL, أ.ف.ب), several are a pause.
    boolean isPause = c == '.' && (isDotAt(text, i - 1) || isDotAt(text, i + 1));
    return isPause || ALWAYS_ENDS.indexOf(c) >= 0;
  }

  /** A question mark inside a word; at its end it asks a question. */
  static boolean isWildcardAt(String text, int i) {
    if (text.charAt(i) != '?' || i == 0 || !isOfPattern(text, i - 1)) {
      return false;
    }
    int next = i + 1;
    while (next < text.length() && text.charAt(next) == '?') {
      next++;
    }
    return isOfPattern(text, next);
  }

  private static boolean isOfPattern(String text, int i) {
    return i < text.length()
        && (text.charAt(i) == '?' || text.charAt(i) == '*' || belongsToWord(text.codePointAt(i)));
  }

  private static boolean isDotAt(String text, int i) {
    return i >= 0 && i < text.length() && text.charAt(i) == '.';
  }

  private static boolean isDigitAt(String text, int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }

  static boolean isUrlAt(String text, int start) {
    Matcher url = URL.matcher(text).region(start, text.length());
    return url.lookingAt() && (url.group(1) == null || QueryField.named(url.group(1)).isEmpty());
  }

  static boolean hasLetterOrDigit(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Whether a word can have been meant as the name of a field. */
  static boolean isName(String word) {
    return hasLetterOrDigit(word)
        && word.codePoints()
            .allMatch(
                c ->
                    Character.isLetter(c) || isMark(c) || Character.getType(c) == Character.FORMAT);
  }

  /** {@code text} from its first letter, digit or vowel mark to its last; may be empty. */
  static String trimToWord(String text) {
    if (!hasLetterOrDigit(text)) {
      return "";
    }
    int start = 0;
    while (!belongsToWord(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    int end = text.length();
    while (!belongsToWord(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** {@code text} without hyphens at its front and punctuation at its end; may be empty. */
  static String trimVerbatim(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == '-' || isEdge(text.charAt(start)))) {
      start++;
    }
    int end = text.length();
    while (end > start && isEdge(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isEdge(char c) {
    return isInvisible(c) || ENDS_VERBATIM.indexOf(c) >= 0;
  }

  /** Whether a word can begin and end with {@code c}. */
  static boolean belongsToWord(int c) {
    return Character.isLetterOrDigit(c) || isMark(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
