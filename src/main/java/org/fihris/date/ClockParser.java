package org.fihris.date;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.NumberWords.Number;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of times on the clock.
 *
 * <pre>
 * time    = [part] clock [part] [zone] | منتصف (الليل | النهار)
 * clock   = الساعة hour {minutes} | h:mm[:ss] | hour {minutes} part | hour (والنصف | والربع | والثلث)
 *         | (h,mm | h.mm) zone of Greenwich
 * hour    = h | h:mm | h,mm | h.mm | السابعة | الثانية عشرة
 * minutes = والنصف | والربع | والثلث | و number [دقيقة] | إلا (ربعا | ثلثا | number [دقيقة])
 * part    = what DayPart has
 * zone    = بتوقيت name | بالتوقيت المحلي | ت غ | GMT
 * </pre>
 */
final class ClockParser {

  /**
   * A time that was read.
   *
   * @param end the token after its last
   * @param offset from Greenwich, if that is stated
   */
  record Clock(int end, LocalTime at, @Nullable ZoneOffset offset) {}

  /**
   * An hour with its minutes.
   *
   * @param sure whether the form alone shows that it is a time
   * @param pointed whether a comma or a full stop parts its figures, as in decimals
   */
  private record Reading(int end, int hour, int minute, int second, boolean sure, boolean pointed) {
    Reading minutes(int newEnd, int by, boolean nowSure) {
      return new Reading(newEnd, hour, minute + by, second, sure || nowSure, pointed);
    }
  }

  private record Zone(int end, @Nullable ZoneOffset offset) {}

  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final int MOST_MINUTE_WORDS = 2;

  private final DateTokens tokens;

  ClockParser(DateTokens tokens) {
    this.tokens = tokens;
  }

  @Nullable Clock at(int i) {
    Clock named = midnightOrNoon(i);
    if (named != null) {
      return named;
    }
    DayPart.Read before = DayPart.at(tokens, i);
    if (before == null) {
      return clock(i, null);
    }
    boolean shaped = isNoun(before.end()) || tokens.get(before.end() + 1).isMark(":");
    return shaped && !tokens.get(i).is(Role.FROM) ? clock(before.end(), before.part()) : null;
  }

  private @Nullable Clock midnightOrNoon(int i) {
    int j = tokens.get(i + 1).isMark("-") ? i + 2 : i + 1;
    if (!tokens.get(i).base().equals("منتصف")) {
      return null;
    }
    return switch (tokens.get(j).text()) {
      case "الليل" -> new Clock(j + 1, LocalTime.MIDNIGHT, null);
      case "النهار" -> new Clock(j + 1, LocalTime.NOON, null);
      default -> null;
    };
  }

  private @Nullable Clock clock(int i, @Nullable DayPart before) {
    boolean noun = isNoun(i);
    Reading hour = hour(noun ? i + 1 : i, noun);
    if (hour == null) {
      return null;
    }
    Reading whole = withMinutes(hour, noun);
    DayPart.Read after = DayPart.at(tokens, whole.end);
    int end = after == null ? whole.end : after.end();
    Zone zone = zone(end);
    boolean sure = noun || whole.sure || isHourOfDay(i, whole, after);
    boolean greenwich = zone != null && zone.offset != null;
    if (!(whole.pointed ? noun || greenwich : sure)) {
      return null;
    }
    DayPart part = after == null ? before : after.part();
    int hours = part == null ? whole.hour : part.hour(whole.hour);
    int minutes = Math.floorMod(hours * 60 + whole.minute, MINUTES_OF_DAY);
    return new Clock(
        zone == null ? end : zone.end,
        LocalTime.of(minutes / 60, minutes % 60, whole.second),
        zone == null ? null : zone.offset);
  }

  /** السابعة مساء, 7 صباحا; but the 7 of يوم 7 مساء may be the day. */
  private boolean isHourOfDay(int i, Reading hour, DayPart.@Nullable Read after) {
    if (after == null || tokens.get(i - 1).is(Role.DAY_NOUN)) {
      return false;
    }
    return !tokens.get(i).isNumber() || (after.adverb() && hour.end == i + 1);
  }

  private boolean isNoun(int i) {
    return tokens.get(i).text().equals("الساعه");
  }

  private @Nullable Reading hour(int i, boolean noun) {
    return tokens.get(i).isNumber() ? figures(i, noun) : hourInWords(i);
  }

  /** السابعة, الواحدة, الحادية عشرة, الثانية عشرة. */
  private @Nullable Reading hourInWords(int i) {
    Token token = tokens.get(i);
    String text = token.text();
    int value =
        text.equals("الواحده")
            ? 1
            : token.is(Role.ORDINAL) && text.startsWith("ال") && text.endsWith("ه")
                ? token.word().value()
                : 0;
    boolean teen = tokens.get(i + 1).is(Role.TEEN);
    int hour = teen ? value + 10 : value;
    return value == 0 || hour > 12
        ? null
        : new Reading(teen ? i + 2 : i + 1, hour, 0, 0, false, false);
  }

