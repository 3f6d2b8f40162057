package org.fihris.entity;

import java.util.List;

/** What the letters of a word that no table holds say of it. */
final class Shapes {
  /** Endings of nouns with a pronoun. */
  private static final List<String> OF_NOUNS = List.of("اته", "تها", "تهم");

  private static final List<String> OF_VERBS = List.of("ه", "ها", "هم", "ون");
  private static final List<String> BEFORE_VERBS = List.of("ي", "ت", "سي", "ست");
  private static final List<String> NOT_FOREIGN = List.of("ت", "وا", "ها", "هم");

  private static final int SHORT = 4;

  private final Tokens tokens;

  Shapes(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether it has the form of a verb of the present, or a pronoun is joined to it. */
  boolean isVerb(int word) {
    if (!tokens.isUnknown(word)) {
      return false;
    }
    String text = tokens.bare(word);
    return endsWithAny(text, OF_NOUNS)
        || BEFORE_VERBS.stream().anyMatch(text::startsWith)
            && (text.length() <= SHORT || endsWithAny(text, OF_VERBS));
  }

  /** Whether it has no letter or ending that only words of Arabic have. */
  boolean isForeign(int word) {
    String text = tokens.bare(word);
    boolean arabic =
        tokens.hasArticle(word)
            || tokens.endsInTehMarbuta(word)
            || text.indexOf('ؤ') >= 0
            || text.indexOf('ء') >= 0
            || text.length() == SHORT && text.startsWith("ا");
    return !arabic && !isVerb(word) && !endsWithAny(text, NOT_FOREIGN);
  }

  private static boolean endsWithAny(String text, List<String> endings) {
    return endings.stream().anyMatch(text::endsWith);
  }
}
