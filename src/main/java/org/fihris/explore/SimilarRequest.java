package org.fihris.explore;

import org.fihris.query.Filters;

/**
 * Which similar articles are wanted.
 *
 * @param limit how many at most; from 0 to {@value #MOST}
 * @param filters the articles that may be similar
 */
public record SimilarRequest(int limit, Filters filters) {

  /** So many candidates are compared word by word, and no more articles can be similar. */
  public static final int MOST = 150;

  /** Ten, of all articles. */
  public static final SimilarRequest USUAL = new SimilarRequest(10, Filters.NONE);

  /**
   * @throws IllegalArgumentException if the limit is out of its range
   */
  public SimilarRequest {
    if (limit < 0 || limit > MOST) {
      throw new IllegalArgumentException(
          "a limit of 0 to " + MOST + " similar articles is wanted, not " + limit);
    }
  }

  public SimilarRequest withLimit(int newLimit) {
    return new SimilarRequest(newLimit, filters);
  }

  public SimilarRequest withFilters(Filters newFilters) {
    return new SimilarRequest(limit, newFilters);
  }
}
