package org.fihris.entity;

import org.fihris.text.FoldedText;
import org.fihris.text.Proclitics;

/**
 * The words of one text with their classes: as they stand, and where nothing stands so, behind
 * their particles. Not safe for use by several threads.
 */
final class Tokens {
  final Words words;
  private final CharSequence original;
  private final FoldedText folded;
  private final Vocabulary vocabulary;

  Tokens(CharSequence original, FoldedText folded, Words words, Vocabulary vocabulary) {
    this.original = original;
    this.folded = folded;
    this.words = words;
    this.vocabulary = vocabulary;
  }

  int count() {
    return words.count();
  }

  /** Where the word begins behind its particles. */
  int from(int word) {
    return words.bare(word);
  }

  boolean isJoined(int word) {
    return words.bare(word) > words.start(word);
  }

  /** The word behind its particles. */
  String bare(int word) {
    return words.text.substring(words.bare(word), words.end(word));
  }

  /** Whether the preposition ل took the alef of the word's article. */
  boolean lostAlef(int word) {
    return isJoined(word)
        && Proclitics.swallowsAlef(words.text, words.bare(word), words.end(word))
        && vocabulary.classesAfterAlef(words.text, words.bare(word), words.end(word)) != 0;
  }

  boolean is(int word, WordClass kind) {
    return kind.in(words.classes(word));
  }

  boolean isAny(int word, int kinds) {
    return (words.classes(word) & kinds) != 0;
  }

  boolean hasArticle(int word) {
    return words.text.startsWith("ال", words.start(word)) && length(word) >= 4;
  }

  int length(int word) {
    return words.end(word) - words.start(word);
  }

  /** Whether the word is a letter with a full stop. */
  boolean isInitial(int word) {
    return word < count()
        && length(word) == 1
        && words.end(word) < words.text.length()
        && words.text.charAt(words.end(word)) == '.';
  }

  boolean endsInTehMarbuta(int word) {
    return lastLetter(word) == 'ة';
  }

  boolean endsInMaqsura(int word) {
    return lastLetter(word) == 'ى';
  }

  private char lastLetter(int word) {
    return original.charAt(folded.originalEnd(words.end(word)) - 1);
  }

  /** Whether the text writes على, which folds to the name علي. */
  boolean isPreposition(int word) {
    return is(word, WordClass.FUNCTION) && endsInMaqsura(word);
  }

  /** Whether the word is none of the language, with or without particles and endings. */
  boolean isUnknown(int word) {
    return isUnknown(word, WordMemo.Language.NO);
  }

  /** Whether the word is none of the language, or what is left of it is too little to tell. */
  boolean mayBeUnknown(int word) {
    return isUnknown(word, WordMemo.Language.DOUBTFUL);
  }

  private boolean isUnknown(int word, WordMemo.Language atLeast) {
    boolean candidate =
        (words.classes(word) & ~WordClass.FOREIGN.bit()) == 0
            && length(word) >= 3
            && words.id(word) != Words.TANWIN
            && isArabic(word);
    return candidate
        && (is(word, WordClass.FOREIGN) || words.language(word).compareTo(atLeast) >= 0);
  }

  /** Whether the word is a common noun without particles and article, and nothing else. */
  boolean isPlainNoun(int word) {
    return words.classes(word) == WordClass.COMMON.bit()
        && !isJoined(word)
        && !hasArticle(word)
        && words.id(word) != Words.TANWIN;
  }

  /** Whether the word is an adjective of origin, family names aside not met as a common word. */
  boolean isNisba(int word) {
    return words.classes(word) == 0
        && vocabulary.isNisba(words.text, words.start(word), words.end(word));
  }

  private boolean isArabic(int word) {
    for (int i = words.start(word); i < words.end(word); i++) {
      char c = words.text.charAt(i);
      if (c < '\u0620' || c > '\u06D5' || (c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  /** Whether the next word follows in the same line with nothing but space between. */
  boolean continues(int word) {
    return words.continues(word) && !breaksLine(word);
  }

  private boolean breaksLine(int word) {
    for (int i = words.end(word); i < words.start(word + 1); i++) {
      if (words.text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }
}
