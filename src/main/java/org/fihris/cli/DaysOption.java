package org.fihris.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The days between which articles are looked at. */
final class DaysOption {

  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = Day.class,
      description = "Published on this day or later, as 2025-02-13.")
  @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = Day.class,
      description = "Published on this day or earlier.")
  @Nullable LocalDate to;

  /** Reads a day and says what one looks like where it cannot. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + value + "' is no day; write it as 2025-02-13");
      }
    }
  }
}
