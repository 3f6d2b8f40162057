package org.fihris.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The order of hits. Hits that are equal in it come in the order of their ids (by their UTF-8
 * bytes), so that it is the same in every run and on every machine, but for {@link #INDEX}.
 */
public sealed interface Order {

  /** The best first: what a search is usually for. */
  Order RELEVANCE = Fixed.RELEVANCE;

  /** By time of publication, the latest first. Articles whose date is unknown come last. */
  Order NEWEST = Fixed.NEWEST;

  /** By time of publication, the earliest first. Articles whose date is unknown come last. */
  Order OLDEST = Fixed.OLDEST;

  /**
   * As the articles happen to lie in the index: the quickest order, and one that means nothing and
   * changes with every commit.
   */
  Order INDEX = Fixed.INDEX;

  /** The orders that need nothing more said, also found as the constants of {@link Order}. */
  enum Fixed implements Order {
    RELEVANCE,
    NEWEST,
    OLDEST,
    INDEX
  }

  /**
   * By relevance and recency together: the points of an article are multiplied by 1 + 2<sup>−age /
   * halfLife</sup>. They are doubled for what was published just now, half of that bonus is left
   * after one half-life, and old articles keep what they have. An article without a date gets the
   * factor 1.5, as if it were one half-life old. One with a date after {@code now} is as far from
   * it as one that is so much older: a wrong date does not win, and of an archive the articles
   * around a day can be asked for.
   *
   * @param halfLife from {@link #MIN_HALF_LIFE} to {@link #MAX_HALF_LIFE}
   * @param now what ages are counted from, to the second; usually the clock, or the day that an
   *     archive ends
   */
  record Recent(Duration halfLife, Instant now) implements Order {

    /** What suits daily news. */
    public static final Duration USUAL_HALF_LIFE = Duration.ofDays(7);

    public static final Duration MIN_HALF_LIFE = Duration.ofMinutes(1);

    /** About a hundred years. */
    public static final Duration MAX_HALF_LIFE = Duration.ofDays(36_525);

    /**
     * @throws IllegalArgumentException if the half-life is out of its range
     */
    public Recent {
      if (halfLife.compareTo(MIN_HALF_LIFE) < 0 || halfLife.compareTo(MAX_HALF_LIFE) > 0) {
        throw new IllegalArgumentException(
            "a half-life is from 1 minute to 36525 days, not " + halfLife);
      }
      now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    public Recent withNow(Instant newNow) {
      return new Recent(halfLife, newNow);
    }
  }
}
