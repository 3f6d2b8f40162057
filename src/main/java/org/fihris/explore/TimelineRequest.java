package org.fihris.explore;

/**
 * Which part of a story's course is wanted.
 *
 * @param days how many days before and after the article, 0 to {@value #MOST_DAYS}
 * @param leastLikeness how like to it a report must be, 0 to 1
 */
public record TimelineRequest(int days, double leastLikeness) {

  /** About ten years. */
  public static final int MOST_DAYS = 3_660;

  /** Two weeks before and after, and what is of the same event rather than on the same matter. */
  public static final TimelineRequest USUAL = new TimelineRequest(14, 0.25);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public TimelineRequest {
    if (days < 0 || days > MOST_DAYS || !(leastLikeness >= 0 && leastLikeness <= 1)) {
      throw new IllegalArgumentException(
          "0 to %d days and a likeness from 0 to 1 are wanted, not %d and %s"
              .formatted(MOST_DAYS, days, leastLikeness));
    }
  }

  public TimelineRequest withDays(int newDays) {
    return new TimelineRequest(newDays, leastLikeness);
  }

  public TimelineRequest withLeastLikeness(double newLikeness) {
    return new TimelineRequest(days, newLikeness);
  }
}
