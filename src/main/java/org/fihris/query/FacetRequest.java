package org.fihris.query;

import java.util.Locale;
import java.util.Optional;
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

  /** What facets are called where a user names one; see {@link #named}. */
  public static final String KNOWN_NAMES =
      "date, quarter, month, week, day, source, category, person, place and organisation";

  private static final int USUAL_LIMIT = 10;

  /**
   * @throws IllegalArgumentException if a number is out of its range, or another dimension than
   *     {@link Dimension#DATE} is to be counted by periods
   */
  public FacetRequest {
    Range.check("facet limit", limit, 1, MAX_LIMIT);
    if (dimension != Dimension.DATE && periods != Periods.YEARS && !periods.equals(Periods.YEARS)) {
      throw new IllegalArgumentException(
          "only the dimension date has periods, not " + dimension.key());
    }
  }

  /** The ten most frequent values of a dimension; of {@link Dimension#DATE} the last ten years. */
  public static FacetRequest of(Dimension dimension) {
    return new FacetRequest(dimension, USUAL_LIMIT, Periods.YEARS, null, LabelLanguage.ARABIC);
  }

  /**
   * The facet that a user names: dates by {@code year}, {@code quarter}, {@code month}, {@code
   * week} or {@code day}, or a dimension by any of its names. Empty for any other name.
   */
  public static Optional<FacetRequest> named(String name) {
    for (DateStep step : DateStep.values()) {
      if (step.name().equalsIgnoreCase(name.strip())) {
        return Optional.of(of(Dimension.DATE).withStep(step));
      }
    }
    return Dimension.fromKey(name).map(FacetRequest::of);
  }

  /** The name by which {@link #named} finds what is counted here. */
  String name() {
    return dimension != Dimension.DATE || periods.step() == DateStep.YEAR
        ? dimension.key()
        : periods.step().name().toLowerCase(Locale.ROOT);
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
