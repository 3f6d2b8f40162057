package org.fihris.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.fihris.entity.EntityType;
import org.fihris.query.Dimension;
import org.fihris.query.Periods;
import org.jspecify.annotations.Nullable;

/** What a search found, counted by values, wherever the index lies. For one thread. */
public interface ValueCounts {

  /** What the counts are of. */
  Counted counted();

  /**
   * Values with their counts.
   *
   * @param counts of those that have most, as many as were asked for; others may be among them
   * @param values how many values have any
   */
  record Best(Map<String, Integer> counts, long values) {}

  /**
   * The labels of a dimension, as facets show them.
   *
   * @param wanted others are left aside
   * @param most how many of them are wanted, those with the highest counts
   */
  Best labels(Dimension dimension, Predicate<String> wanted, int most) throws IOException;

  /** Which of some values are wanted. */
  interface Choice {
    Collection<String> of(Collection<String> values) throws IOException;
  }

  /** The entities of a type by the ids that are shown, as {@link #labels} does. */
  Best entities(EntityType type, Choice wanted, int most) throws IOException;

  /**
   * Periods with their counts.
   *
   * @param counts by the first day of each period that has any
   * @param undated how many have no day
   */
  record Dated(NavigableMap<LocalDate, Integer> counts, int undated) {}

  /**
   * By periods of publication.
   *
   * @param zone null for days as each article states its own
   * @param newest of how many periods the counts matter, the newest; of the others it matters only
   *     that they have any
   */
  Dated periods(Periods periods, @Nullable ZoneId zone, int newest) throws IOException;
}
