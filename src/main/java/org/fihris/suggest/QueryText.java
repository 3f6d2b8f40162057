package org.fihris.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fihris.text.Folding;
import org.fihris.text.Script;

/**
 * The text of a query with the words in it that may be replaced: those that are looked for in every
 * text, quoted or not. Values of fields, exclusions and operators are left alone, and so are all
 * signs around words.
 */
final class QueryText {
  private static final Pattern PIECE = Pattern.compile("\\S+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\u0640][\\p{L}\\p{M}\\p{N}\u0640'’]*");
  private static final List<String> OPERATORS = List.of("AND", "OR", "NOT", "|");

  /** Words behind these are not looked at. */
  static final int MOST_WORDS = 12;

  private final String text;
  private final List<Word> words;

  /**
   * A word in the text.
   *
   * @param end exclusive
   */
  record Word(int start, int end, String text) {
    String folded() {
      return Folding.fold(text);
    }

    boolean isArabic() {
      return Script.hasArabic(text);
    }

    boolean isLatin() {
      return !isArabic() && text.chars().anyMatch(c -> c < 0x250 && Character.isLetter(c));
    }
  }

  private QueryText(String text, List<Word> words) {
    this.text = text;
    this.words = words;
  }

  static QueryText of(String text) {
    List<Word> words = new ArrayList<>();
    boolean negated = false;
    for (MatchResult piece : (Iterable<MatchResult>) PIECE.matcher(text).results()::iterator) {
      String part = piece.group();
      boolean operator = OPERATORS.contains(part);
      if (!negated && !operator && !part.startsWith("-") && part.indexOf(':') < 0) {
        WORD.matcher(part)
            .results()
            .map(w -> new Word(piece.start() + w.start(), piece.start() + w.end(), w.group()))
            .forEach(words::add);
      }
      negated = part.equals("NOT");
    }
    return new QueryText(text, List.copyOf(words.subList(0, Math.min(words.size(), MOST_WORDS))));
  }

  /** The text as a whole. */
  String text() {
    return text;
  }

  List<Word> words() {
    return words;
  }

  /** The text with the words from {@code first} to {@code last} replaced, gaps and all. */
  String with(int first, int last, String replacement) {
    return text.substring(0, words.get(first).start)
        + replacement
        + text.substring(words.get(last).end);
  }

  /**
   * The text with each word replaced.
   *
   * @param replacements one for each word
   */
  String with(List<String> replacements) {
    StringBuilder replaced = new StringBuilder();
    int end = 0;
    for (int i = 0; i < words.size(); i++) {
      replaced.append(text, end, words.get(i).start).append(replacements.get(i));
      end = words.get(i).end;
    }
    return replaced.append(text.substring(end)).toString();
  }

  /** The text without one of its words. */
  String without(int word) {
    return with(word, word, "").replaceAll("\"\\s*\"|«\\s*»", " ").replaceAll("\\s+", " ").strip();
  }
}
