package org.fihris.entity;

import org.fihris.text.Proclitics;

/**
 * What the tables say of each word, remembered: a text asks them several times for every word, and
 * nearly all words of a day's news are among a few thousand. A word has one place where it may be,
 * and takes it from the word that was there. A word is told by a hash of 64 bits. For one thread.
 */
final class WordMemo {
  /** For one text after the other. */
  private static final int MANY_PLACES = 1 << 15;

  /** For a text of some words, which is soon done with. */
  private static final int FEW_PLACES = 1 << 6;

  /** Numbers of a place, which lie together in memory. */
  private static final int PLACE = 4;

  private static final int TABLES = 1;
  private static final int PARTS = 2;

  private static final int FROM_BITS = 8;
  private static final long FROM = (1 << FROM_BITS) - 1;
  private static final long JOINED = 1 << FROM_BITS;
  private static final int LANGUAGE_SHIFT = FROM_BITS + 1;
  private static final long LANGUAGE = 3L << LANGUAGE_SHIFT;

  /** Whether a word is of the language. */
  enum Language {
    UNREAD,
    YES,
    /** What is left of it behind particles and endings is too little to tell. */
    DOUBTFUL,
    NO
  }

  private static final Language[] LANGUAGES = Language.values();

  private final WordTable names;
  private final Vocabulary vocabulary;

  /** Of each place the hash of its word, 0 if there is none; then what the tables say. */
  private final long[] places;

  private WordMemo(WordTable names, Vocabulary vocabulary, int places) {
    this.names = names;
    this.vocabulary = vocabulary;
    this.places = new long[places * PLACE];
  }

  static WordMemo ofMany(WordTable names, Vocabulary vocabulary) {
    return new WordMemo(names, vocabulary, MANY_PLACES);
  }

  static WordMemo ofFew(WordTable names, Vocabulary vocabulary) {
    return new WordMemo(names, vocabulary, FEW_PLACES);
  }

  /**
   * The place of a word, read from the tables if it is not remembered; holds until the next.
   *
   * @param hash of the word, by {@link WordTable#hash}
   */
  int place(long hash, String text, int from, int to) {
    int place = place(hash);
    if (places[place] != hash) {
      places[place] = hash;
      read(place, hash, text, from, to);
    }
    return place;
  }

  private int place(long hash) {
    return ((int) hash * PLACE) & (places.length - 1);
  }

  /** Its number among the words of names, {@link WordTable#UNKNOWN} if it is none. */
  int name(int place) {
    return (int) (places[place + TABLES] >> 32);
  }

  /** Its classes; behind its particles where the word as it stands has none. */
  int classes(int place) {
    return (int) places[place + TABLES];
  }

  /** How many units of it are particles. */
  int particles(int place) {
    return (int) (places[place + PARTS] & FROM);
  }

  /** Whether what is left behind some particles is a word of names. */
  boolean mayJoinName(int place) {
    return (places[place + PARTS] & JOINED) != 0;
  }

  /** Whether a word without classes is of the language, by its letters alone. */
  Language language(long hash, String text, int from, int to) {
    int place = place(hash, text, from, to);
    int known = (int) ((places[place + PARTS] & LANGUAGE) >> LANGUAGE_SHIFT);
    if (known != 0) {
      return LANGUAGES[known];
    }
    Language language = languageOf(text, from, to);
    places[place + PARTS] |= (long) language.ordinal() << LANGUAGE_SHIFT;
    return language;
  }

  private Language languageOf(String text, int from, int to) {
    if (!vocabulary.isOfTheLanguage(text, from, to)) {
      return Language.NO;
    }
    return vocabulary.isSurelyOfTheLanguage(text, from, to) ? Language.YES : Language.DOUBTFUL;
  }

  private void read(int place, long hash, String text, int from, int to) {
    int name = names.find(hash);
    int classes = vocabulary.classes(hash);
    int particles = 0;
    boolean joined = false;
    int longest = Proclitics.longest(text, from, to);
    for (int length = longest; length > 0 && !joined; length--) {
      int rest = from + length;
      joined =
          names.find(text, rest, to) >= 0
              || Proclitics.swallowsAlef(text, rest, to)
                  && names.findAfterAlef(text, rest, to) >= 0;
    }
    if (classes == WordClass.COMMON.bit() && text.charAt(from) == 'و') {
      // The lexicon has a few words with و joined to them: وأضاف.
      int rest = vocabulary.classes(text, from + 1, to);
      if (WordClass.SPEECH.in(rest)) {
        classes = rest;
        particles = 1;
      }
    } else if (classes == 0) {
      particles = particlesOf(text, from, to, longest);
      classes = particles == 0 ? 0 : classesBehind(text, from + particles, to);
    }
    places[place + TABLES] = (long) name << 32 | classes & 0xFFFFFFFFL;
    places[place + PARTS] = particles | (joined ? JOINED : 0);
  }

  /**
   * The fewest particles first: وبحيرة is و and بحيرة, not وب and a word that is left by chance.
   */
  private int particlesOf(String text, int from, int to, int longest) {
    for (int length = 1; length <= longest; length++) {
      if (to - from - length > 2 && classesBehind(text, from + length, to) != 0) {
        return length;
      }
    }
    return particlesOfUnknown(text, from, to);
  }

  /** The same for a word of which no table holds anything: nearly none of them begins with و. */
  static int particlesOfUnknown(String text, int from, int to) {
    return text.charAt(from) == 'و' && to - from > 4 ? 1 : 0;
  }

  private int classesBehind(String text, int rest, int to) {
    int found =
        Proclitics.swallowsAlef(text, rest, to) ? vocabulary.classesAfterAlef(text, rest, to) : 0;
    return found == 0 ? vocabulary.classes(text, rest, to) : found;
  }
}
