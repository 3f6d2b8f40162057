package org.fihris.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fihris.date.DateFinder;
import org.fihris.date.DateMention;
import org.fihris.query.QueryNode.Days;
import org.fihris.query.QueryNode.Undated;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code date:}: a day, month or year, two of them with {@code ..} between or in
 * brackets with {@code TO}, one behind a sign of comparison, words such as أمس, or a word for
 * articles without a date.
 */
final class DateValue {
  private static final Set<String> UNDATED =
      Set.of(Dimension.UNDATED, "بلا تاريخ", "بدون تاريخ", "غير مؤرخ", "مجهول");

  /** Longer texts name no days. */
  private static final int MOST_UNITS = 100;

  private static final int LAST_YEAR = 9999;

  private final DateFinder finder = new DateFinder();
  private final LocalDate today;

  /**
   * @param today what relative words count from
   */
  DateValue(LocalDate today) {
    this.today = today;
  }

  /** The days of a text, or null if it names none. */
  @Nullable QueryNode of(String typed) {
    String text = trimmed(typed);
    if (text.isEmpty() || text.length() > MOST_UNITS) {
      return null;
    }
    if (UNDATED.contains(Folding.fold(text))) {
      return new Undated();
    }
    char first = text.charAt(0);
    if (first == '[' || first == '{') {
      return bracketed(text);
    }
    if ("<>≤≥".indexOf(first) >= 0) {
      return compared(text);
    }
    int dots = text.indexOf("..");
    return dots < 0
        ? days(one(text))
        : between(text.substring(0, dots), text.substring(dots + 2), true, true);
  }

  private static String trimmed(String typed) {
    int start = 0;
    int end = typed.length();
    while (start < end && isAround(typed.charAt(start))) {
      start++;
    }
    while (end > start && isAround(typed.charAt(end - 1))) {
      end--;
    }
    return typed.substring(start, end);
  }

  private static boolean isAround(char c) {
    return Signs.isSpace(c) || Signs.isInvisible(c) || ",،;؛!?؟:".indexOf(c) >= 0;
  }

  /** {@code [2025-01 TO 2025-03]}; braces leave out the end they stand at. */
  private @Nullable QueryNode bracketed(String text) {
    char last = text.charAt(text.length() - 1);
    String inner =
        text.substring(1, last == ']' || last == '}' ? text.length() - 1 : text.length());
    String[] ends = inner.split("\\s+(?:TO|إلى|الى)\\s+", -1);
    return ends.length != 2 ? null : between(ends[0], ends[1], text.charAt(0) == '[', last != '}');
  }

  private @Nullable QueryNode compared(String text) {
    boolean withEnd = text.startsWith("=", 1) || "≤≥".indexOf(text.charAt(0)) >= 0;
    String value = text.substring(text.startsWith("=", 1) ? 2 : 1);
    boolean later = ">≥".indexOf(text.charAt(0)) >= 0;
    return value.isBlank()
        ? null
        : later ? between(value, "", withEnd, true) : between("", value, true, withEnd);
  }

  /**
   * From one time to another.
   *
   * @param first empty or {@code *} for no limit
   * @param withFirst whether the days of {@code first} belong to it
   */
  private @Nullable QueryNode between(
      String first, String last, boolean withFirst, boolean withLast) {
    Period begin = one(first);
    Period end = one(last);
    if ((begin == null && !isOpen(first)) || (end == null && !isOpen(last))) {
      return null;
    }
    LocalDate from = begin == null ? null : withFirst ? begin.from() : begin.to().plusDays(1);
    LocalDate to = end == null ? null : withLast ? end.to() : end.from().minusDays(1);
    boolean some = from != null || to != null;
    boolean inOrder = from == null || to == null || !from.isAfter(to);
    boolean inReach = isInReach(from) && isInReach(to);
    return some && inOrder && inReach ? new Days(from, to) : null;
  }

  private static boolean isInReach(@Nullable LocalDate day) {
    return day == null || (day.getYear() >= 1 && day.getYear() <= LAST_YEAR);
  }

  private static boolean isOpen(String end) {
    return end.isBlank() || end.strip().equals("*");
  }

  private static @Nullable QueryNode days(@Nullable Period period) {
    return period == null || !isInReach(period.from()) || !isInReach(period.to())
        ? null
        : new Days(period.from(), period.to());
  }

  /** A year, month or day in figures, or a date expression that is the whole of the text. */
  private @Nullable Period one(String typed) {
    String text = trimmed(typed);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Period.parse(Folding.fold(text));
    } catch (IllegalArgumentException e) {
      return inWords(text);
    }
  }

  private @Nullable Period inWords(String text) {
    List<DateMention> found = finder.find(text, today);
    if (found.size() != 1) {
      return null;
    }
    DateMention mention = found.getFirst();
    return mention.start() == 0 && mention.end() == text.length()
        ? new Period(mention.from(), mention.to().minusDays(1))
        : null;
  }
}
