package org.fihris.query;

import org.jspecify.annotations.Nullable;

/**
 * A count of hits by the values of one dimension.
 *
 * @param limit how many values, from 1 to {@value #MAX_LIMIT}: those with most hits first, of
 *     {@link Dimension#DATE} the newest first, and the undated beside them
 * @param periods what {@link Dimension#DATE} is counted by; {@link Periods#YEARS} for the others
 * @param find the beginning of a word of the label, in Arabic or English: only such values are
 *     returned. Hamza, vowel marks, accents, case and the Arabic article make no difference. Null
 *     for all values
 * @param language of the labels of entities; what is no entity has one label only
 */
public record FacetRequest(
    Dimension dimension,
    int limit,
    Periods periods,
    @Nullable String find,
    LabelLanguage language) {

  /** The most values that one facet may be asked for. */
  public static final int MAX_LIMIT = 1000;

  private static final int USUAL_LIMIT = 10;

  /**
   * @throws IllegalArgumentException if a number is out of its range, or another dimension than
   *     {@link Dimension#DATE} is to be counted by periods
   */
  public FacetRequest {
    Range.check("facet limit", limit, 1, MAX_LIMIT);
    if (dimension != Dimension.DATE && !periods.equals(Periods.YEARS)) {
      throw new IllegalArgumentException(
          "only the dimension date has periods, not " + dimension.key());
    }
  }

  /** The ten most frequent values of a dimension; of {@link Dimension#DATE} the last ten years. */
  public static FacetRequest of(Dimension dimension) {
    return new FacetRequest(dimension, USUAL_LIMIT, Periods.YEARS, null, LabelLanguage.ARABIC);
  }

  public FacetRequest withLimit(int newLimit) {
    return new FacetRequest(dimension, newLimit, periods, find, language);
  }

  /**
   * @throws IllegalArgumentException if this is not of {@link Dimension#DATE}
   */
  public FacetRequest withPeriods(Periods newPeriods) {
    return new FacetRequest(dimension, limit, newPeriods, find, language);
  }

  /** This by periods of another length. */
  public FacetRequest withStep(DateStep newStep) {
    return withPeriods(periods.withStep(newStep));
  }

  /** This with the periods that begin in another one. */
  public FacetRequest withWithin(@Nullable String newWithin) {
    return withPeriods(periods.withWithin(newWithin));
  }

  public FacetRequest withFind(@Nullable String newFind) {
    return new FacetRequest(dimension, limit, periods, newFind, language);
  }

  public FacetRequest withLanguage(LabelLanguage newLanguage) {
    return new FacetRequest(dimension, limit, periods, find, newLanguage);
  }
}
