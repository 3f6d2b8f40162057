package org.fihris.entity;

import java.util.ArrayList;
import java.util.List;
import org.fihris.text.Folding;

/**
 * One way to write the name of an entity.
 *
 * @param written the name as the table has it
 * @param words its folded words, at least one
 * @param use when it counts
 * @param joins whether particles may be joined to its front
 */
record Name(String written, List<String> words, Use use, boolean joins) {

  /**
   * A single word of three letters or fewer is also what remains of many common words when a
   * particle is cut off ({@code وعون}, {@code بقم}), so it takes particles only where the table
   * says so.
   */
  private static final int SHORT = 3;

  /** Words that some newsrooms join to the next word of a name and others do not. */
  private static final List<String> JOINED_OR_NOT = List.of("عبد", "ابو");

  static Name of(String written, Use use, boolean shortJoins) {
    List<String> words = words(written);
    return new Name(written, words, use, shortJoins || !isShort(words));
  }

  static boolean isShort(List<String> words) {
    return words.size() == 1 && words.getFirst().length() <= SHORT;
  }

  /** The folded words of a text. */
  static List<String> words(String text) {
    String folded = Folding.fold(text);
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int end = at;
      while (end < folded.length() && Words.isWordUnit(folded.charAt(end))) {
        end++;
      }
      if (end > at) {
        words.add(folded.substring(at, end));
      }
      at = end + 1;
    }
    return List.copyOf(words);
  }

  /** Whether a folded word may be joined to the next word of a name. */
  static boolean mayJoin(String word) {
    return JOINED_OR_NOT.contains(word);
  }

  /** The word sequences that this name is written as: {@code عبد الله} is also {@code عبدالله}. */
  List<List<String>> spellings() {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean joinsNext = mayJoin(words.get(i)) && i + 1 < words.size();
      joined.add(joinsNext ? words.get(i) + words.get(++i) : words.get(i));
    }
    return joined.equals(words) ? List.of(words) : List.of(words, List.copyOf(joined));
  }
}
