package org.fihris.article;

import java.util.HashSet;
import java.util.Set;
import org.fihris.text.Folding;

/** Tells summaries from what only stands in their place. */
final class Summaries {

  private static final int SHORTEST_TELLING_WORD = 4;

  private Summaries() {}

  /** Whether it is neither the title nor the beginning of the text over again. */
  static boolean saysMore(String summary, String title, String text) {
    String letters = letters(withoutDots(summary), Integer.MAX_VALUE);
    return !letters.isEmpty()
        && !letters.equals(letters(text, letters.length()))
        && !letters.equals(letters(title, Integer.MAX_VALUE));
  }

  /** Whether it speaks of what the article speaks of: sites describe themselves on every page. */
  static boolean isOf(String summary, String title, String text) {
    Set<String> of = tellingWords(title + " " + text);
    Set<String> words = tellingWords(summary);
    long shared = words.stream().filter(of::contains).count();
    return shared * 3 >= words.size();
  }

  private static Set<String> tellingWords(String text) {
    Set<String> words = new HashSet<>();
    for (String word : Boilerplate.keyOf(text).split(" ")) {
      if (word.length() >= SHORTEST_TELLING_WORD) {
        words.add(word.startsWith("ال") ? word.substring(2) : word);
      }
    }
    return words;
  }

  /** Cut beginnings of the text end in dots. */
  private static String withoutDots(String summary) {
    String tidy = summary.strip();
    while (tidy.endsWith(".") || tidy.endsWith("…") || tidy.endsWith("]") || tidy.endsWith("[")) {
      tidy = tidy.substring(0, tidy.length() - 1).strip();
    }
    return tidy;
  }

  /**
   * The folded letters and digits alone: feeds join paragraphs without a space between them.
   *
   * @param limit as many of them at most, from the beginning
   */
  private static String letters(String text, int limit) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.length() && letters.length() < limit; i++) {
      String folded = Folding.replacement(text.charAt(i));
      String as = folded == null ? text.substring(i, i + 1) : folded;
      for (int k = 0; k < as.length() && letters.length() < limit; k++) {
        if (Character.isLetterOrDigit(as.charAt(k))) {
          letters.append(as.charAt(k));
        }
      }
    }
    return letters.toString();
  }
}
