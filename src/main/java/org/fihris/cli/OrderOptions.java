package org.fihris.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.fihris.query.Order;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The order of hits. */
final class OrderOptions {

  /** Orders as the user names them. */
  enum Sort {
    relevance,
    recent,
    newest,
    oldest,
    index
  }

  private final Sort usual;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description =
          "relevance; recent (relevance, and more points for what is new); newest, oldest (the"
              + " undated last) or index (as they lie there, the quickest); default relevance, for"
              + " export oldest.")
  private @Nullable Sort sort;

  @Option(
      names = "--half-life",
      paramLabel = "TIME",
      converter = HalfLife.class,
      description =
          "With --sort recent: the age at which half the extra points are left, as 12h, 7d or 4w;"
              + " default 7d.")
  private @Nullable Duration halfLife;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      converter = DaysOption.Day.class,
      description = "With --sort recent: count ages from the end of this day, not from now.")
  private @Nullable LocalDate asOf;

  /** Reads a number and a unit, and says what they look like where it cannot. */
  static final class HalfLife implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        return Order.Recent.halfLife(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** By relevance if nothing else is said. */
  OrderOptions() {
    this(Sort.relevance);
  }

  /**
   * @param usual the order if nothing is said
   */
  OrderOptions(Sort usual) {
    this.usual = usual;
  }

  /**
   * @throws IllegalArgumentException if an option fits no order, or is out of its range
   */
  Order order() {
    Sort chosen = sort == null ? usual : sort;
    if (chosen != Sort.recent && (halfLife != null || asOf != null)) {
      throw new IllegalArgumentException("--half-life and --as-of need --sort recent");
    }
    return switch (chosen) {
      case relevance -> Order.RELEVANCE;
      case newest -> Order.NEWEST;
      case oldest -> Order.OLDEST;
      case index -> Order.INDEX;
      case recent ->
          new Order.Recent(halfLife == null ? Order.Recent.USUAL_HALF_LIFE : halfLife, now());
    };
  }

  private Instant now() {
    return asOf == null
        ? Clock.systemUTC().instant()
        : asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
