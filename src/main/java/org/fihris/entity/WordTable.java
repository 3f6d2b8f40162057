package org.fihris.entity;

import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * Numbers the words that occur in names and cues, and finds the number of a slice of text without
 * making a string of it or looking at one. A word is told by a hash of 64 bits: among a hundred
 * thousand words a text that is none of them is taken for one once in 10<sup>14</sup> times.
 */
final class WordTable {
  static final int UNKNOWN = -1;

  private static final long HASH_START = 0x9E3779B97F4A7C15L;
  private static final long HASH_FACTOR = 0x100000001B3L;
  private static final char ALEF = 'ا';

  private final String[] words;

  /** By slot the hash of its word, 0 in an empty one; half of the slots or more are empty. */
  private final long[] hashes;

  private final int[] numbers;

  WordTable(Collection<String> all) {
    words = new LinkedHashSet<>(all).toArray(String[]::new);
    int size = Integer.highestOneBit(Math.max(1, words.length)) * 4;
    hashes = new long[size];
    numbers = new int[size];
    for (int number = 0; number < words.length; number++) {
      long hash = hash(words[number], 0, words[number].length());
      int slot = slot(hash);
      hashes[slot] = hash;
      numbers[slot] = number;
    }
  }

  int size() {
    return words.length;
  }

  String word(int id) {
    return words[id];
  }

  int find(String word) {
    return find(word, 0, word.length());
  }

  int find(String text, int from, int to) {
    return find(hash(text, from, to));
  }

  /** The number of the word whose first letter is an alef that the text does not write. */
  int findAfterAlef(String text, int from, int to) {
    return find(hash(step(HASH_START, ALEF), text, from, to));
  }

  /** The number of the word with a {@link #hash}. */
  int find(long hash) {
    int slot = slot(hash);
    return hashes[slot] == hash ? numbers[slot] : UNKNOWN;
  }

  /** Where a word is, or the empty slot where it would be. */
  private int slot(long hash) {
    int slot = (int) hash & hashes.length - 1;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & hashes.length - 1;
    }
    return slot;
  }

  /** The hash of the word that a text holds from {@code from} to {@code to}; never 0. */
  static long hash(String text, int from, int to) {
    return hash(HASH_START, text, from, to);
  }

  private static long hash(long start, String text, int from, int to) {
    long hash = start;
    for (int i = from; i < to; i++) {
      hash = step(hash, text.charAt(i));
    }
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }

  private static long step(long hash, char letter) {
    return (hash ^ letter) * HASH_FACTOR;
  }
}
