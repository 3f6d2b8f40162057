package org.fihris.explore;

import org.fihris.query.Filters;

/**
 * Which related entities are wanted.
 *
 * @param minTogether how many articles at least must name both; from 1
 * @param limit how many at most; from 0
 * @param filters the articles that are counted, all others being as if they were not there
 */
public record RelatedRequest(int minTogether, int limit, Filters filters) {

  /**
   * The twenty with the highest sure lift, of at least three articles together, over all articles.
   */
  public static final RelatedRequest USUAL = new RelatedRequest(3, 20, Filters.NONE);

  /**
   * @throws IllegalArgumentException if a number is below its range
   */
  public RelatedRequest {
    if (minTogether < 1 || limit < 0) {
      throw new IllegalArgumentException(
          "at least 1 article together and a limit of at least 0 are wanted, not "
              + minTogether
              + " and "
              + limit);
    }
  }

  public RelatedRequest withMinTogether(int newMinTogether) {
    return new RelatedRequest(newMinTogether, limit, filters);
  }

  public RelatedRequest withLimit(int newLimit) {
    return new RelatedRequest(minTogether, newLimit, filters);
  }

  public RelatedRequest withFilters(Filters newFilters) {
    return new RelatedRequest(minTogether, limit, newFilters);
  }
}
