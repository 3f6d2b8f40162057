package org.fihris.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The particles that Arabic writes joined to the front of a word: the conjunctions و and ف, the
 * prepositions ب, ل and ك, the article ال, the future س, and what they form together.
 *
 * <p>The table gives possible readings; which one is meant is for the caller to decide, by a
 * lexicon or by the length of what remains.
 */
public final class Proclitics {

  /**
   * One way to read a word.
   *
   * @param length how many units at the front of the word are proclitics
   * @param rest the word that they were joined to, with its article where it has one; for {@code
   *     للرئيس} that is {@code الرئيس}, though only one alef-less lam of it is written
   */
  public record Reading(int length, String rest) {}

  /** Conjunctions and prepositions that may stand before a noun, longest first. */
  private static final List<String> BEFORE_NOUN =
      List.of("وب", "ول", "وك", "فب", "فل", "فك", "و", "ف", "ب", "ل", "ك");

  private Proclitics() {}

  /** Particles and a noun in one word, as Arabic joins them: ل and الرئيس are للرئيس. */
  public static String join(String proclitics, String noun) {
    boolean swallowsAlef = proclitics.endsWith("ل") && noun.startsWith("ال");
    return proclitics + (swallowsAlef ? noun.substring(1) : noun);
  }

  /**
   * Every reading of {@code word} as proclitics and a noun of two letters or more, the whole word
   * first. The article is not stripped: {@code والوزير} reads as {@code الوزير}.
   *
   * @param word a folded word
   */
  public static List<Reading> readings(String word) {
    List<Reading> readings = new ArrayList<>(4);
    readings.add(new Reading(0, word));
    for (String proclitic : BEFORE_NOUN) {
      if (word.length() >= proclitic.length() + 2 && word.startsWith(proclitic)) {
        String rest = word.substring(proclitic.length());
        // The preposition ل swallows the alef of the article: ل + الرئيس is written للرئيس.
        if (proclitic.endsWith("ل") && rest.startsWith("ل") && rest.length() >= 3) {
          readings.add(new Reading(proclitic.length(), "ا" + rest));
        }
        readings.add(new Reading(proclitic.length(), rest));
      }
    }
    return readings;
  }

  /**
   * How many units at the front of a word may be proclitics before a noun of two letters or more,
   * without making strings: for callers that look at every word of a text. Every shorter length
   * above zero is a possible reading too.
   *
   * @param text folded text that holds the word from {@code from} to {@code to}
   * @return 0, 1 or 2
   */
  public static int longest(CharSequence text, int from, int to) {
    if (to - from < 3) {
      return 0;
    }
    return longest(text.charAt(from), text.charAt(from + 1), to - from);
  }

  /** The same of a word of {@code length} units from the beginning of an array. */
  public static int longest(char[] word, int length) {
    return length < 3 ? 0 : longest(word[0], word[1], length);
  }

  private static int longest(char first, char second, int length) {
    if (isPreposition(first)) {
      return 1;
    }
    if (first != 'و' && first != 'ف') {
      return 0;
    }
    return length >= 4 && isPreposition(second) ? 2 : 1;
  }

  /**
   * Whether the rest of a word, from {@code rest} on, may be a noun whose article lost its alef to
   * the preposition ل before it, as {@code لرئيس} in {@code للرئيس}.
   */
  public static boolean swallowsAlef(CharSequence text, int rest, int to) {
    return to - rest >= 3 && text.charAt(rest - 1) == 'ل' && text.charAt(rest) == 'ل';
  }

  private static boolean isPreposition(char c) {
    return c == 'ب' || c == 'ل' || c == 'ك';
  }
}
