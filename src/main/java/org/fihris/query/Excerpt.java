package org.fihris.query;

/** The part of a query that a warning means. */
final class Excerpt {

  /** Longer parts are cut, in UTF-16 units. */
  private static final int MOST = 40;

  private Excerpt() {}

  /** The word at a place and the one on either side. */
  static String around(String text, int at) {
    return cut(text, wordBefore(text, at), wordsBehind(text, at, 2));
  }

  /** The word at a place and the one behind it. */
  static String from(String text, int at) {
    return cut(text, at, wordsBehind(text, at, 2));
  }

  /** The beginning of a part that is long. */
  static String shortened(String part) {
    if (part.length() <= 2 * MOST) {
      return part;
    }
    int end = isSecondHalf(part, 2 * MOST) ? 2 * MOST - 1 : 2 * MOST;
    return part.substring(0, end) + "…";
  }

  private static int wordBefore(String text, int at) {
    int from = Math.min(at, text.length());
    while (from > 0 && Signs.isSpace(text.charAt(from - 1))) {
      from--;
    }
    while (from > 0 && at - from < MOST / 2 && !Signs.isSpace(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static int wordsBehind(String text, int at, int words) {
    int end = at;
    for (int i = 0; i < words; i++) {
      while (end < text.length() && Signs.isSpace(text.charAt(end))) {
        end++;
      }
      while (end < text.length() && !Signs.isSpace(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static String cut(String text, int from, int to) {
    int start = isSecondHalf(text, from) ? from + 1 : from;
    int end = Math.min(to, start + MOST);
    return text.substring(start, isSecondHalf(text, end) ? end - 1 : end).strip();
  }

  private static boolean isSecondHalf(String text, int i) {
    return i > 0
        && i < text.length()
        && Character.isLowSurrogate(text.charAt(i))
        && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
