package org.fihris.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fihris.date.PublicationDate.Confidence;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Precision;
import org.jspecify.annotations.Nullable;

/** Dates as machines write them: ISO 8601 in its common shapes, and counts since 1970. */
final class IsoDates {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})"
              + "(?:(?:t| +)(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?"
              + " ?(z|gmt|utc|[+-]\\d{2}(?::?\\d{2})?)?)?(?:\\[[a-z/_]{1,40}\\])?");
  private static final Pattern BASIC =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:t?(\\d{2})(\\d{2})(\\d{2})?(z|[+-]\\d{4})?)?");
  private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{9,10}(?:\\.\\d{1,9})?");
  private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{12,13}");

  private IsoDates() {}

  /** Whether {@link #read} is the one to judge: an impossible value is not to be read elsewise. */
  static boolean isShapedLike(String value) {
    return ISO.matcher(value).matches()
        || BASIC.matcher(value).matches()
        || EPOCH_SECONDS.matcher(value).matches()
        || EPOCH_MILLIS.matcher(value).matches();
  }

  /**
   * The date of a value of such a shape, or {@code null} if there is no such day or time.
   *
   * @param value folded, without surrounding space
   */
  static @Nullable Known read(String value) {
    try {
      Matcher iso = ISO.matcher(value);
      if (iso.matches()) {
        LocalDate day = day(iso.group(1), iso.group(3), iso.group(4));
        return known(day, iso.group(5), iso.group(6), iso.group(7), iso.group(8));
      }
      // Eight and fourteen digits are a day; nine to thirteen count from 1970.
      if (EPOCH_SECONDS.matcher(value).matches()) {
        return instant(Instant.ofEpochSecond(Long.parseLong(value.split("\\.", 2)[0])));
      }
      if (EPOCH_MILLIS.matcher(value).matches()) {
        return instant(Instant.ofEpochMilli(Long.parseLong(value)));
      }
      Matcher basic = BASIC.matcher(value);
      if (basic.matches()) {
        LocalDate day = day(basic.group(1), basic.group(2), basic.group(3));
        return known(day, basic.group(4), basic.group(5), basic.group(6), basic.group(7));
      }
      return null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static Known known(
      LocalDate day,
      @Nullable String hour,
      @Nullable String minute,
      @Nullable String second,
      @Nullable String zone) {
    if (hour == null || minute == null) {
      return new Known(day, null, Method.METADATA);
    }
    LocalTime time =
        LocalTime.of(
            Integer.parseInt(hour),
            Integer.parseInt(minute),
            second == null ? 0 : Integer.parseInt(second));
    OffsetDateTime moment =
        zone == null ? null : LocalDateTime.of(day, time).atOffset(Zones.offset(zone));
    Precision precision = second == null ? Precision.MINUTE : Precision.SECOND;
    return moment == null ? new Known(day, null, Method.METADATA) : known(moment, precision);
  }

  private static Known instant(Instant instant) {
    return known(instant.atOffset(ZoneOffset.UTC), Precision.SECOND);
  }

  private static Known known(OffsetDateTime moment, Precision precision) {
    return new Known(
        moment.toLocalDate(), moment, Method.METADATA, precision, Confidence.STATED, List.of());
  }
}
