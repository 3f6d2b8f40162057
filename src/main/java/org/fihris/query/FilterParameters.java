package org.fihris.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What narrows a search down, as parameters; of each dimension several values may be given. */
final class FilterParameters {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String UNDATED_TOO = "undated-too";
  private static final String ZONE = "zone";

  static final List<String> NAMES =
      Stream.concat(
              Stream.of(FROM, TO, UNDATED_TOO, ZONE),
              Arrays.stream(Dimension.values()).map(Dimension::key))
          .toList();

  private FilterParameters() {}

  static Filters read(ParameterValues values) {
    LocalDate from = values.day(FROM);
    LocalDate to = values.day(TO);
    if (from != null && to != null && from.isAfter(to)) {
      values.addFault(FROM, "the first day, " + from + ", is after the last, " + to);
      from = null;
      to = null;
    }
    return new Filters(
        from, to, values.flag(UNDATED_TOO, false), values.zone(ZONE), dimensions(values));
  }

  private static Map<Dimension, List<String>> dimensions(ParameterValues values) {
    Map<Dimension, List<String>> chosen = new EnumMap<>(Dimension.class);
    int left = Filters.MAX_VALUES;
    for (Dimension dimension : Dimension.values()) {
      List<String> asked = values.all(dimension.key());
      if (asked.size() > left) {
        values.addFault(
            dimension.key(), "of all filters at most " + Filters.MAX_VALUES + " values are taken");
        asked = asked.subList(0, left);
      }
      left -= asked.size();
      List<String> usable = new ArrayList<>(asked);
      if (dimension == Dimension.DATE) {
        usable.removeIf(value -> !isPeriod(value, values));
      }
      if (!usable.isEmpty()) {
        chosen.put(dimension, usable);
      }
    }
    return chosen;
  }

  private static boolean isPeriod(String value, ParameterValues values) {
    try {
      if (!value.equals(Dimension.UNDATED)) {
        Period.parse(value);
      }
      return true;
    } catch (IllegalArgumentException e) {
      values.addFault(
          Dimension.DATE.key(),
          "'%s' is no period; write it as 2025, 2025-Q1, 2025-02, 2025-W07, 2025-02-14,"
                  .formatted(Excerpt.shortened(value))
              + " 2025-02..2025-04, or undated");
      return false;
    }
  }

  static void write(Filters filters, Map<String, List<String>> names) {
    if (filters.from() != null) {
      names.put(FROM, List.of(filters.from().toString()));
    }
    if (filters.to() != null) {
      names.put(TO, List.of(filters.to().toString()));
    }
    if (filters.undatedToo()) {
      names.put(UNDATED_TOO, List.of("true"));
    }
    if (filters.zone() != null) {
      names.put(ZONE, List.of(filters.zone().getId()));
    }
    filters.values().forEach((dimension, values) -> names.put(dimension.key(), values));
  }
}
