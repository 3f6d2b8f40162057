package org.fihris.query;

/**
 * Which of the hits are returned: some from a place in their order on, or those behind the page
 * before. Both ways give the same hits; the second reaches to the end of them.
 */
public sealed interface Page {

  /** The most hits of one answer. */
  int MAX_LIMIT = 1000;

  /** How far into the hits an offset reaches. */
  int MAX_WINDOW = 10_000;

  /** The longest cursor, in characters. */
  int MAX_CURSOR_LENGTH = 8_500;

  /** The ten best. */
  Page FIRST = new At(0, 10);

  /** How many hits to return, from 0 (only the total and the facets) to {@value #MAX_LIMIT}. */
  int limit();

  /**
   * This with another number of hits.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  default Page withLimit(int newLimit) {
    return switch (this) {
      case At at -> new At(at.offset, newLimit);
      case After after -> new After(after.cursor, newLimit);
    };
  }

  /**
   * The page at an offset.
   *
   * @param offset how many hits to pass over, from 0; {@code offset + limit} is at most {@value
   *     #MAX_WINDOW}
   */
  record At(int offset, int limit) implements Page {

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public At {
      Range.check("limit", limit, 0, MAX_LIMIT);
      Range.check("offset", offset, 0, MAX_WINDOW);
      Range.check("offset + limit", offset + limit, 0, MAX_WINDOW);
    }
  }

  /**
   * The page behind another one.
   *
   * @param cursor what the answer with the page before gave; only for a request that is the same
   *     but for the limit, facets and snippets
   */
  record After(String cursor, int limit) implements Page {

    /**
     * @throws IllegalArgumentException if a number is out of its range or the cursor too long
     */
    public After {
      Range.check("limit", limit, 0, MAX_LIMIT);
      Range.check("length of a cursor", cursor.length(), 0, MAX_CURSOR_LENGTH);
    }
  }
}
