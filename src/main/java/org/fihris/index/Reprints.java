package org.fihris.index;

/** When one article is a reprint of another: the thresholds, as they were measured. */
final class Reprints {
  /** Reprints by other outlets, or by outlets that are not known. */
  private static final double ALIKE = 0.45;

  /** The same, where the beginning has hardly been touched. */
  private static final double ALIKE_WITH_LEAD = 0.36;

  private static final double LEAD = 0.6;

  /** A shorter version that stands in the longer one almost whole. */
  private static final double ALIKE_AS_PART = 0.3;

  private static final double PART = 0.85;

  /** One outlet repeats much of a report in the next one on the matter, but begins anew. */
  private static final double ALIKE_IN_ONE_OUTLET = 0.85;

  private static final double LEAD_IN_ONE_OUTLET = 0.65;

  /** Weather, prayer times, prices: the same words again with other numbers. */
  private static final double NUMBERS = 0.5;

  /** What comes up again later in the same words is another day's news. */
  private static final int DAYS = 2;

  private Reprints() {}

  /** How alike two articles are; 0 if one is no reprint of the other. Symmetric. */
  static double resemblance(StorySketch a, StorySketch b) {
    double resemblance = a.resemblance(b);
    if (resemblance < ALIKE_AS_PART || a.daysFrom(b) > DAYS || a.numbersInCommon(b) < NUMBERS) {
      return 0;
    }
    double lead = a.leadInCommon(b);
    boolean alike =
        a.sameSource(b)
            ? resemblance >= ALIKE_IN_ONE_OUTLET
                || (resemblance >= ALIKE && lead >= LEAD_IN_ONE_OUTLET)
            : resemblance >= ALIKE
                || (resemblance >= ALIKE_WITH_LEAD && lead >= LEAD)
                || a.containment(b) >= PART;
    return alike ? resemblance : 0;
  }
}
