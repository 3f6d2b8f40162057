package org.fihris.date;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.NumberWords.Number;
import org.fihris.date.Units.Unit;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * A counted length of time: 3 أيام, يومين, شهر و21 يوما.
 *
 * @param end the token after its last
 * @param finest the finest unit that was named, years for decades and centuries
 * @param parts how many units were named
 */
record Length(int end, Period period, ChronoUnit finest, int parts) {

  /** More than any length that news counts. */
  static final int LARGEST = 500;

  private static final int MOST_PARTS = 3;

  static @Nullable Length at(DateTokens tokens, int i) {
    Length whole = part(tokens, i);
    for (int n = 1; n < MOST_PARTS && whole != null; n++) {
      Token and = tokens.get(whole.end);
      int at = and.text().length() == 1 ? whole.end + 1 : whole.end;
      Length next = and.startsWithAnd() ? part(tokens, at) : null;
      if (next == null) {
        break;
      }
      whole = whole.plus(next);
    }
    return whole;
  }

  /** This length with the part that a comma joins to it, if there is one. */
  @Nullable Length withPartAfterComma(DateTokens tokens) {
    Length next = tokens.get(end).isMark("،,") ? part(tokens, end + 1) : null;
    return next == null ? null : plus(next);
  }

  private Length plus(Length next) {
    ChronoUnit unit = next.finest.compareTo(finest) < 0 ? next.finest : finest;
    return new Length(next.end, period.plus(next.period), unit, parts + 1);
  }

  private static @Nullable Length part(DateTokens tokens, int i) {
    Number number = NumberWords.at(tokens, i);
    int j = number == null ? i : number.end();
    Unit unit = Units.of(tokens.get(j).base());
    if (unit == null || (number == null && unit.count() == 0)) {
      return null;
    }
    int count = number == null ? unit.count() : number.value();
    if (count < 1 || count > LARGEST || (number == null && tokens.get(j).base().startsWith("ال"))) {
      return null;
    }
    Token one = tokens.get(j + 1);
    boolean single = number == null && one.is(Role.CARDINAL) && one.word().value() == 1;
    ChronoUnit finest =
        unit.unit().compareTo(ChronoUnit.YEARS) > 0 ? ChronoUnit.YEARS : unit.unit();
    return new Length(single ? j + 2 : j + 1, of(unit.unit(), count), finest, 1);
  }

  static Period of(ChronoUnit unit, int count) {
    return switch (unit) {
      case DAYS -> Period.ofDays(count);
      case WEEKS -> Period.ofWeeks(count);
      case MONTHS -> Period.ofMonths(count);
      case DECADES -> Period.ofYears(10 * count);
      case CENTURIES -> Period.ofYears(100 * count);
      default -> Period.ofYears(count);
    };
  }
}
