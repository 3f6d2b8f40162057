package org.fihris.analysis;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Where the words of a text stand in it, by their positions, in about a byte for each word. For one
 * thread and many texts, one after the other.
 *
 * <p>A byte holds the gap before a word in its high half and the length of the word in its low
 * half, both in UTF-16 units; 255 says that two numbers follow, which do not fit. A position
 * without a word is 0.
 */
public final class WordPlaces {
  private static final int ESCAPE = 15;
  private static final byte BOTH_FOLLOW = (byte) 0xFF;

  private int[] starts = {};
  private int[] ends = {};
  private int count;

  /**
   * Turns to another text.
   *
   * @param written what {@link LevelledText#places} wrote of it
   * @param most how many positions are wanted; those behind are not read
   */
  public void read(BytesRef written, int most) {
    Numbers in = new Numbers(written);
    count = 0;
    int end = 0;
    while (in.hasNext() && count < most) {
      if (count == starts.length) {
        starts = ArrayUtil.grow(starts, count + 1);
        ends = ArrayUtil.growExact(ends, starts.length);
      }
      byte both = in.next();
      int gap = both == BOTH_FOLLOW ? in.signed() : both >> 4 & 0xF;
      int length = both == BOTH_FOLLOW ? in.number() : both & 0xF;
      starts[count] = end + gap;
      end += gap + length;
      ends[count++] = end;
    }
  }

  /** Forgets the text. */
  public void clear() {
    count = 0;
  }

  /** How many positions were read. */
  public int count() {
    return count;
  }

  /** The first UTF-16 unit of the word at a position below {@link #count}. */
  public int start(int position) {
    return starts[position];
  }

  /** The unit behind its last one; its start where there is no word at the position. */
  public int end(int position) {
    return ends[position];
  }

  private static final class Numbers {
    private final BytesRef in;
    private int at;

    Numbers(BytesRef in) {
      this.in = in;
    }

    boolean hasNext() {
      return at < in.length;
    }

    byte next() {
      return in.bytes[in.offset + at++];
    }

    int number() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte more = next();
        value |= (more & 0x7F) << shift;
        if (more >= 0) {
          return value;
        }
      }
    }

    int signed() {
      int value = number();
      return value >>> 1 ^ -(value & 1);
    }
  }

  /** Writes what is read. */
  static final class Writer {
    private final BytesRef out = new BytesRef(512);
    private int end;

    /** Begins another text. */
    void clear() {
      out.length = 0;
      end = 0;
    }

    /**
     * Adds a word.
     *
     * @param step positions from the word before, at least 1
     */
    void add(int step, int from, int to) {
      for (int i = 1; i < step; i++) {
        put(0);
      }
      int gap = from - end;
      int length = to - from;
      if (gap >= 0 && gap < ESCAPE && length < ESCAPE) {
        put(gap << 4 | length);
      } else {
        put(BOTH_FOLLOW);
        number(gap << 1 ^ gap >> 31);
        number(length);
      }
      end = to;
    }

    private void number(int value) {
      int rest = value;
      for (; (rest & ~0x7F) != 0; rest >>>= 7) {
        put(rest & 0x7F | 0x80);
      }
      put(rest);
    }

    private void put(int value) {
      out.bytes = ArrayUtil.grow(out.bytes, out.length + 1);
      out.bytes[out.length++] = (byte) value;
    }

    /** What was written of this text; holds until the next one. */
    BytesRef bytes() {
      return out;
    }
  }
}
