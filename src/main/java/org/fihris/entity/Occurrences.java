package org.fihris.entity;

/** How often each word of a text stands in it, and as part of names of which types. */
final class Occurrences {
  private final long[] words;
  private final int[] counts;
  private final int[] types;
  private final int mask;

  /**
   * @param count how many words the text has
   */
  Occurrences(int count) {
    int size = Integer.highestOneBit(Math.max(4, count)) * 4;
    mask = size - 1;
    words = new long[size];
    counts = new int[size];
    types = new int[size];
  }

  /** Notes a word, by a hash that is not 0. */
  void add(long word) {
    int slot = slot(word);
    words[slot] = word;
    counts[slot]++;
  }

  /** Notes that a word of the text is part of a name. */
  void name(long word, EntityType type) {
    types[slot(word)] |= 1 << type.ordinal();
  }

  int count(long word) {
    return counts[slot(word)];
  }

  /** A bit for each type of name that has the word. */
  int types(long word) {
    return types[slot(word)];
  }

  private int slot(long word) {
    int slot = (int) (word ^ word >>> 29) & mask;
    while (words[slot] != 0 && words[slot] != word) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
