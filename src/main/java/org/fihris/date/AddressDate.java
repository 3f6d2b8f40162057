package org.fihris.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The date in an address: {@code /2018/03/25/}, {@code /2018-3-25-title}, {@code 25-03-2018},
 * {@code /20180325}, {@code 20180325} before a running number, or only the month {@code /2018/03/}.
 *
 * @param day {@code null} where only the month is named
 * @param separated whether marks stand between the parts; else it is a number that only looks like
 *     a date
 */
record AddressDate(YearMonth month, @Nullable LocalDate day, boolean separated) {

  private static final int LONGEST_ADDRESS = 2_000;

  /** No page of the web is older. */
  private static final int FIRST_YEAR = 1995;

  private static final int LAST_YEAR = 2100;
  private static final Pattern HOST = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*");
  private static final String YEAR = "(?<y>(?:19|20)\\d{2})";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)" + YEAR + "([/_.-])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)(?<d>\\d{1,2})([/_.-])(?<m>\\d{1,2})\\2" + YEAR + "(?!\\d)");

  /** A longer number goes on with a time of day or counts the articles; nine digits are neither. */
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<!\\d)" + YEAR + "(?<m>\\d{2})(?<d>\\d{2})(?:\\d{4}|\\d{6}|\\d{8,12})?(?!\\d)");

  private static final Pattern MONTH =
      Pattern.compile("/" + YEAR + "(?:/|-)(?<m>\\d{1,2})(?=[/?#]|$)");

  /** The date in an address, or {@code null} if there is none, or two that differ. */
  static @Nullable AddressDate of(String address) {
    if (address.length() > LONGEST_ADDRESS) {
      return null;
    }
    String path = HOST.matcher(address.strip()).replaceFirst("");
    for (Pattern shape : new Pattern[] {YEAR_FIRST, DAY_FIRST, DIGITS, MONTH}) {
      AddressDate found = only(shape.matcher(path), shape != DIGITS);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable AddressDate only(Matcher matcher, boolean separated) {
    AddressDate found = null;
    while (matcher.find()) {
      AddressDate read = read(matcher, separated);
      if (read != null && found != null && !read.equals(found)) {
        return null;
      }
      found = read == null ? found : read;
    }
    return found;
  }

  private static @Nullable AddressDate read(Matcher matcher, boolean separated) {
    int year = Integer.parseInt(matcher.group("y"));
    int month = Integer.parseInt(matcher.group("m"));
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    try {
      YearMonth named = YearMonth.of(year, month);
      boolean hasDay = matcher.namedGroups().containsKey("d");
      LocalDate day = hasDay ? named.atDay(Integer.parseInt(matcher.group("d"))) : null;
      return new AddressDate(named, day, separated);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
