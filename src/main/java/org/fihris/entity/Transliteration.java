package org.fihris.entity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;

/**
 * Tells which names may be spellings of one foreign name: those of equal skeleton, which are the
 * consonants, letters of one sound taken for one ({@code entities/transliteration.tsv}). Vowels may
 * be written or left out, and two neighbouring consonants may have changed places.
 *
 * <p>Names of equal skeleton are often two names, so that this alone is no reason to take them for
 * one. Arabic words are never alike unless equal: it is the vowels that tell سالم from سليم.
 *
 * <p>Immutable, thread-safe.
 */
public final class Transliteration {
  private static final String FILE = "entities/transliteration.tsv";
  private static final char LAST_LETTER = '\u06FF';
  private static final String ARTICLE = "ال";

  /** Two consonants are too little to tell a name by, unless something else does. */
  private static final int SHORT = 2;

  /** From this length on two neighbours may have changed places. */
  private static final int LONG = 4;

  private final char[] sounds = new char[LAST_LETTER + 1];
  private final Map<String, String> pairs = new HashMap<>();
  private final Set<String> apart = new HashSet<>();
  private final StringBuilder arabic = new StringBuilder();
  private final Vocabulary vocabulary;

  Transliteration(IndexConfig config, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    config.lines(FILE).forEach(this::read);
  }

  /**
   * The table {@code entities/transliteration.tsv}, and the words of the language, which are no
   * foreign names.
   *
   * @throws org.fihris.config.ConfigException with file and line on a fault in the tables
   */
  public static Transliteration of(IndexConfig config) {
    return new Transliteration(config, Vocabulary.of(config));
  }

  private void read(ConfigLine line) {
    List<String> cells = line.cells();
    if (cells.size() != 2 || cells.get(1).isEmpty()) {
      throw line.error("expected a kind and its letters or words in 2 columns");
    }
    List<String> words = List.of(cells.get(1).split(" +"));
    switch (cells.getFirst()) {
      case "sound" -> words.forEach(letter -> readLetter(line, letter, words.getFirst()));
      case "pair" -> readPair(line, words);
      case "arabic" -> words.forEach(letter -> arabic.append(letter(line, letter)));
      case "apart" -> apart.addAll(Name.words(cells.get(1)));
      default ->
          throw line.error(
              "'" + cells.getFirst() + "' is no kind; known are sound, pair, arabic, apart");
    }
  }

  private void readLetter(ConfigLine line, String letter, String sound) {
    char c = letter(line, letter);
    if (c > LAST_LETTER || sounds[c] != 0) {
      throw line.error(
          "the letter " + letter + " is not of Arabic script, or stands in another line already");
    }
    sounds[c] = letter(line, sound);
  }

  private void readPair(ConfigLine line, List<String> words) {
    if (words.size() != 2 || words.getFirst().length() != 2) {
      throw line.error("expected two letters and the letter they are taken for");
    }
    pairs.put(words.getFirst(), String.valueOf(letter(line, words.get(1))));
  }

  private static char letter(ConfigLine line, String letter) {
    if (letter.length() != 1) {
      throw line.error("'" + letter + "' is not one letter");
    }
    return letter.charAt(0);
  }

  /**
   * Equal for names that may be spellings of one; other names may have the same.
   *
   * @param name a name or the id of an entity that no table holds
   */
  public String key(String name) {
    return key(Name.words(name));
  }

  String key(List<String> words) {
    return words.stream().map(word -> skeleton(word).key()).collect(Collectors.joining(" "));
  }

  /**
   * How two names differ that may be spellings of one.
   *
   * @param one a name or the id of an entity that no table holds
   * @param other likewise
   * @return null if they are no spellings of one name as far as letters tell
   */
  public @Nullable Likeness compare(String one, String other) {
    return compare(Name.words(one), Name.words(other));
  }

  @Nullable Likeness compare(List<String> one, List<String> other) {
    if (one.size() != other.size() || one.isEmpty()) {
      return null;
    }
    Likeness all = new Likeness(0, false, 0, false);
    for (int i = 0; i < one.size(); i++) {
      Likeness word = compareWords(one.get(i), other.get(i));
      if (word == null) {
        return null;
      }
      all = all.and(word);
    }
    return all;
  }

  private @Nullable Likeness compareWords(String one, String other) {
    if (one.equals(other)) {
      return isArabic(one) ? new Likeness(0, false, 1, true) : Likeness.EQUAL_WORD;
    }
    if (isArabic(one) || isArabic(other)) {
      return null;
    }
    Skeleton first = skeleton(one);
    Skeleton second = skeleton(other);
    int length = first.length();
    if (length < SHORT || length != second.length()) {
      return null;
    }
    int order = order(first.sounds(), second.sounds());
    SpellingCount count = new SpellingCount(order);
    return count.add(first, second) && count.differences() <= Math.max(1, length - 1)
        ? new Likeness(Math.max(1, count.differences()), count.loose() || length == SHORT, 0, false)
        : null;
  }

  /** Whether two words end with the same vowel or both with a consonant. */
  boolean endAlike(String one, String other) {
    return skeleton(one).end() == skeleton(other).end();
  }

  /** 0 for the same consonants, 2 where two neighbours changed places, else negative. */
  private static int order(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    boolean swapped =
        one.length() >= LONG
            && at > 0
            && at + 1 < one.length()
            && one.charAt(at) == other.charAt(at + 1)
            && one.charAt(at + 1) == other.charAt(at)
            && one.substring(at + 2).equals(other.substring(at + 2));
    return swapped ? 2 : -1;
  }

  /** Whether a folded word is one of Arabic rather than a foreign name. */
  boolean isArabic(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (arabic.indexOf(String.valueOf(word.charAt(i))) >= 0) {
        return true;
      }
    }
    int classes = vocabulary.classes(word, 0, word.length());
    boolean foreign = WordClass.FOREIGN.in(classes);
    boolean article = word.startsWith(ARTICLE) && word.length() > 4;
    return isApart(word)
        || isApart(article ? word.substring(2) : word)
        || !foreign && (article && !WordClass.GIVEN.in(classes) || WordClass.COMMON.in(classes));
  }

  private boolean isApart(String word) {
    return apart.contains(word)
        || word.endsWith("ي") && apart.contains(word.substring(0, word.length() - 1));
  }

  private Skeleton skeleton(String word) {
    String written = word;
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      written = written.replace(pair.getKey(), pair.getValue());
    }
    return Skeleton.of(written, this::sound);
  }

  private char sound(char letter) {
    return letter <= LAST_LETTER && sounds[letter] != 0 ? sounds[letter] : letter;
  }
}
