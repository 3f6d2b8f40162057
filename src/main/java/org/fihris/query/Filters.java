package org.fihris.query;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that narrow a search down without a part in the order of its hits.
 *
 * @param from the first day of publication, null for no limit
 * @param to the last day of publication, that day included, null for no limit
 * @param undatedToo whether articles whose date is unknown pass the limits of {@code from} and
 *     {@code to}; without such limits they pass anyway
 * @param zone where days begin and end for articles whose moment of publication is known, in these
 *     conditions and in the date facet; null for the day as each article states it. An article that
 *     states no more than a day is of that day in every zone
 * @param values the values chosen of each dimension: an article must have one of those listed, in
 *     every dimension that has any; never an empty list
 */
public record Filters(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean undatedToo,
    @Nullable ZoneId zone,
    Map<Dimension, List<String>> values) {

  /** How many values may be chosen in all. */
  public static final int MAX_VALUES = 1000;

  /** No conditions. */
  public static final Filters NONE = new Filters(null, null, false, null, Map.of());

  /**
   * @throws IllegalArgumentException if the first day is after the last, a value of {@link
   *     Dimension#DATE} is no period, or there are more than {@value #MAX_VALUES} values
   */
  public Filters {
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException("the first day, " + from + ", is after the last, " + to);
    }
    values = copyOf(values);
    int count = values.values().stream().mapToInt(List::size).sum();
    Range.check("number of filter values", count, 0, MAX_VALUES);
    values.getOrDefault(Dimension.DATE, List.of()).stream()
        .filter(value -> !value.equals(Dimension.UNDATED))
        .forEach(Period::parse);
  }

  private static Map<Dimension, List<String>> copyOf(Map<Dimension, List<String>> values) {
    Map<Dimension, List<String>> copy = new EnumMap<>(Dimension.class);
    values.forEach(
        (dimension, chosen) -> {
          if (!chosen.isEmpty()) {
            copy.put(dimension, chosen.stream().distinct().toList());
          }
        });
    return Collections.unmodifiableMap(copy);
  }

  /** Whether every article passes. */
  public boolean isEmpty() {
    return from == null && to == null && values.isEmpty();
  }

  /** These with other limits of the day of publication, both inclusive. */
  public Filters withDays(@Nullable LocalDate newFrom, @Nullable LocalDate newTo) {
    return new Filters(newFrom, newTo, undatedToo, zone, values);
  }

  public Filters withUndatedToo(boolean newUndatedToo) {
    return new Filters(from, to, newUndatedToo, zone, values);
  }

  /** Written out for the reason that {@link Interpretation#toString} gives. */
  @Override
  public String toString() {
    return from + " " + to + " " + undatedToo + " " + zone + " " + values;
  }

  /** These with days as a zone has them, or with null as each article states its own. */
  public Filters withZone(@Nullable ZoneId newZone) {
    return new Filters(from, to, undatedToo, newZone, values);
  }

  /** These with other values of all dimensions. */
  public Filters withValues(Map<Dimension, List<String>> newValues) {
    return new Filters(from, to, undatedToo, zone, newValues);
  }

  /** These and one more value of a dimension. */
  public Filters with(Dimension dimension, String value) {
    List<String> chosen = new ArrayList<>(values.getOrDefault(dimension, List.of()));
    chosen.add(value);
    Map<Dimension, List<String>> more = new EnumMap<>(Dimension.class);
    more.putAll(values);
    more.put(dimension, chosen);
    return withValues(more);
  }

  /** These without the values of one dimension, as is needed to count its other values. */
  public Filters without(Dimension dimension) {
    Map<Dimension, List<String>> fewer = new EnumMap<>(Dimension.class);
    fewer.putAll(values);
    fewer.remove(dimension);
    return withValues(fewer);
  }
}
