package org.fihris.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a file is from its first bytes, and only where they leave it open from its name. */
final class Detection {

  /** What is to be done with a file. */
  sealed interface Verdict {
    record Read(Format format) implements Verdict {}

    record Refuse(String reason) implements Verdict {}

    record LeaveAlone() implements Verdict {}
  }

  /** How much of a file is looked at. */
  static final int HEAD = 1 << 14;

  static final String WHAT_IS_READ =
      "what is read is plain text, HTML, JSON (one object a line, or an array), CSV and TSV, RSS and"
          + " Atom, WARC and WET, and TREC-style SGML, alone or in .gz, .tar, .tar.gz and .zip";

  private static final Pattern PAGE_TAG =
      Pattern.compile("<(?:html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w:-]{0,60}");

  private final @Nullable Format forced;
  private final FieldNames columns;

  /**
   * @param forced the format the user asked for, or {@code null}
   * @param columns names that make a table of a file that is nothing else
   */
  Detection(@Nullable Format forced, FieldNames columns) {
    this.forced = forced;
    this.columns = columns;
  }

  /**
   * @param named whether the user named this file, so that it is not to be left alone in silence
   */
  Verdict of(FileName name, boolean named, byte[] bytes, int from, int length) {
    String head = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    Format content = byContent(head);
    String other = content == null ? Signature.otherKind(bytes, from, length) : null;
    if (content == null && forced == null && head.stripLeading().startsWith("<?xml")) {
      other = "an XML file";
    }
    boolean worthAWord = named || name.promisesPages() || forced != null;
    if (other != null || (content == null && forced == null && named)) {
      other = other == null ? name.otherKind() : other;
      if (other != null) {
        return refusal("is " + other + ", which is not read yet", worthAWord);
      }
    }
    if (forced != null) {
      return new Verdict.Read(forced);
    }
    if (content != null) {
      return new Verdict.Read(content);
    }
    Format promised = name.format();
    if (isBinary(head) && !(promised == Format.JSON && hasObjectLine(head))) {
      return refusal("is binary data, not text", worthAWord);
    }
    if (promised == null || promised == Format.TEXT) {
      String text = Decoding.ofFile(bytes, from, length).head(bytes, from, length);
      if (CsvLayout.isTable(text, columns)) {
        return new Verdict.Read(Format.CSV);
      }
    }
    if (promised == null) {
      return named ? new Verdict.Read(Format.TEXT) : new Verdict.LeaveAlone();
    }
    return new Verdict.Read(promised);
  }

  private static Verdict refusal(String problem, boolean worthAWord) {
    return worthAWord
        ? new Verdict.Refuse(problem + "; " + WHAT_IS_READ)
        : new Verdict.LeaveAlone();
  }

  private static @Nullable Format byContent(String head) {
    int first = nextInk(head, 0);
    if (first == head.length()) {
      return null;
    }
    return switch (head.charAt(first)) {
      case '{' -> follows(head, first, "\"}") ? Format.JSON : null;
      // A page may well begin with a word in brackets.
      case '[' -> follows(head, first, "{]") ? Format.JSON : null;
      case '<' -> ofMarkup(head, first);
      default -> head.startsWith("WARC/") ? Format.WARC : null;
    };
  }

  private static @Nullable Format ofMarkup(String head, int first) {
    if (isTrec(head, first)) {
      return Format.TREC;
    }
    String root = rootName(head, first);
    return switch (root.substring(root.indexOf(':') + 1)) {
      case "rss", "feed", "rdf" -> Format.FEED;
      case "html", "head", "body" -> Format.HTML;
      default -> head.startsWith("<?xml", first) || !hasPageTag(head) ? null : Format.HTML;
    };
  }

  /** Whether a text is a whole page in HTML, by its beginning. */
  static boolean isHtml(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    return byContent(head) == Format.HTML;
  }

  private static boolean hasPageTag(String head) {
    return PAGE_TAG.matcher(head).find();
  }

  /** Name of the first tag behind a prolog and comments, or the document type that names it. */
  private static String rootName(String head, int from) {
    int i = from;
    while (i >= 0 && i < head.length() && head.charAt(i) == '<') {
      String end =
          head.startsWith("<!--", i)
              ? "-->"
              : head.startsWith("<?", i) ? "?>" : head.startsWith("<!", i) ? ">" : "";
      if (end.isEmpty() || head.regionMatches(true, i, "<!doctype html", 0, 14)) {
        Matcher name = NAME.matcher(head).region(end.isEmpty() ? i + 1 : i + 10, head.length());
        return name.lookingAt() ? name.group().toLowerCase(Locale.ROOT) : "";
      }
      int close = head.indexOf(end, i);
      int subset = end.equals(">") ? head.substring(i, Math.max(i, close)).indexOf('[') : -1;
      close = subset < 0 ? close : head.indexOf("]", i + subset);
      close = subset < 0 || close < 0 ? close : head.indexOf('>', close);
      i = close < 0 ? -1 : nextInk(head, close + (subset < 0 ? end.length() : 1));
    }
    return "";
  }

  /** Nothing but tags (a prolog, an element around all) may stand before the first document. */
  private static boolean isTrec(String head, int from) {
    int i = from;
    while (i >= 0 && i < head.length() && head.charAt(i) == '<') {
      if (head.regionMatches(true, i, "<doc", 0, 4) && i + 4 < head.length()) {
        char after = head.charAt(i + 4);
        if (after == '>' || Character.isWhitespace(after)) {
          return true;
        }
      }
      int close = head.indexOf('>', i);
      i = close < 0 ? -1 : nextInk(head, close + 1);
    }
    return false;
  }

  private static boolean follows(String head, int at, String expected) {
    int next = nextInk(head, at + 1);
    return next < head.length() && expected.indexOf(head.charAt(next)) >= 0;
  }

  private static int nextInk(String head, int from) {
    int i = from;
    while (i < head.length() && Character.isWhitespace(head.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBinary(String head) {
    return head.indexOf('\0') >= 0;
  }

  private static boolean hasObjectLine(String head) {
    return head.lines().anyMatch(line -> line.stripLeading().startsWith("{\""));
  }
}
