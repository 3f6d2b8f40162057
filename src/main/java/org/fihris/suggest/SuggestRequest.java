package org.fihris.suggest;

/**
 * What somebody has typed so far.
 *
 * @param text the words typed; the last one may be the beginning of a word, unless a space follows.
 *     Cut after {@value #MAX_LENGTH} UTF-16 units
 * @param limit how many suggestions to give at most, from 1 to {@value #MAX_LIMIT}
 */
public record SuggestRequest(String text, int limit) {

  /** A longer text is cut. */
  public static final int MAX_LENGTH = 200;

  public static final int MAX_LIMIT = 100;

  private static final int USUAL = 10;

  /**
   * @throws IllegalArgumentException if the limit is out of its range
   */
  public SuggestRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "the number of suggestions is " + limit + ", but must be from 1 to " + MAX_LIMIT);
    }
    text = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }

  /** Ten suggestions for what was typed. */
  public static SuggestRequest of(String text) {
    return new SuggestRequest(text, USUAL);
  }

  /**
   * @throws IllegalArgumentException if the limit is out of its range
   */
  public SuggestRequest withLimit(int newLimit) {
    return new SuggestRequest(text, newLimit);
  }
}
