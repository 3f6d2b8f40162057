package org.fihris.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the text out of SGML: entities decoded, paragraphs kept apart, other tags left out. */
final class Markup {
  private static final int MAX_ENTITY = 10;

  private static final Set<String> PARAGRAPHS =
      Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table");
  private static final Set<String> LINES = Set.of("br", "li", "tr", "hr");

  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00A0"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("middot", "·"),
          Map.entry("bull", "•"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("euro", "€"),
          Map.entry("deg", "°"),
          Map.entry("times", "×"),
          Map.entry("shy", "\u00AD"),
          Map.entry("zwnj", "\u200C"),
          Map.entry("zwj", "\u200D"),
          Map.entry("lrm", "\u200E"),
          Map.entry("rlm", "\u200F"));

  private Markup() {}

  /** The text of a part of a document, without white space around it. */
  static String plain(CharSequence document, int from, int to) {
    String raw = document.subSequence(from, to).toString();
    if (raw.indexOf('<') < 0 && raw.indexOf('&') < 0) {
      return raw.strip();
    }
    StringBuilder text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      int end = c == '<' ? tagEnd(raw, i, raw.length()) : c == '&' ? entityEnd(raw, i) : -1;
      if (end < 0) {
        text.append(c);
        i++;
      } else if (c == '<') {
        i = breakAt(raw, i, end, text);
      } else {
        String decoded = entity(raw.substring(i + 1, end - 1));
        text.append(decoded == null ? raw.substring(i, end) : decoded);
        i = end;
      }
    }
    return text.toString().strip();
  }

  /** Writes the break that a tag stands for, and returns where to read on. */
  private static int breakAt(String raw, int tag, int end, StringBuilder text) {
    String name = tagName(raw, tag).toLowerCase(Locale.ROOT);
    String lineEnds = PARAGRAPHS.contains(name) ? "\n\n" : LINES.contains(name) ? "\n" : "";
    if (lineEnds.isEmpty()) {
      return end;
    }
    int length = text.length();
    int lines = 0;
    while (length > 0 && Character.isWhitespace(text.charAt(length - 1))) {
      length--;
      lines += text.charAt(length) == '\n' ? 1 : 0;
    }
    text.setLength(length);
    // A paragraph that has just ended stays ended.
    text.append(lines > 1 ? "\n\n" : lineEnds);
    int next = end;
    while (next < raw.length() && Character.isWhitespace(raw.charAt(next))) {
      next++;
    }
    return next;
  }

  /**
   * Index after the tag that begins at {@code start}, or -1 if none does: a name of ASCII letters
   * follows at once, so that "3 < 5" and "<name@example.org>" are text.
   */
  static int tagEnd(String text, int start, int limit) {
    int i = start + 1;
    if (i < limit && text.charAt(i) == '/') {
      i++;
    }
    int name = i;
    while (i < limit && isNamePart(text.charAt(i))) {
      i++;
    }
    if (i == name || i == limit || !isLetter(text.charAt(name))) {
      return -1;
    }
    if (" \t\r\n/>".indexOf(text.charAt(i)) < 0) {
      return -1;
    }
    while (i < limit && text.charAt(i) != '>' && text.charAt(i) != '<') {
      i++;
    }
    return i < limit && text.charAt(i) == '>' ? i + 1 : -1;
  }

  /** The name in the tag that begins at {@code start}, as it is written. */
  static String tagName(String text, int start) {
    int from = text.charAt(start + 1) == '/' ? start + 2 : start + 1;
    int to = from;
    while (to < text.length() && isNamePart(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNamePart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ':';
  }

  private static int entityEnd(String text, int start) {
    int limit = Math.min(text.length(), start + MAX_ENTITY);
    int end = start + 1;
    while (end < limit && text.charAt(end) != ';') {
      end++;
    }
    return end < limit && end > start + 1 ? end + 1 : -1;
  }

  /** What an entity stands for, or {@code null} for one that is not known. */
  private static @Nullable String entity(String name) {
    if (name.charAt(0) != '#') {
      return ENTITIES.get(name);
    }
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean character = code >= ' ' && Character.isValidCodePoint(code) && !isSurrogate(code);
      return character ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isSurrogate(int code) {
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }
}
