package org.fihris.article;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leftovers of HTML in a text that should be plain. Reads no pages: tags are removed by name. */
final class Markup {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");
  private static final Pattern UNSHOWN = Pattern.compile("(?i)<(script|style|!--)");
  private static final Pattern LINE_BREAK =
      Pattern.compile("(?i)<(?:br|/?p|/?div|/?li|/?ul|/?ol|/?h[1-6]|/?tr|hr)\\b[^<>]{0,2000}>");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:a|abbr|b|big|blockquote|center|cite|em|figure|figcaption|font|i|iframe|img|ins"
              + "|small|source|span|strong|sub|sup|table|tbody|td|th|u|video)\\b[^<>]{0,2000}>");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("thinsp", " "),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("sbquo", "‚"),
          Map.entry("bdquo", "„"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("bull", "•"),
          Map.entry("middot", "·"),
          Map.entry("times", "×"),
          Map.entry("deg", "°"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("euro", "€"),
          Map.entry("pound", "£"),
          Map.entry("cent", "¢"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("ccedil", "ç"),
          Map.entry("shy", ""),
          Map.entry("rlm", ""),
          Map.entry("lrm", ""),
          Map.entry("zwj", "\u200D"),
          Map.entry("zwnj", "\u200C"));

  private Markup() {}

  /** The text with entities decoded and known tags removed; other angle brackets stay. */
  static String clean(String text) {
    // What was escaped twice (&amp;quot;) is common; what was escaped more often is not.
    String decoded = decode(decode(withoutTags(text)));
    return withoutTags(decoded);
  }

  private static String withoutTags(String text) {
    if (text.indexOf('<') < 0) {
      return text;
    }
    String shown = withoutUnshown(text);
    return TAG.matcher(LINE_BREAK.matcher(shown).replaceAll("\n")).replaceAll("");
  }

  /** Leaves out scripts, styles and comments that are closed. */
  private static String withoutUnshown(String text) {
    Matcher opening = UNSHOWN.matcher(text);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (opening.find(from)) {
      String name = opening.group(1);
      int close = endOf(text, opening.end(), name.equals("!--") ? "-->" : "</" + name);
      if (close < 0) {
        break;
      }
      out.append(text, from, opening.start()).append(' ');
      from = close;
    }
    return from == 0 ? text : out.append(text, from, text.length()).toString();
  }

  private static int endOf(String text, int from, String closing) {
    for (int i = text.indexOf(closing.charAt(0), from);
        i >= 0;
        i = text.indexOf(closing.charAt(0), i + 1)) {
      if (text.regionMatches(true, i, closing, 0, closing.length())) {
        int bracket = text.indexOf('>', i);
        return bracket < 0 ? -1 : bracket + 1;
      }
    }
    return -1;
  }

  private static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(decoded(m)));
  }

  private static String decoded(MatchResult entity) {
    String name = entity.group(3);
    if (name != null) {
      String character = NAMED.get(name);
      return character == null ? entity.group() : character;
    }
    int codePoint =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    boolean character =
        Character.isValidCodePoint(codePoint)
            && Character.isDefined(codePoint)
            && !(codePoint >= 0xD800 && codePoint <= 0xDFFF);
    return character ? Character.toString(codePoint) : entity.group();
  }
}
