package org.fihris.query;

import org.jspecify.annotations.Nullable;

/**
 * A count of hits by the values of one dimension.
 *
 * @param limit how many values, those with most hits first, from 1 to {@value #MAX_LIMIT}
 * @param under for {@link Dimension#DATE} the year or month whose parts are counted, as {@code
 *     2025} for its months; null for the top, and for any other dimension
 */
public record FacetRequest(Dimension dimension, int limit, @Nullable String under) {

  /** The most values that one facet may be asked for. */
  public static final int MAX_LIMIT = 1000;

  private static final int USUAL_LIMIT = 10;

  /**
   * @throws IllegalArgumentException if a number or the path is out of its range
   */
  public FacetRequest {
    Range.check("facet limit", limit, 1, MAX_LIMIT);
    if (under != null) {
      if (dimension != Dimension.DATE) {
        throw new IllegalArgumentException(
            "only the dimension date has parts, not " + dimension.key());
      }
      DatePath.checked(under);
    }
  }

  /** The ten most frequent values of a dimension. */
  public static FacetRequest of(Dimension dimension) {
    return new FacetRequest(dimension, USUAL_LIMIT, null);
  }

  public FacetRequest withLimit(int newLimit) {
    return new FacetRequest(dimension, newLimit, under);
  }

  public FacetRequest withUnder(@Nullable String newUnder) {
    return new FacetRequest(dimension, limit, newUnder);
  }
}