  private @Nullable Reading figures(int i, boolean noun) {
    Token hour = tokens.get(i);
    if (hour.digits() == 4 && noun && hour.number() / 100 < 24 && hour.number() % 100 < 60) {
      return new Reading(i + 1, hour.number() / 100, hour.number() % 100, 0, false, false);
    }
    if (hour.digits() > 2 || hour.number() > 24 || !standsAlone(i)) {
      return null;
    }
    boolean colon = tokens.get(i + 1).isMark(":");
    boolean point = tokens.get(i + 1).isMark(".,،٫");
    boolean minutes = (colon || point) && isSixtieth(i + 2);
    if (!minutes) {
      return new Reading(i + 1, hour.number() % 24, 0, 0, false, false);
    }
    boolean seconds = colon && tokens.get(i + 3).isMark(":") && isSixtieth(i + 4);
    int end = seconds ? i + 5 : i + 3;
    return goesOn(end)
        ? null
        : new Reading(
            end,
            hour.number() % 24,
            tokens.get(i + 2).number(),
            seconds ? tokens.get(i + 4).number() : 0,
            colon,
            point);
  }

  /** Two joined digits below 60. */
  private boolean isSixtieth(int i) {
    Token token = tokens.get(i);
    return token.isNumber()
        && token.digits() == 2
        && token.number() < 60
        && token.glued()
        && tokens.get(i - 1).glued();
  }

  private boolean standsAlone(int i) {
    Token before = tokens.get(i - 1);
    return !tokens.get(i).glued()
        || before.text().isEmpty()
        || !(Character.isLetterOrDigit(before.text().charAt(0)) || before.isMark(":.,/-–+٫"));
  }

  private boolean goesOn(int i) {
    Token next = tokens.get(i);
    return next.isMark("%٪")
        || (next.glued()
            && next.isMark(":.,/٫")
            && tokens.get(i + 1).glued()
            && tokens.get(i + 1).isNumber());
  }

  private Reading withMinutes(Reading hour, boolean noun) {
    Reading whole = hour;
    for (int n = 0; n < MOST_MINUTE_WORDS; n++) {
      Reading next = tokens.get(whole.end).text().equals("الا") ? less(whole) : more(whole, noun);
      if (next == null) {
        break;
      }
      whole = next;
    }
    return whole;
  }

  private @Nullable Reading more(Reading hour, boolean noun) {
    Token and = tokens.get(hour.end);
    if (!and.text().startsWith("و")) {
      return null;
    }
    boolean alone = and.text().length() == 1;
    int j = alone ? hour.end + 1 : hour.end;
    int fraction = fraction(alone ? tokens.get(j).text() : and.text().substring(1));
    if (fraction > 0) {
      return hour.minutes(j + 1, fraction, true);
    }
    Number number = NumberWords.at(tokens, j);
    if (number == null || number.value() > 59) {
      return null;
    }
    boolean unit = isMinute(number.end());
    boolean told = unit || noun || DayPart.at(tokens, number.end()) != null;
    return told
        ? hour.minutes(unit ? number.end() + 1 : number.end(), number.value(), false)
        : null;
  }

  private @Nullable Reading less(Reading hour) {
    int j = hour.end + 1;
    int fraction = fraction(tokens.get(j).text());
    if (fraction > 0) {
      return hour.minutes(j + 1, -fraction, true);
    }
    Number number = NumberWords.at(tokens, j);
    return number != null && number.value() < 60 && isMinute(number.end())
        ? hour.minutes(number.end() + 1, -number.value(), true)
        : null;
  }

  private static int fraction(String word) {
    return switch (word) {
      case "النصف", "نصف" -> 30;
      case "الثلث", "ثلث", "ثلثا" -> 20;
      case "الربع", "ربع", "ربعا" -> 15;
      default -> 0;
    };
  }

  private boolean isMinute(int i) {
    return switch (tokens.get(i).text()) {
      case "دقيقه", "دقائق", "دقايق" -> true;
      default -> false;
    };
  }

  private @Nullable Zone zone(int i) {
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    if (token.text().equals("بالتوقيت") && next.text().equals("المحلي")) {
      return new Zone(i + 2, null);
    }
    if ((token.text().equals("بتوقيت") || token.text().equals("توقيت")) && isWord(next)) {
      int end =
          next.text().equals("مكه") && tokens.get(i + 2).text().equals("المكرمه") ? i + 3 : i + 2;
      return new Zone(end, Zones.named(next.text()));
    }
    if (token.text().equals("تغ") || token.text().equals("gmt")) {
      return new Zone(i + 1, ZoneOffset.UTC);
    }
    int j = next.isMark(".") ? i + 2 : i + 1;
    return token.text().equals("ت") && tokens.get(j).text().equals("غ")
        ? new Zone(j + 1, ZoneOffset.UTC)
        : null;
  }

  private static boolean isWord(Token token) {
    return !token.text().isEmpty() && Character.isLetter(token.text().charAt(0));
  }
}
