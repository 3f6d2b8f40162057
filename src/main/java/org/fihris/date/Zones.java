package org.fihris.date;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Time zones as mail and feed headers name them (RFC 822, section 5), and by offset. */
final class Zones {

  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("غرينتش", 0),
          Map.entry("جرينتش", 0),
          Map.entry("غرينيتش", 0),
          Map.entry("جرينيتش", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("bst", 1));

  private Zones() {}

  /** The offset of a name, or {@code null} if it names no zone. */
  static @Nullable ZoneOffset named(String folded) {
    Integer hours = HOURS.get(folded);
    return hours == null ? null : ZoneOffset.ofHours(hours);
  }

  /**
   * The offset of a name or of {@code +hh}, {@code +hhmm}, {@code +hh:mm}.
   *
   * @throws DateTimeException if there is no such offset
   */
  static ZoneOffset offset(String folded) {
    ZoneOffset named = named(folded);
    return named != null ? named : ZoneOffset.of(folded);
  }

  /** The offset of a sign, hours and minutes, or {@code null} beyond 18 hours. */
  static @Nullable ZoneOffset of(boolean west, int hours, int minutes) {
    int sign = west ? -1 : 1;
    return hours > 18 || minutes > 59 || (hours == 18 && minutes > 0)
        ? null
        : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }
}
