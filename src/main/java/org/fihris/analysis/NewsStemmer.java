package org.fihris.analysis;

/**
 * Takes off an Arabic word what is joined to it, so far as a word of the {@link Lexicon} remains.
 *
 * <p>A light stemmer after Larkey, Ballesteros and Connell (2002, 2007), with a lexicon where
 * theirs counts letters: every reading of the word as particles, article, base, ending and pronoun
 * is looked up, and the one with the longest known base wins, so that لروسيا is ل + روسيا while
 * لبنان stays whole. Only a word of which no reading is known is cut by length. Broken plurals and
 * adjectives of countries lead to their stem by table.
 *
 * <p>Expects folded words. Not safe for use by several threads; the lexicon may be shared.
 */
final class NewsStemmer {

  /** How much room a buffer needs beyond the word: a stem may be longer than its forms. */
  static final int ROOM = Lexicon.LONGEST;

  /** A rest shorter than this is not cut by length alone. */
  private static final int SHORTEST_UNKNOWN = 3;

  private final Lexicon lexicon;
  private char[] word = new char[0];
  private int length;

  /** The best reading so far: its entry and how many letters its base has. */
  private int bestEntry;

  private int bestLength;

  /** Whether the first letter is a guess, so that only a listed verb form counts. */
  private boolean verbsOnly;

