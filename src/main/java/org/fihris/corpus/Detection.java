package org.fihris.corpus;

import java.nio.charset.StandardCharsets;
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
      "what is read is plain text, JSON (one object a line, or an array) and TREC-style SGML, alone"
          + " or in .gz, .tar, .tar.gz and .zip";

  private Detection() {}

  /**
   * @param named whether the user named this file, so that it is not to be left alone in silence
   * @param forced the format the user asked for, or {@code null}
   */
  static Verdict of(
      FileName name, boolean named, @Nullable Format forced, byte[] bytes, int from, int length) {
    String head = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    Format content = byContent(head);
    String other = content == null ? Signature.otherKind(bytes, from, length) : null;
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
    if (isBinary(head) && !(promised == Format.JSONL && hasObjectLine(head))) {
      return refusal("is binary data, not text", worthAWord);
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
      case '{' -> follows(head, first, "\"}") ? Format.JSONL : null;
      // A page may well begin with a word in brackets.
      case '[' -> follows(head, first, "{]") ? Format.JSONL : null;
      case '<' -> isTrec(head, first) ? Format.TREC : null;
      default -> null;
    };
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
