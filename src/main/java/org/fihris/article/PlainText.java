package org.fihris.article;

import java.util.ArrayList;
import java.util.List;

/** Tidies text as it was read: white space, invisible marks, leftovers of HTML. */
final class PlainText {

  private PlainText() {}

  /**
   * The lines of a text that are not blank, each without surrounding space, runs of spaces made
   * one, HTML entities decoded, and the tags of HTML removed where some were left in it.
   */
  static List<String> lines(String raw) {
    String text = Markup.clean(raw);
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(text, start);
      String tidy =
          isTidy(text, start, end) ? text.substring(start, end) : tidied(text, start, end);
      String line = tidy.stripTrailing();
      if (!line.isEmpty()) {
        lines.add(line);
      }
      start = end + 1;
    }
    return lines;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether nothing is to be done but at its end, as with nearly every line. */
  private static boolean isTidy(String text, int from, int to) {
    char before = ' ';
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!isOrdinary(c) && (c != ' ' || before == ' ')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static String tidied(String text, int from, int to) {
    StringBuilder line = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (isOrdinary(c)) {
        line.append(c);
      } else if (isSpace(c)) {
        appendSpace(line);
      } else if (!isUnseen(c)) {
        line.append(c);
      }
    }
    return line.toString();
  }

  private static void appendSpace(StringBuilder line) {
    if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }

  /** The lines of a text with one line feed between them. */
  static String paragraphs(String raw) {
    return String.join("\n", lines(raw));
  }

  /** The text on one line. */
  static String oneLine(String raw) {
    return String.join(" ", lines(raw));
  }

  /** How many words there are: runs without space that hold a letter or a digit. */
  static int words(String text) {
    int words = 0;
    boolean inWord = false;
    boolean counted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inWord = !isSpace(c);
      if (!inWord) {
        counted = false;
      } else if (!counted && Character.isLetterOrDigit(c)) {
        counted = true;
        words++;
      }
    }
    return words;
  }

  /** The quick answer for nearly every character of Arabic text: neither space nor invisible. */
  private static boolean isOrdinary(char c) {
    return (c > 0x20 && c < 0x7F) || (c >= 0x0620 && c <= 0x06FF);
  }

  private static boolean isSpace(char c) {
    return !isOrdinary(c)
        && (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
  }

  private static boolean isLineEnd(char c) {
    return c < ' ' ? c == '\n' || c == '\r' : c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** Zero-width and direction marks, soft hyphens, byte order marks. */
  private static boolean isUnseen(char c) {
    return c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069')
        || c == '\uFEFF'
        || c == '\u061C'
        || c == '\u00AD';
  }
}
