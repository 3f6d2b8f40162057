package org.fihris.date;

import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/** Numbers in words, as years and counts have them: ثلاثة عشر, ألفين وسبعة وعشرين. */
final class NumberWords {

  /** A number; {@code end} is the token after its last. */
  record Number(int end, int value) {}

  static final String SPELLINGS =
      """
      1 واحد واحدة إحدى
      2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي
      3 ثلاثة ثلاث الثلاثة الثلاث
      4 أربعة أربع الأربعة الأربع
      5 خمسة خمس الخمسة الخمس
      6 ستة ست الستة الست
      7 سبعة سبع السبعة السبع
      8 ثمانية ثماني ثمان الثمانية الثماني
      9 تسعة تسع التسعة التسع
      10 العشرة العشر
      40 أربعون أربعين الأربعين
      50 خمسون خمسين الخمسين
      60 ستون ستين الستين
      70 سبعون سبعين السبعين
      80 ثمانون ثمانين الثمانين
      90 تسعون تسعين التسعين
      100 مائة مئة
      200 مائتان مائتين مئتان مئتين
      300 ثلاثمائة ثلاثمئة
      400 أربعمائة أربعمئة
      500 خمسمائة خمسمئة
      600 ستمائة ستمئة
      700 سبعمائة سبعمئة
      800 ثمانمائة ثمانمئة
      900 تسعمائة تسعمئة
      1000 ألف
      2000 ألفان ألفين
      """;

  private static final int MOST_PARTS = 6;

  private NumberWords() {}

  /** The number at {@code i}, in words or up to four digits; {@code null} if none is there. */
  static @Nullable Number at(DateTokens tokens, int i) {
    Token first = tokens.get(i);
    if (first.isNumber()) {
      return first.digits() <= 4 ? new Number(i + 1, first.number()) : null;
    }
    return words(tokens, i);
  }

  /** The number in words at {@code i}. */
  static @Nullable Number words(DateTokens tokens, int i) {
    // أحد alone is "one of", but أحد عشر eleven.
    boolean eleven = tokens.get(i).text().equals("احد") && tokens.get(i + 1).is(Role.TEEN);
    int total = eleven ? 1 : part(tokens.get(i));
    if (total <= 0) {
      return null;
    }
    int j = i + 1;
    if (total < 10 && tokens.get(j).is(Role.TEEN)) {
      total += 10;
      j++;
    }
    for (int n = 0; n < MOST_PARTS; n++) {
      int at = tokens.get(j).text().equals("و") ? j + 1 : j;
      if (!tokens.get(j).startsWithAnd()) {
        break;
      }
      int next = part(tokens.get(at));
      if (next <= 0 || !fits(total, next)) {
        break;
      }
      total += next;
      j = at + 1;
      if (next < 10 && tokens.get(j).is(Role.TEEN)) {
        total += 10;
        j++;
      }
    }
    return new Number(j, total);
  }

  /** Whether a part may follow: the units before the tens, else the greater first. */
  private static boolean fits(int total, int next) {
    if (next >= 1000) {
      return false;
    }
    if (next >= 100) {
      return total % 1000 == 0;
    }
    int below = total % 100;
    return below == 0 || (next >= 20 && below < 10);
  }

  private static int part(Token token) {
    return switch (token.word().role()) {
      case CARDINAL, TENS, TEEN -> token.word().value();
      case OTHER, WEEKDAY, MONTH, MONTH_STEM, HIJRI_MONTH, ORDINAL, DIRECTION -> 0;
      case RELATIVE_DAY, TOMORROW_NOUN, DAY_NOUN, MONTH_NOUN, YEAR_NOUN, YEARS_NOUN -> 0;
      case CUE, AFTER, FROM, TO, BETWEEN, CORRESPONDING, CHRISTIAN_ERA, HIJRI_ERA -> 0;
      case FUNCTION, WEEK_NOUN, UNIT, CENTURY, DECADE, SEASON, FRACTION, PART, THIS -> 0;
      case BEFORE, LAST, REST, LATER, WEEKEND -> 0;
    };
  }
}