  NewsStemmer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Stems in place.
   *
   * @param buffer holds the word from 0 on, with {@link #ROOM} units or more in all
   * @return the length of the stem
   */
  int stem(char[] buffer, int wordLength) {
    if (wordLength < 2 || wordLength > Lexicon.LONGEST || !isArabic(buffer[0])) {
      return wordLength;
    }
    int whole = lexicon.find(buffer, 0, wordLength);
    if (whole != 0) {
      return lexicon.copyStem(whole, buffer);
    }
    word = buffer;
    length = wordLength;
    bestEntry = 0;
    bestLength = 1;
    int article = readFronts();
    return bestEntry != 0 ? lexicon.copyStem(bestEntry, buffer) : cutUnknown(article);
  }

  private static boolean isArabic(char c) {
    return c >= 'ء' && c <= 'ي';
  }

  /** Tries every front; returns where the word begins after an article, or 0 without one. */
  private int readFronts() {
    int article = articleAt(0);
    int at = 0;
    if (article == 0 && (word[0] == 'و' || word[0] == 'ف')) {
      at = 1;
      article = articleAt(1);
    }
    if (article != 0) {
      readEnds(article, true);
      if (bestLength > 2) {
        // What looks like an article is one when a word follows it.
        readAfterPreposition(at);
        return article;
      }
    }
    readEnds(0, false);
    if (at == 1) {
      readEnds(1, false);
    }
    readAfterPreposition(at);
    return article;
  }

  private void readAfterPreposition(int at) {
    char c = at + 2 < length ? word[at] : ' ';
    if (c == 'ب' || c == 'ل' || c == 'ك' || c == 'س' && isImperfect(word[at + 1])) {
      readEnds(at + 1, false);
    }
  }

  private static boolean isImperfect(char c) {
    return c == 'ي' || c == 'ت' || c == 'ن' || c == 'ا';
  }

  /**
   * Where the word goes on after ال, بال, كال or لل at {@code from}; 0 if none of them is there.
   */
  private int articleAt(int from) {
    if (length - from < 4) {
      return 0;
    }
    char first = word[from];
    char second = word[from + 1];
    if (first == 'ا' && second == 'ل' || first == 'ل' && second == 'ل') {
      return from + 2;
    }
    boolean joined = (first == 'ب' || first == 'ك') && second == 'ا' && word[from + 2] == 'ل';
    return joined && length - from >= 5 ? from + 3 : 0;
  }

  private void readEnds(int from, boolean definite) {
    if (length - from <= bestLength) {
      return;
    }
    offer(from, length);
    readEnding(from, length, definite);
    if (definite) {
      return;
    }
    int pronoun = pronounLength(from);
    if (pronoun > 0) {
      readBeforePronoun(from, length - pronoun);
    }
    char person = word[from];
    if (person == 'ت' || person == 'ن' || person == 'ا') {
      // The verbs are listed in the third person: تعلن is found as يعلن.
      word[from] = 'ي';
      verbsOnly = true;
      offer(from, length);
      readEnding(from, length, false);
      if (pronoun > 0) {
        readBeforePronoun(from, length - pronoun);
      }
      verbsOnly = false;
      word[from] = person;
    }
  }

  /** What the word may be once its last letters are taken for a pronoun. */
  private void readBeforePronoun(int from, int to) {
    char last = word[to - 1];
    if (last == 'ت') {
      offerWith(from, to - 1, 'ه');
    } else if (last == 'ئ' || last == 'ؤ') {
      offerWith(from, to - 1, 'ء');
    } else if (last == 'ا') {
      offerWith(from, to - 1, 'ي'); // مستوى: مستواه
    }
    offer(from, to);
    readEnding(from, to, false);
  }

  /** Number, gender and tense. */
  private void readEnding(int from, int to, boolean definite) {
    char last = word[to - 1];
    char before = to - from > 3 ? word[to - 2] : ' ';
    switch (last) {
      case 'ت' -> {
        if (before == 'ا') {
          offerWith(from, to - 2, 'ه');
          offer(from, to - 2);
        }
        if (!definite) {
          offer(from, to - 1);
        }
      }
      case 'ن' -> {
        if (before == 'ي' || before == 'و' || before == 'ا') {
          readWithoutFeminine(from, to - 2);
        }
      }
      case 'ا' -> {
        if (before == 'و') {
          offer(from, to - 2);
        }
        if (before != 'ه') {
          readWithoutFeminine(from, to - 1);
        }
      }
      case 'ي', 'و' -> readWithoutFeminine(from, to - 1);
      case 'ه' -> readWithoutFeminine(from, to - 1);
      default -> {}
    }
  }

  /** A dual ending, which turns ة into ت, or a plural one. */
  private void readWithoutFeminine(int from, int to) {
    if (word[to - 1] == 'ت') {
      offerWith(from, to - 1, 'ه');
      offer(from, to);
      offer(from, to - 1); // كوريتين is of كوري
    } else {
      offer(from, to);
    }
  }

  private int pronounLength(int from) {
    int left = length - from;
    char last = word[length - 1];
    char before = left > 3 ? word[length - 2] : ' ';
    return switch (last) {
      case 'ا' -> {
        if (left > 4 && before == 'م' && word[length - 3] == 'ه') {
          yield 3;
        }
        yield before == 'ه' || before == 'ن' ? 2 : 0;
      }
      case 'م' -> before == 'ه' || before == 'ك' ? 2 : 0;
      case 'ن' -> before == 'ه' ? 2 : 0;
      case 'ه' -> left > 2 ? 1 : 0;
      case 'ي' -> before == 'ن' ? 2 : left > 3 ? 1 : 0;
      case 'ك' -> left > 3 ? 1 : 0;
      default -> 0;
    };
  }

  private void offer(int from, int to) {
    if (to - from > bestLength) {
      take(lexicon.find(word, from, to));
    }
  }

  /** Offers the base with another last letter than the word shows: وزارتها is وزارة + ها. */
  private void offerWith(int from, int to, char last) {
    if (to + 1 - from > bestLength) {
      char shown = word[to];
      word[to] = last;
      take(lexicon.find(word, from, to + 1));
      word[to] = shown;
    }
  }

  private void take(int entry) {
    if (entry != 0 && !(verbsOnly && lexicon.isStem(entry))) {
      bestEntry = entry;
      bestLength = lexicon.length(entry);
    }
  }

  /** Of a word that no reading explains, takes off what is safe by its form. */
  private int cutUnknown(int article) {
    int from = article;
    if (from == 0 && word[0] == 'و' && length > SHORTEST_UNKNOWN + 1) {
      from = 1;
    }
    int to = length - endingOfUnknown(length - from);
    if (from > 0) {
      System.arraycopy(word, from, word, 0, to - from);
    }
    return to - from;
  }

  private int endingOfUnknown(int left) {
    char last = word[length - 1];
    if (left > SHORTEST_UNKNOWN + 1) {
      char before = word[length - 2];
      boolean two =
          before == 'ا' && last == 'ت'
              || before == 'ي' && (last == 'ن' || last == 'ه')
              || before == 'و' && last == 'ن'
              || before == 'ه' && last == 'ا';
      if (two) {
        return 2;
      }
    }
    return left > SHORTEST_UNKNOWN && (last == 'ه' || last == 'ي') ? 1 : 0;
  }
}
