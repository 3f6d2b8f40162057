package org.fihris.entity;

import java.util.Arrays;
import org.fihris.text.FoldedText;
import org.fihris.text.Units;

/**
 * The words of one folded text: where each begins and ends, and what the tables say of it.
 *
 * <p>A word is a run of letters and digits. Not safe for use by several threads.
 */
final class Words {
  /**
   * The number of a word with the ending of the indefinite accusative. Names do not take it, but
   * adjectives do that folding would make equal to a name: {@code هجوماً أوكرانياً}.
   */
  static final int TANWIN = -2;

  private static final char FATHATAN = '\u064B';

  final String text;
  private final WordMemo memo;
  private int[] starts;
  private int[] ends;
  private int[] ids;
  private int[] classes;
  private int[] bare;
  private long[] hashes;
  private boolean[] joins;
  private int count;

  /**
   * @param original the text as written
   * @param folded the same text folded
   */
  Words(CharSequence original, FoldedText folded, WordMemo memo) {
    this.memo = memo;
    text = folded.text();
    int guess = text.length() / 5 + 8;
    starts = new int[guess];
    ends = new int[guess];
    ids = new int[guess];
    classes = new int[guess];
    bare = new int[guess];
    hashes = new long[guess];
    joins = new boolean[guess];
    int at = 0;
    while (at < text.length()) {
      if (!isWordUnit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && isWordUnit(text.charAt(end))) {
        end++;
      }
      add(at, end, hasTanwin(original, folded, at, end));
      at = end + 1;
    }
  }

  private static boolean hasTanwin(CharSequence original, FoldedText folded, int start, int end) {
    int from = folded.originalStart(start);
    int to = folded.originalEnd(end);
    if (to - from == end - start) {
      return false; // the common case: nothing was folded away
    }
    for (int i = from; i < to; i++) {
      if (original.charAt(i) == FATHATAN) {
        return true;
      }
    }
    return false;
  }

  private void add(int start, int end, boolean tanwin) {
    if (count == starts.length) {
      grow(count * 2);
    }
    long hash = WordTable.hash(text, start, end);
    int place = memo.place(hash, text, start, end);
    starts[count] = start;
    ends[count] = end;
    ids[count] = tanwin ? TANWIN : memo.name(place);
    classes[count] = memo.classes(place);
    bare[count] = start + memo.particles(place);
    joins[count] = memo.mayJoinName(place);
    hashes[count++] = hash;
  }

  private void grow(int places) {
    starts = Arrays.copyOf(starts, places);
    ends = Arrays.copyOf(ends, places);
    ids = Arrays.copyOf(ids, places);
    classes = Arrays.copyOf(classes, places);
    bare = Arrays.copyOf(bare, places);
    hashes = Arrays.copyOf(hashes, places);
    joins = Arrays.copyOf(joins, places);
  }

  int count() {
    return count;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /** The number of the whole word in the table, {@link WordTable#UNKNOWN}, or {@link #TANWIN}. */
  int id(int word) {
    return ids[word];
  }

  /** Its classes; behind its particles where the word as it stands has none. */
  int classes(int word) {
    return classes[word];
  }

  /** Where it begins behind its particles. */
  int bare(int word) {
    return bare[word];
  }

  /** Whether what is left behind some particles is a word of names. */
  boolean mayJoinName(int word) {
    return joins[word];
  }

  WordMemo.Language language(int word) {
    return memo.language(hashes[word], text, starts[word], ends[word]);
  }

  /** Whether the word and the next one may belong to one name: nothing but a gap between them. */
  boolean continues(int word) {
    if (word + 1 >= count) {
      return false;
    }
    boolean initial = ends[word] - starts[word] == 1;
    int lines = 0;
    for (int i = ends[word]; i < starts[word + 1]; i++) {
      char c = text.charAt(i);
      if (c == '\n' && ++lines > 1) {
        return false;
      }
      if (!isGap(c) && !(c == '.' && initial)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the next word follows in the same line with space or quotation marks between. */
  boolean introduces(int word) {
    if (word + 1 >= count) {
      return false;
    }
    for (int i = ends[word]; i < starts[word + 1]; i++) {
      char c = text.charAt(i);
      if (c == '\n' || !isGap(c) && !isQuotationMark(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuotationMark(char c) {
    return switch (c) {
      case '"', '\'', '\u00AB', '\u00BB', '\u2018', '\u2019', '\u201C', '\u201D', '\u201E' -> true;
      default -> false;
    };
  }

  /** Letters and digits, in folded text. */
  static boolean isWordUnit(char c) {
    return Units.isLetterOrDigit(c);
  }

  private static boolean isGap(char c) {
    return switch (c) {
      case ' ', '\n', '\r', '\t', '\u00A0', '-', '\u2010', '\u2011', '\u2013', '_' -> true;
      case '\'', '\u2018', '\u2019' -> true;
      default -> Character.isSpaceChar(c);
    };
  }
}
