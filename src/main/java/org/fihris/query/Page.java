package org.fihris.query;

/**
 * Which of the hits are returned.
 *
 * @param offset how many to pass over, from 0
 * @param limit how many to return, from 0 (only the total and the facets) to {@value #MAX_LIMIT};
 *     {@code offset + limit} is at most {@value #MAX_WINDOW}
 */
public record Page(int offset, int limit) {

  /** The most hits of one answer. */
  public static final int MAX_LIMIT = 1000;

  /** How far into the hits an offset reaches. */
  public static final int MAX_WINDOW = 10_000;

  /** The ten best. */
  public static final Page FIRST = new Page(0, 10);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Page {
    Range.check("limit", limit, 0, MAX_LIMIT);
    Range.check("offset", offset, 0, MAX_WINDOW);
    Range.check("offset + limit", offset + limit, 0, MAX_WINDOW);
  }
}
