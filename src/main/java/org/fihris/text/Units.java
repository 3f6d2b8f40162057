package org.fihris.text;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * What UTF-16 units are, by tables: {@link Character} says the same, but takes several times as
 * long for Arabic letters, and some loops ask it for every letter of every article.
 */
public final class Units {
  private static final long[] LETTERS_AND_DIGITS = bits(c -> Character.isLetterOrDigit((char) c));
  private static final long[] DIGITS = bits(c -> Character.isDigit((char) c));

  private Units() {}

  /** As {@link Character#isLetterOrDigit(char)}. */
  public static boolean isLetterOrDigit(char c) {
    return isSet(LETTERS_AND_DIGITS, c);
  }

  /** As {@link Character#isDigit(char)}. */
  public static boolean isDigit(char c) {
    return isSet(DIGITS, c);
  }

  private static boolean isSet(long[] bits, char c) {
    return (bits[c >> 6] & 1L << c) != 0;
  }

  private static long[] bits(IntPredicate holds) {
    BitSet bits = new BitSet(Character.MAX_VALUE + 1);
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      bits.set(c, holds.test(c));
    }
    bits.set(Character.MAX_VALUE + 1); // so that the last word of bits is there too
    return bits.toLongArray();
  }
}
