package org.fihris.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*([mhdw])");

    /** About a hundred years. */
    public static final Duration MAX_HALF_LIFE = Duration.ofDays(36_525);

    /**
     * @throws IllegalArgumentException if the half-life is out of its range
     */
    public Recent {
      checkHalfLife(halfLife);
      now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * A half-life as users write it: a number of minutes, hours, days or weeks, as {@code 90m},
     * {@code 12h}, {@code 7d} or {@code 4w}.
     *
     * @throws IllegalArgumentException if the text is no such time, or one out of the range; its
     *     message tells the user how it is written
     */
    public static Duration halfLife(String text) {
      Matcher form = TIME.matcher(text.strip());
      if (!form.matches()) {
        throw new IllegalArgumentException(
            "'" + Excerpt.shortened(text) + "' is no time; write it as 90m, 12h, 7d or 4w");
      }
      long number = Long.parseLong(form.group(1));
      Duration time =
          switch (form.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "w" -> Duration.ofDays(7 * number);
            default -> Duration.ofDays(number);
          };
      checkHalfLife(time);
      return time;
    }

    private static void checkHalfLife(Duration halfLife) {
      if (halfLife.compareTo(MIN_HALF_LIFE) < 0 || halfLife.compareTo(MAX_HALF_LIFE) > 0) {
        throw new IllegalArgumentException(
            "a half-life is from 1 minute to 36525 days, not " + halfLife);
      }
    }

    public Recent withNow(Instant newNow) {
      return new Recent(halfLife, newNow);
    }
  }
}
