package org.fihris.entity;

import org.fihris.text.FoldedText;
import org.fihris.text.Proclitics;

/**
 * The words of one text with their classes: as they stand, and where nothing stands so, behind
 * their particles. Not safe for use by several threads.
 */
final class Tokens {
  private static final byte UNREAD = -1;
  private static final byte UNKNOWN = 1;
  private static final byte DOUBTFUL = 2;

  final Words words;
  private final CharSequence original;
  private final FoldedText folded;
  private final Vocabulary vocabulary;
  private final int[] classes;
  private final int[] from;
  private final byte[] unknown;

  Tokens(CharSequence original, FoldedText folded, Words words, Vocabulary vocabulary) {
    this.original = original;
    this.folded = folded;
    this.words = words;
    this.vocabulary = vocabulary;
    int count = words.count();
    classes = new int[count];
    from = new int[count];
    unknown = new byte[count];
    for (int word = 0; word < count; word++) {
      read(word);
    }
  }

  private void read(int word) {
    int start = words.start(word);
    int end = words.end(word);
    from[word] = start;
    unknown[word] = UNREAD;
    classes[word] = vocabulary.classes(words.text, start, end);
    if (classes[word] != 0) {
      if (classes[word] == WordClass.COMMON.bit() && words.text.charAt(start) == 'و') {
        preferSpeech(word);
      }
      return;
    }
    int longest = Proclitics.longest(words.text, start, end);
    // The fewest particles first: وبحيرة is و and بحيرة, not وب and a word that is left by chance.
    for (int length = 1; length <= longest; length++) {
      int rest = start + length;
      int found = 0;
      if (Proclitics.swallowsAlef(words.text, rest, end)) {
        found = vocabulary.classesAfterAlef(words.text, rest, end);
      }
      if (found == 0) {
        found = vocabulary.classes(words.text, rest, end);
      }
      if (found != 0 && end - rest > 2) {
        classes[word] = found;
        from[word] = rest;
        return;
      }
    }
    if (words.text.charAt(start) == 'و' && end - start > 4) {
      from[word] = start + 1; // of words that no table holds nearly none begins with و
    }
  }

  /** The lexicon has a few words with و joined to them: وأضاف. */
  private void preferSpeech(int word) {
    int rest = words.start(word) + 1;
    int found = vocabulary.classes(words.text, rest, words.end(word));
    if (WordClass.SPEECH.in(found)) {
      classes[word] = found;
      from[word] = rest;
    }
  }

  int count() {
    return words.count();
  }

  /** Where the word begins behind its particles. */
  int from(int word) {
    return from[word];
  }

  boolean isJoined(int word) {
    return from[word] > words.start(word);
  }

  /** The word behind its particles. */
  String bare(int word) {
    return words.text.substring(from[word], words.end(word));
  }

  /** Whether the preposition ل took the alef of the word's article. */
  boolean lostAlef(int word) {
    return isJoined(word)
        && Proclitics.swallowsAlef(words.text, from[word], words.end(word))
        && vocabulary.classesAfterAlef(words.text, from[word], words.end(word)) != 0;
  }

  boolean is(int word, WordClass kind) {
    return kind.in(classes[word]);
  }

  boolean isAny(int word, int kinds) {
    return (classes[word] & kinds) != 0;
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
    if (unknown[word] == UNREAD) {
      boolean candidate =
          (classes[word] & ~WordClass.FOREIGN.bit()) == 0
              && length(word) >= 3
              && words.id(word) != Words.TANWIN
              && isArabic(word);
      unknown[word] = candidate ? unknown(word) : 0;
    }
    return unknown[word] == UNKNOWN;
  }

  private byte unknown(int word) {
    if (is(word, WordClass.FOREIGN)) {
      return UNKNOWN;
    }
    int start = words.start(word);
    int end = words.end(word);
    if (!vocabulary.isOfTheLanguage(words.text, start, end)) {
      return UNKNOWN;
    }
    return vocabulary.isSurelyOfTheLanguage(words.text, start, end) ? 0 : DOUBTFUL;
  }

  /** Whether the word is none of the language, or what is left of it is too little to tell. */
  boolean mayBeUnknown(int word) {
    return isUnknown(word) || unknown[word] == DOUBTFUL;
  }

  /** Whether the word is a common noun without particles and article, and nothing else. */
  boolean isPlainNoun(int word) {
    return classes[word] == WordClass.COMMON.bit()
        && !isJoined(word)
        && !hasArticle(word)
        && words.id(word) != Words.TANWIN;
  }

  /** Whether the word is an adjective of origin, family names aside not met as a common word. */
  boolean isNisba(int word) {
    return classes[word] == 0 && vocabulary.isNisba(words.text, words.start(word), words.end(word));
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
