package org.fihris.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A word of a name without what transliteration is free with.
 *
 * @param sounds its consonants, letters of one sound taken for one, doubled ones once
 * @param letters its consonants as they are written, doubled ones once
 * @param vowels what is written of ا, و and ي before each consonant and at the end, one more than
 *     there are consonants
 */
record Skeleton(String sounds, String letters, List<String> vowels) {
  private static final char CONSONANT = 0;

  /**
   * @param soundOf the letter that a letter is taken for
   */
  static Skeleton of(String folded, Sounds soundOf) {
    StringBuilder sounds = new StringBuilder();
    StringBuilder letters = new StringBuilder();
    List<String> vowels = new ArrayList<>();
    StringBuilder vowel = new StringBuilder();
    int end = folded.length() > 2 && folded.endsWith("ه") ? folded.length() - 1 : folded.length();
    for (int i = 0; i < end; i++) {
      char c = folded.charAt(i);
      char sound = soundOf.of(c);
      // و and ي that begin a word are consonants: وليد, يوهان.
      if (c == 'ا' || i > 0 && vowelOf(c) != CONSONANT) {
        vowel.append(vowelOf(c));
      } else if (sounds.isEmpty() || !vowel.isEmpty() || last(sounds) != sound) {
        sounds.append(sound);
        letters.append(c);
        vowels.add(vowel.toString());
        vowel.setLength(0);
      }
    }
    vowels.add(vowel.toString());
    return new Skeleton(sounds.toString(), letters.toString(), List.copyOf(vowels));
  }

  /** Maps a letter to the one that stands for its sound. */
  interface Sounds {
    char of(char letter);
  }

  int length() {
    return sounds.length();
  }

  /** Equal for words whose consonants are the same but for their order behind the first. */
  String key() {
    if (length() < 3) {
      return sounds;
    }
    char[] rest = sounds.substring(1).toCharArray();
    Arrays.sort(rest);
    return sounds.charAt(0) + new String(rest);
  }

  /** The vowel at the end; a consonant's sign if there is none. */
  char end() {
    String vowel = vowels.getLast();
    return vowel.isEmpty() ? CONSONANT : vowel.charAt(vowel.length() - 1);
  }

  private static char last(StringBuilder text) {
    return text.charAt(text.length() - 1);
  }

  private static char vowelOf(char c) {
    return switch (c) {
      case 'ا' -> 'ا';
      case 'و', 'ؤ' -> 'و';
      case 'ي', 'ئ' -> 'ي';
      default -> CONSONANT;
    };
  }
}
