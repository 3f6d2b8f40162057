package org.fihris.snippet;

import java.util.BitSet;

/**
 * Where the sentences of one text begin. The text is looked at in pieces, each once and only where
 * a place near it is asked for, however many passages lie over each other there. For one thread.
 */
final class SentenceStarts {
  private static final int PIECE = Long.SIZE;

  private final String text;

  /** By piece, the places where a sentence begins. */
  private final long[] begins;

  private final BitSet known = new BitSet();

  SentenceStarts(String text) {
    this.text = text;
    begins = new long[text.length() / PIECE + 1];
  }

  /** Whether a sentence begins at a place: see {@link Sentences#begins}. */
  boolean begins(int at) {
    return at < text.length() && (piece(at / PIECE) & 1L << at) != 0;
  }

  /**
   * Where the sentence begins in which a place lies.
   *
   * @param least how far back to look
   * @return {@code -1} if it begins before {@code least}
   */
  int start(int place, int least) {
    int lowest = Math.max(0, least);
    long upToPlace = -1L >>> (PIECE - 1 - place % PIECE);
    for (int piece = place / PIECE; piece >= lowest / PIECE; piece--) {
      long starts = piece(piece) & upToPlace;
      if (starts != 0) {
        int at = piece * PIECE + PIECE - 1 - Long.numberOfLeadingZeros(starts);
        return at >= lowest ? at : -1;
      }
      upToPlace = -1L;
    }
    return -1;
  }

  /**
   * Where the sentence ends in which a place lies: where the next one begins, or the text ends.
   *
   * @param most how far to look
   * @return {@code -1} if it ends behind {@code most}
   */
  int end(int place, int most) {
    int next = place + 1;
    int highest = Math.min(most, text.length());
    long fromNext = -1L << next;
    for (int piece = next / PIECE; piece <= highest / PIECE; piece++) {
      long starts = piece(piece) & fromNext;
      if (starts != 0) {
        int at = piece * PIECE + Long.numberOfTrailingZeros(starts);
        return at <= highest ? at : -1;
      }
      fromNext = -1L;
    }
    return next <= highest && highest == text.length() ? highest : -1;
  }

  private long piece(int number) {
    if (!known.get(number)) {
      known.set(number);
      int from = number * PIECE;
      int to = Math.min(from + PIECE, text.length());
      char before = from == 0 ? '\n' : text.charAt(from - 1);
      for (int at = from; at < to; at++) {
        char c = text.charAt(at);
        if (Sentences.mayBegin(before, c) && Sentences.begins(text, at)) {
          begins[number] |= 1L << at;
        }
        before = c;
      }
      begins[0] |= 1;
    }
    return begins[number];
  }
}
