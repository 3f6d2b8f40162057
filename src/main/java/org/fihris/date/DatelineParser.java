package org.fihris.date;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.Dateline.Label;
import org.fihris.date.PublicationDate.Precision;
import org.fihris.date.Word.Role;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a line that is a date and nothing else: labels, weekdays, times, zones and the
 * same day in the Hijri calendar may stand beside it, anything more makes it no dateline.
 */
final class DatelineParser {

  private static final Set<String> PUBLISHED =
      folded("نشر النشر نشرت نشرها المنشور published posted الإنشاء");
  private static final Set<String> UPDATED =
      folded("تحديث التحديث تحديثه حدث محدث محدثة تعديل التعديل updated modified");
  private static final Set<String> FILLERS =
      folded(
          "تاريخ التاريخ بتاريخ تم آخر اخر في يوم الساعة ساعة بتوقيت توقيت الموافق من و t at on"
              + " last date time المحلي محلي عند هذا المقال الخبر المقالة the is");

  /** Cities by whose time a time is given; without one they are the place of a picture. */
  private static final Set<String> CITIES =
      folded(
          "القاهرة مكة المكرمة أبوظبي ابوظبي السعودية الإمارات بيروت دمشق بغداد تونس الرباط الجزائر"
              + " القدس عمان الدوحة الكويت الرياض مصر فلسطين");

  private static final Set<String> MORNING = folded("ص صباحا صباح am فجرا");
  private static final Set<String> EVENING = folded("م مساء pm عصرا ظهرا ليلا");
  private static final String MARKS = "|،,:-–—•·.()[]/\\*@؛~_#›»«>+";

  private final DateTokens tokens;
  private final ExpressionParser expressions;
  private final HijriParser moon;
  private final List<Dateline> found = new ArrayList<>();
  private Label label = Label.NONE;
  private int weekday;
  private @Nullable LocalTime time;
  private Precision precision = Precision.DAY;
  private @Nullable ZoneOffset zone;
  private @Nullable Stated stated;

