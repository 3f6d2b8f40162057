package org.fihris.bench;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/** One article of the corpus as the floor reads it. */
record NewsLine(
    @Nullable String id,
    @JsonAlias("headline") @Nullable String title,
    @JsonAlias({"body", "content"}) @Nullable String text,
    @JsonAlias({"published", "pubdate"}) @Nullable String date,
    @Nullable String source,
    @JsonAlias("section") @Nullable String category) {

  private static final int ISO_DAY = 10;

  /** The day that an ISO date begins with; null where there is no such date. */
  @Nullable String day() {
    return date == null || date.length() < ISO_DAY ? null : date.substring(0, ISO_DAY);
  }
}
