package org.fihris.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The order of hits, as parameters. */
final class OrderParameters {
  private static final String SORT = "sort";
  private static final String HALF_LIFE = "half-life";
  private static final String AS_OF = "as-of";

  static final List<String> NAMES = List.of(SORT, HALF_LIFE, AS_OF);

  private static final String RECENT = "recent";
  private static final Map<String, String> SORTS =
      Map.of(
          "relevance",
          "relevance",
          "newest",
          "newest",
          "oldest",
          "oldest",
          "index",
          "index",
          RECENT,
          RECENT);

  private OrderParameters() {}

  static Order read(ParameterValues values, Order usual, Clock clock) {
    String sort = values.choice(SORT, SORTS, name(usual));
    return switch (sort) {
      case RECENT -> recent(values, usual, clock);
      case "newest" -> fixed(values, Order.NEWEST);
      case "oldest" -> fixed(values, Order.OLDEST);
      case "index" -> fixed(values, Order.INDEX);
      default -> fixed(values, Order.RELEVANCE);
    };
  }

  private static Order fixed(ParameterValues values, Order order) {
    for (String name : List.of(HALF_LIFE, AS_OF)) {
      if (values.has(name)) {
        values.addFault(name, "needs " + SORT + "=" + RECENT);
      }
    }
    return order;
  }

  private static Order recent(ParameterValues values, Order usual, Clock clock) {
    Duration halfLife = values.read(HALF_LIFE, Order.Recent::halfLife);
    if (halfLife == null) {
      halfLife =
          usual instanceof Order.Recent recent ? recent.halfLife() : Order.Recent.USUAL_HALF_LIFE;
    }
    LocalDate day = values.day(AS_OF);
    return new Order.Recent(halfLife, day == null ? clock.instant() : endOf(day));
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static String name(Order order) {
    return switch (order) {
      case Order.Recent recent -> RECENT;
      case Order.Fixed fixed ->
          switch (fixed) {
            case RELEVANCE -> "relevance";
            case NEWEST -> "newest";
            case OLDEST -> "oldest";
            case INDEX -> "index";
          };
    };
  }

  static void write(Order order, Order usual, Map<String, List<String>> names) {
    if (!name(order).equals(name(usual))) {
      names.put(SORT, List.of(name(order)));
    }
    if (order instanceof Order.Recent recent) {
      Duration unsaid =
          usual instanceof Order.Recent other ? other.halfLife() : Order.Recent.USUAL_HALF_LIFE;
      if (!recent.halfLife().equals(unsaid)) {
        names.put(HALF_LIFE, List.of(written(recent.halfLife())));
      }
      OffsetDateTime now = recent.now().atOffset(ZoneOffset.UTC);
      if (now.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        names.put(AS_OF, List.of(now.toLocalDate().minusDays(1).toString()));
      }
    }
  }

  /** In the largest unit that it is a whole number of; seconds are left out. */
  private static String written(Duration time) {
    if (time.equals(Duration.ofDays(time.toDays()))) {
      return time.toDays() + "d";
    }
    if (time.equals(Duration.ofHours(time.toHours()))) {
      return time.toHours() + "h";
    }
    return time.toMinutes() + "m";
  }
}
