package org.fihris.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Numbers the words that occur in names and cues, and finds the number of a slice of text without
 * making a string of it: nearly every word of a text is dismissed by one look into the table.
 */
final class WordTable {
  static final int UNKNOWN = -1;
  private static final int SLOTS_PER_WORD = 4;

  /** Bits of a slot for the number of a word; the others are of its hash. */
  private static final int NUMBER = (1 << 20) - 1;

  private final String[] words;
  private final int[] slots;
  private final int mask;

  WordTable(Collection<String> all) {
    List<String> distinct = new ArrayList<>(new LinkedHashSet<>(all));
    words = distinct.toArray(String[]::new);
    if (words.length >= NUMBER) {
      throw new IllegalArgumentException(words.length + " words are too many");
    }
    int size = Integer.highestOneBit(Math.max(1, words.length) * SLOTS_PER_WORD);
    mask = size - 1;
    slots = new int[size];
    for (int id = 0; id < words.length; id++) {
      int hash = words[id].hashCode();
      int slot = spread(hash);
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = tag(hash) | (id + 1);
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
    return find(text, from, to, false);
  }

  /** The number of the word whose first letter is an alef that the text does not write. */
  int findAfterAlef(String text, int from, int to) {
    return find(text, from, to, true);
  }

  private int find(String text, int from, int to, boolean alef) {
    int hash = alef ? 'ا' : 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    for (int slot = spread(hash); slots[slot] != 0; slot = slot + 1 & mask) {
      int number = (slots[slot] & NUMBER) - 1;
      if ((slots[slot] & ~NUMBER) == tag(hash) && same(words[number], text, from, to, alef)) {
        return number;
      }
    }
    return UNKNOWN;
  }

  private static boolean same(String word, String text, int from, int to, boolean alef) {
    int skip = alef ? 1 : 0;
    return word.length() == to - from + skip
        && (!alef || word.charAt(0) == 'ا')
        && word.regionMatches(skip, text, from, to - from);
  }

  private static int tag(int hash) {
    return (hash ^ hash >>> 12) & ~NUMBER;
  }

  private int spread(int hash) {
    return (hash ^ hash >>> 15) * 0x9E3779B1 >>> 7 & mask;
  }
}
