package org.fihris.query;

import org.jspecify.annotations.Nullable;

/**
 * A count of hits by the values of one dimension.
 *
 * @param limit how many values, from 1 to {@value #MAX_LIMIT}: those with most hits first, of
 *     {@link Dimension#DATE} the newest first
 * @param step how long the periods of {@link Dimension#DATE} are; of no meaning for the others
 * @param within for {@link Dimension#DATE} the year or month that the periods lie in, as {@code
 *     2025-02}; null for all time, and for any other dimension
 * @param find the beginning of a word of the label, in Arabic or English: only such values are
 *     returned. Hamza, vowel marks, accents, case and the Arabic article make no difference. Null
 *     for all values
 * @param language of the labels of entities; what is no entity has one label only
 */
public record FacetRequest(
    Dimension dimension,
    int limit,
    DateStep step,
    @Nullable String within,
    @Nullable String find,
    LabelLanguage language) {

  /** The most values that one facet may be asked for. */
  public static final int MAX_LIMIT = 1000;

  private static final int USUAL_LIMIT = 10;

  /**
   * @throws IllegalArgumentException if a number or the path is out of its range
   */
  public FacetRequest {
    Range.check("facet limit", limit, 1, MAX_LIMIT);
    if (within != null) {
      if (dimension != Dimension.DATE) {
        throw new IllegalArgumentException(
            "only the dimension date has periods, not " + dimension.key());
      }
      DatePath.checked(within);
    }
  }

  /** The ten most frequent values of a dimension; of {@link Dimension#DATE} the last ten years. */
  public static FacetRequest of(Dimension dimension) {
    return new FacetRequest(
        dimension, USUAL_LIMIT, DateStep.YEAR, null, null, LabelLanguage.ARABIC);
  }

  public FacetRequest withLimit(int newLimit) {
    return new FacetRequest(dimension, newLimit, step, within, find, language);
  }

  public FacetRequest withStep(DateStep newStep) {
    return new FacetRequest(dimension, limit, newStep, within, find, language);
  }

  public FacetRequest withWithin(@Nullable String newWithin) {
    return new FacetRequest(dimension, limit, step, newWithin, find, language);
  }

  public FacetRequest withFind(@Nullable String newFind) {
    return new FacetRequest(dimension, limit, step, within, newFind, language);
  }

  public FacetRequest withLanguage(LabelLanguage newLanguage) {
    return new FacetRequest(dimension, limit, step, within, find, newLanguage);
  }
}
