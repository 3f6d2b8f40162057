package org.fihris.query;

/** What becomes of the hits that tell one story: the prints of one report by several outlets. */
public sealed interface Reprints {

  /** Every article is a hit of its own. */
  Reprints SEPARATE = new Separate();

  /** One hit for each story, with up to five reprints listed. */
  Reprints COLLAPSED = new Collapsed(5);

  /** The most reprints that one hit lists. */
  int MAX_LISTED = 100;

  /** Every article is a hit; totals and facets count articles. */
  record Separate() implements Reprints {}

  /**
   * The hits of one story become one: the first of them in the order that is asked for, of equal
   * ones the earliest. Hits, pages and facets are of stories; a story has a value of a facet if one
   * of its articles that match has it.
   *
   * @param listed how many of the others each hit lists, the earliest first; from 0 to {@value
   *     #MAX_LISTED}
   */
  record Collapsed(int listed) implements Reprints {

    /**
     * @throws IllegalArgumentException if the number is out of its range
     */
    public Collapsed {
      Range.check("number of reprints listed", listed, 0, MAX_LISTED);
    }
  }
}
