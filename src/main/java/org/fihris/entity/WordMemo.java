package org.fihris.entity;

import org.fihris.text.Proclitics;

/**
 * What the tables say of each word, remembered: a text asks them several times for every word, and
 * nearly all words of a day's news are among some thousands. A word has two places where it may be,
 * and takes that of the one which was asked for longer ago. A word is told by a hash of 64 bits.
 * For one thread.
 */
final class WordMemo {
  /** For one text after the other: a megabyte, of which the words of a day take a part. */
  private static final int MANY_PLACES = 1 << 16;

  /** For a text of some words, which is soon done with. */
  private static final int FEW_PLACES = 1 << 6;

  /** Numbers of a place, and of the two places of a word, which lie together in memory. */
  private static final int PLACE = 2;

  private static final int PLACES = 2 * PLACE;

  // What the tables say, in one number: classes, particles, whether it may join a name, whether it
  // is of the language, and above them the number among the words of names, plus one.
  private static final long CLASSES = (1L << WordClass.values().length) - 1;
  private static final int PARTICLES_SHIFT = WordClass.values().length;
  private static final long PARTICLES = 3;
  private static final int JOINED_SHIFT = PARTICLES_SHIFT + 2;
  private static final int LANGUAGE_SHIFT = JOINED_SHIFT + 1;
  private static final long LANGUAGE = 3;
  private static final int NAME_SHIFT = LANGUAGE_SHIFT + 2;

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
    int place = ((int) hash * PLACES) & (places.length - 1);
    if (places[place] != hash) {
      int other = place + PLACE;
      long known = places[other] == hash ? places[other + 1] : read(hash, text, from, to);
      places[other] = places[place];
      places[other + 1] = places[place + 1];
      places[place] = hash;
      places[place + 1] = known;
    }
    return place;
  }

  /** Its number among the words of names, {@link WordTable#UNKNOWN} if it is none. */
  int name(int place) {
    return (int) (places[place + 1] >>> NAME_SHIFT) - 1;
  }

  /** Its classes; behind its particles where the word as it stands has none. */
  int classes(int place) {
    return (int) (places[place + 1] & CLASSES);
  }

  /** How many units of it are particles. */
  int particles(int place) {
    return (int) (places[place + 1] >>> PARTICLES_SHIFT & PARTICLES);
  }

  /** Whether what is left behind some particles is a word of names. */
  boolean mayJoinName(int place) {
    return (places[place + 1] >>> JOINED_SHIFT & 1) != 0;
  }

  /** Whether a word without classes is of the language, by its letters alone. */
  Language language(long hash, String text, int from, int to) {
    int place = place(hash, text, from, to);
    int known = (int) (places[place + 1] >>> LANGUAGE_SHIFT & LANGUAGE);
    if (known != 0) {
      return LANGUAGES[known];
    }
    Language language = languageOf(text, from, to);
    places[place + 1] |= (long) language.ordinal() << LANGUAGE_SHIFT;
    return language;
  }

  private Language languageOf(String text, int from, int to) {
    if (!vocabulary.isOfTheLanguage(text, from, to)) {
      return Language.NO;
    }
    return vocabulary.isSurelyOfTheLanguage(text, from, to) ? Language.YES : Language.DOUBTFUL;
  }

  private long read(long hash, String text, int from, int to) {
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
    return (name + 1L) << NAME_SHIFT
        | (joined ? 1L << JOINED_SHIFT : 0)
        | (long) particles << PARTICLES_SHIFT
        | classes;
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
