package org.fihris.cli;

import java.time.DayOfWeek;
import java.util.Locale;
import org.fihris.query.DateStep;
import org.fihris.query.Periods;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** By which periods dates are counted: for {@code facets}. */
final class PeriodsOptions {

  @Option(
      names = "--within",
      paramLabel = "PERIOD",
      description = "Only dates within this year, quarter, month or week (2025, 2025-Q1, 2025-02).")
  private @Nullable String within;

  @Option(
      names = "--gaps",
      description = "Dates: also the periods without articles between the first and the last.")
  private boolean gaps;

  @Option(
      names = "--week-start",
      paramLabel = "DAY",
      converter = Weekday.class,
      description = "With --dim week: the day weeks begin with; default monday (ISO 8601).")
  private DayOfWeek weekStart = DayOfWeek.MONDAY;

  /**
   * @throws IllegalArgumentException if the period of {@code --within} is none
   */
  Periods periods(DateStep step) {
    return new Periods(step, within, gaps, weekStart);
  }

  /** Reads the English name of a day of the week. */
  static final class Weekday implements ITypeConverter<DayOfWeek> {
    @Override
    public DayOfWeek convert(String value) {
      try {
        return DayOfWeek.valueOf(value.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + value + "' is no day of the week; write it as sunday");
      }
    }
  }
}
