package org.fihris.explore;

/**
 * How much more often two things stand in one article than chance would have it.
 *
 * @param together articles with both
 * @param first articles with the first
 * @param second articles with the second
 * @param all articles in all
 */
record Association(long together, long first, long second, long all) {

  /** The normal deviate that is exceeded 25 times in a thousand. */
  private static final double Z = 1.959964;

  /**
   * The share of the articles with the first that have the second too, over the share of all
   * articles that have it: 1 where the two are independent; 0 where they never meet.
   */
  double lift() {
    return together == 0 ? 0 : (double) together * all / ((double) first * second);
  }

  /**
   * What {@link #lift} is at least, at 97.5 per cent: from the lower limit of the share of the
   * second's articles that have the first (Wilson 1927, "Probable inference, the law of succession,
   * and statistical inference"). Small counts are far below their lift, large ones near it.
   */
  double leastLift() {
    double share = (double) together / second;
    double spread = Z * Math.sqrt((share * (1 - share) + Z * Z / (4.0 * second)) / second);
    double least = (share + Z * Z / (2.0 * second) - spread) / (1 + Z * Z / second);
    return together == 0 ? 0 : least * all / first;
  }

  /**
   * Twice the logarithm of the likelihood ratio of the four counts against independence (Dunning
   * 1993, "Accurate methods for the statistics of surprise and coincidence"), never negative. For
   * independent counts it is above 10.8 once in a thousand times.
   */
  double logLikelihood() {
    double withFirst = term(together, first, second) + term(first - together, first, all - second);
    double without =
        term(second - together, all - first, second)
            + term(all - first - second + together, all - first, all - second);
    return Math.max(0, 2 * (withFirst + without));
  }

  private double term(long observed, long row, long column) {
    return observed <= 0
        ? 0
        : observed * Math.log((double) observed * all / ((double) row * column));
  }
}
