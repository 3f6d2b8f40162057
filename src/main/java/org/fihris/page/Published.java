package org.fihris.page;

import org.jspecify.annotations.Nullable;

/**
 * When an article was published, as the page shows it.
 *
 * @param iso the day for programs; null where it is not known
 * @param day the day in words; null where it is not known
 * @param hijri the same day of the Hijri calendar; null where that has none
 * @param clock the time of day as the article states it, null where it states none
 */
record Published(
    @Nullable String iso, @Nullable String day, @Nullable String hijri, @Nullable String clock) {
  static final Published UNKNOWN = new Published(null, null, null, null);
}
