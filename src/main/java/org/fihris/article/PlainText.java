package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tidies text as it was read: white space, invisible marks, leftovers of HTML. */
final class PlainText {

  private static final Pattern UNSEEN =
      Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\u061C\\u00AD]");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");

  private PlainText() {}

  /**
   * The lines of a text that are not blank, each without surrounding space, runs of spaces made
   * one, HTML entities decoded, and the tags of HTML removed where some were left in it.
   */
  static List<String> lines(String raw) {
    String text = Markup.clean(UNSEEN.matcher(raw).replaceAll(""));
    List<String> lines = new ArrayList<>();
    for (String line : LINE_END.split(text)) {
      String tidy = singleSpaced(UNSEEN.matcher(line).replaceAll(""));
      if (!tidy.isEmpty()) {
        lines.add(tidy);
      }
    }
    return lines;
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

  private static String singleSpaced(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!isSpace(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().stripTrailing();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
