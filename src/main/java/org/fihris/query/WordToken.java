package org.fihris.query;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fihris.query.Token.Sign;
import org.fihris.query.Warning.Code;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/** What a run of characters without a space is: a word, an operator, a word with signs in it. */
final class WordToken {

  /** Fewer letters than these at the front of a word stand for half the dictionary. */
  private static final int LEAST_LETTERS = 2;

  /** Where a word begins with a sign, so many letters must follow each other. */
  private static final int LEAST_INNER_LETTERS = 3;

  /** No Arabic word is longer. */
  private static final int MOST_UNITS = 40;

  /** More signs than these make a pattern costly. */
  private static final int MOST_SIGNS = 8;

  /** Up to this length one letter may differ, in longer words two. */
  private static final int SHORT = 5;

  private static final Pattern FUZZY = Pattern.compile("(.*?)(~\\d?)+", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final WarningList warnings;

  WordToken(WarningList warnings) {
    this.warnings = warnings;
  }

  /**
   * The token of a word.
   *
   * @param typed all of it
   * @param word the same without punctuation around it; may be empty
   */
  Token of(String typed, String word) {
    Token token = sign(typed, word);
    if (token == null) {
      token = near(word);
    }
    if (token == null && hasSign(typed)) {
      token = wildcard(typed, word);
    }
    if (token == null && typed.indexOf('~') >= 0) {
      token = fuzzy(typed);
    }
    return token == null ? new Token.Word(word) : token;
  }

  /** Whether a word would be read as an operator. */
  static boolean isOperator(String word) {
    return !(new WordToken(new WarningList()).of(word, word) instanceof Token.Word);
  }

  /** An operator, or what holds no letter; null for words. */
  static @Nullable Token sign(String typed, String word) {
    if (!Signs.hasLetterOrDigit(word)) {
      return !typed.isEmpty() && typed.chars().allMatch(c -> c == '*') ? Sign.STAR : Sign.NOISE;
    }
    return switch (word) {
      case "OR" -> Sign.OR;
      case "AND" -> Sign.AND;
      case "NOT" -> Sign.NOT;
      default -> null;
    };
  }

  private @Nullable Token near(String word) {
    int slash = word.indexOf('/');
    String number = slash < 0 ? "" : Folding.fold(word.substring(slash + 1));
    if (!NUMBER.matcher(number).matches()) {
      return null;
    }
    String name = word.substring(0, slash);
    String folded = Folding.fold(name);
    boolean ordered = name.equals("ONEAR") || folded.equals("يليه");
    if (!ordered && !name.equals("NEAR") && !folded.equals("قرب")) {
      return null;
    }
    int distance = Integer.parseInt(number);
    if (distance > QueryParser.MAX_DISTANCE) {
      warnings.add(
          Code.TOO_FAR,
          word,
          "“"
              + word
              + "” allows for "
              + QueryParser.MAX_DISTANCE
              + " words between, which is the most.");
    }
    return new Token.Near(Math.min(distance, QueryParser.MAX_DISTANCE), ordered);
  }

  static boolean hasSign(String typed) {
    return typed.indexOf('*') >= 0 || typed.indexOf('?') >= 0;
  }

  /** A pattern, or the word alone where the signs can mean none. */
  private Token wildcard(String typed, String word) {
    String pattern = trimmed(typed);
    // Two stars on either side make a word bold in many a text.
    String why =
        pattern.startsWith("**")
            ? "two stars at its front are an ornament"
            : whyNoPattern(pattern.replaceAll("\\*+", "*"));
    if (why == null) {
      return new Token.Wildcard(pattern.replaceAll("\\*+", "*"));
    }
    warnIgnored(typed, why);
    return word.equals(typed) ? new Token.Word(word) : of(word, word);
  }

  /** Says that the signs of a word were not read as wildcards. */
  void warnIgnored(String typed, String why) {
    warnings.add(
        Code.WILDCARD_IGNORED, typed, "“" + typed + "” was read without wildcards: " + why + ".");
  }

  private static String trimmed(String typed) {
    int start = 0;
    while (!isOfPattern(typed.codePointAt(start))) {
      start += Character.charCount(typed.codePointAt(start));
    }
    int end = typed.length();
    while (!isOfPattern(typed.codePointBefore(end))) {
      end -= Character.charCount(typed.codePointBefore(end));
    }
    return typed.substring(start, end);
  }

  private static boolean isOfPattern(int c) {
    return c == '*' || c == '?' || Signs.belongsToWord(c);
  }

  private static @Nullable String whyNoPattern(String pattern) {
    if (!pattern.codePoints().allMatch(WordToken::isOfPattern)) {
      return "only letters and digits may stand beside them";
    }
    if (!hasSign(pattern)) {
      return "they stand at the edge of signs that belong to no word";
    }
    long signs = pattern.chars().filter(c -> c == '*' || c == '?').count();
    if (signs > MOST_SIGNS || pattern.length() > MOST_UNITS) {
      return "there may be " + MOST_SIGNS + " of them in " + MOST_UNITS + " letters";
    }
    String folded = Folding.fold(pattern);
    String[] runs = folded.split("[*?]", -1);
    if (!folded.startsWith("*")) {
      return runs[0].length() < LEAST_LETTERS
          ? "at least " + LEAST_LETTERS + " letters must stand before them"
          : null;
    }
    return Arrays.stream(runs).allMatch(run -> run.length() < LEAST_INNER_LETTERS)
        ? "behind a wildcard in front, at least "
            + LEAST_INNER_LETTERS
            + " letters must follow each other"
        : null;
  }

  /** A fuzzy word; the word alone where it is no such; null where ~ is a sign like any other. */
  private @Nullable Token fuzzy(String typed) {
    int end = typed.length();
    while (typed.charAt(end - 1) != '~' && !Signs.belongsToWord(typed.codePointBefore(end))) {
      end -= Character.charCount(typed.codePointBefore(end));
    }
    Matcher matcher = FUZZY.matcher(typed.substring(0, end));
    if (!matcher.matches()) {
      return null;
    }
    String word = Signs.trimToWord(matcher.group(1));
    if (word.codePoints().noneMatch(Character::isLetter)) {
      return null;
    }
    String folded = Folding.fold(word);
    boolean isWord = word.codePoints().allMatch(Signs::belongsToWord) && word.length() < MOST_UNITS;
    if (!isWord || folded.length() <= LEAST_LETTERS) {
      warnings.add(
          Code.FUZZY_IGNORED,
          typed,
          "“"
              + typed
              + "” was read without ~, which stands behind letters and digits, more than "
              + LEAST_LETTERS
              + " of them.");
      return of(word, word);
    }
    return new Token.Fuzzy(word, edits(typed, matcher.group(2), folded));
  }

  private int edits(String typed, String sign, String folded) {
    if (sign.length() == 1) {
      return folded.length() <= SHORT ? 1 : 2;
    }
    int asked = Character.digit(sign.charAt(1), 10);
    if (asked > QueryParser.MAX_EDITS) {
      warnings.add(
          Code.TOO_FAR,
          typed,
          "“" + typed + "” allows for " + QueryParser.MAX_EDITS + " letters, which is the most.");
    }
    return Math.clamp(asked, 1, QueryParser.MAX_EDITS);
  }
}
