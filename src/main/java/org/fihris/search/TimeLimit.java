package org.fihris.search;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long the work on this thread may take. It belongs to the thread, not to a searcher: one
 * searcher serves many requests at once, each of them on one thread from beginning to end.
 */
final class TimeLimit {

  /** When the time is over, by {@link System#nanoTime}; null where there is no limit. */
  private static final ThreadLocal<@Nullable Long> END = new ThreadLocal<>();

  private TimeLimit() {}

  static <T> T within(Duration time, Supplier<T> work) {
    Long outer = END.get();
    long end = System.nanoTime() + time.toNanos();
    END.set(outer != null && outer - end < 0 ? outer : Long.valueOf(end));
    try {
      T done = work.get();
      check();
      return done;
    } finally {
      if (outer == null) {
        END.remove();
      } else {
        END.set(outer);
      }
    }
  }

  /**
   * How much time is left; null where there is no limit.
   *
   * @throws TimeOverException if none is
   */
  static @Nullable Duration left() {
    check();
    Long end = END.get();
    return end == null ? null : Duration.ofNanos(end - System.nanoTime());
  }

  static boolean isOver() {
    Long end = END.get();
    return end != null && System.nanoTime() - end >= 0;
  }

  /**
   * @throws TimeOverException if it is over
   */
  static void check() {
    if (isOver()) {
      throw new TimeOverException();
    }
  }
}
