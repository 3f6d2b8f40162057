package org.fihris.suggest;

import java.util.List;

/**
 * What to try instead of a request that finds nothing or little.
 *
 * @param articles how many articles have all that was asked for
 * @param readings other words that may have been meant, the likeliest first; at most {@value
 *     #MOST_READINGS}
 * @param steps the same words under weaker conditions, from the smallest change to the largest
 */
public record Help(long articles, List<Offer> readings, List<Offer> steps) {

  /** How many readings are offered. */
  public static final int MOST_READINGS = 3;

  public Help {
    readings = List.copyOf(readings);
    steps = List.copyOf(steps);
  }

  /** Whether there is nothing to offer. */
  public boolean isEmpty() {
    return readings.isEmpty() && steps.isEmpty();
  }
}
