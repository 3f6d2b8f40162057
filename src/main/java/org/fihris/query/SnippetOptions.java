package org.fihris.query;

/**
 * Which extracts of an article come with a hit.
 *
 * @param count how many extracts of the body at most, from 0 (none) to {@value #MAX_COUNT}
 * @param length about how long each is, in UTF-16 units, from {@value #MIN_LENGTH} to {@value
 *     #MAX_LENGTH}
 */
public record SnippetOptions(int count, int length) {

  /** The most extracts of one article. */
  public static final int MAX_COUNT = 10;

  /** The shortest extract, in UTF-16 units. */
  public static final int MIN_LENGTH = 20;

  /** The longest extract, in UTF-16 units. */
  public static final int MAX_LENGTH = 2000;

  /** Two extracts of a line or two each. */
  public static final SnippetOptions USUAL = new SnippetOptions(2, 160);

  /** No extracts. */
  public static final SnippetOptions NONE = new SnippetOptions(0, 160);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SnippetOptions {
    Range.check("snippet count", count, 0, MAX_COUNT);
    Range.check("snippet length", length, MIN_LENGTH, MAX_LENGTH);
  }
}