  private DatelineParser(DateTokens tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens, null);
    this.moon = new HijriParser(tokens, null);
  }

  /** The dates of a line of dates, in order; empty if the line is anything else. */
  static List<Dateline> parse(CharSequence line) {
    DatelineParser parser = new DatelineParser(new DateTokens(line));
    return parser.parseAll() ? List.copyOf(parser.found) : List.of();
  }

  private boolean parseAll() {
    for (int i = 0; i < tokens.size(); ) {
      int next = step(i);
      if (next < 0) {
        return false;
      }
      i = next;
    }
    close();
    return true;
  }

  /** The token after what stands at {@code i}, or -1 if that has no place in a dateline. */
  private int step(int i) {
    Token token = tokens.get(i);
    Parsed date = expressions.date(i);
    if (date != null) {
      return take(date);
    }
    int afterTime = time(i);
    if (afterTime > i) {
      return afterTime;
    }
    // 02:21 (GMT+0400): the zone of a time stands in brackets.
    int afterOffset = time == null || !isGreenwich(token) ? i : offset(i);
    if (afterOffset > i) {
      return afterOffset;
    }
    int afterHijri = hijri(i);
    if (afterHijri > i) {
      return afterHijri;
    }
    if (token.is(Role.WEEKDAY)) {
      weekday = token.word().value();
      return i + 1;
    }
    if (isLabel(token)) {
      return i + 1;
    }
    boolean allowed =
        FILLERS.contains(token.text()) || token.isMark(MARKS) || (time != null && isCity(i));
    return allowed || zone(i) ? i + 1 : -1;
  }

  private boolean isCity(int i) {
    int j = i;
    while (CITIES.contains(tokens.get(j).text())) {
      j--;
    }
    return j < i && tokens.get(j).text().endsWith("توقيت");
  }

  private int take(Parsed date) {
    if (stated != null) {
      close();
      label = Label.NONE;
    }
    stated = date.stated();
    if (date.stated().weekday() != 0) {
      weekday = date.stated().weekday();
    }
    return date.end();
  }

  /** Ends a date and begins to wait for the next one. */
  private void close() {
    if (stated != null) {
      found.add(new Dateline(label, stated, weekday, time, zone, precision));
    }
    stated = null;
    weekday = 0;
    time = null;
    zone = null;
  }

  private boolean isLabel(Token token) {
    Label read =
        PUBLISHED.contains(token.text())
            ? Label.PUBLISHED
            : UPDATED.contains(token.text()) ? Label.UPDATED : null;
    if (read == null) {
      return false;
    }
    close();
    label = read;
    return true;
  }

  private int time(int i) {
    Token hour = tokens.get(i);
    Token minute = tokens.get(i + 2);
    if (!hour.isNumber()
        || !tokens.get(i + 1).isMark(":٫.")
        || !minute.isNumber()
        || minute.digits() != 2) {
      return i;
    }
    int end = i + 3;
    int second = 0;
    Precision read = Precision.MINUTE;
    if (tokens.get(end).isMark(":") && tokens.get(end + 1).isNumber()) {
      second = tokens.get(end + 1).number();
      read = Precision.SECOND;
      end += 2;
    }
    int hours = twelveHour(hour.number(), tokens.get(end).text());
    if (hours > 23 || minute.number() > 59 || second > 59) {
      return i;
    }
    time = LocalTime.of(hours, minute.number(), second);
    precision = read;
    boolean half = MORNING.contains(tokens.get(end).text()) || isEvening(end);
    return offset(half ? end + 1 : end);
  }

  private int twelveHour(int hour, String half) {
    if (EVENING.contains(half)) {
      return hour < 12 ? hour + 12 : hour;
    }
    return MORNING.contains(half) && hour == 12 ? 0 : hour;
  }

  private boolean isEvening(int i) {
    return EVENING.contains(tokens.get(i).text());
  }

  private static boolean isGreenwich(Token token) {
    return token.text().equals("gmt") || token.text().equals("utc");
  }

  /** Takes +0400, -05:00 or GMT+3 after a time; gives the token after it. */
  private int offset(int i) {
    int j = isGreenwich(tokens.get(i)) ? i + 1 : i;
    Token sign = tokens.get(j);
    Token digits = tokens.get(j + 1);
    // In 16:42-13 فبراير the dash joins time and day.
    boolean day = sign.isMark("-") && expressions.date(j + 1) != null;
    if (!sign.isMark("+-")
        || !digits.isNumber()
        || !digits.glued()
        || digits.digits() == 3
        || day) {
      return i;
    }
    boolean withMinutes = digits.digits() == 4;
    boolean colon = tokens.get(j + 2).isMark(":") && tokens.get(j + 3).isNumber();
    int hours = withMinutes ? digits.number() / 100 : digits.number();
    int minutes = withMinutes ? digits.number() % 100 : colon ? tokens.get(j + 3).number() : 0;
    ZoneOffset read = Zones.of(sign.isMark("-"), hours, minutes);
    if (read == null) {
      return i;
    }
    zone = read;
    return !withMinutes && colon ? j + 4 : j + 2;
  }

  private boolean zone(int i) {
    ZoneOffset named = Zones.named(tokens.get(i).text());
    if (named == null) {
      return false;
    }
    zone = named;
    return true;
  }

  /** 14 شعبان 1446 هـ beside the same day of the other calendar; needs its month to be told. */
  private int hijri(int i) {
    int j = tokens.get(i).isNumber() && tokens.get(i).digits() <= 2 ? i + 1 : i;
    while (tokens.get(j).is(Role.CORRESPONDING) || tokens.get(j).isMark("-/")) {
      j++;
    }
    int end = moon.endOfName(j);
    if (end == j) {
      return i;
    }
    j = end;
    j = tokens.get(j).isMark("،,") ? j + 1 : j;
    Token year = tokens.get(j);
    j = year.digits() == 4 && year.number() >= 1300 && year.number() < 1500 ? j + 1 : j;
    return tokens.get(j).is(Role.HIJRI_ERA) ? j + 1 : j;
  }

  private static Set<String> folded(String words) {
    return Arrays.stream(Folding.fold(words).split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
