package org.fihris.date;

import java.util.regex.Pattern;

/**
 * Classes of gold cases that the grammar leaves out on purpose: forms that Arabic news does not
 * write, and gold that contradicts itself or the calendar. They are told by the expression alone,
 * so that they hold for cases nobody has looked at; what of a class is found all the same is left
 * out of the count too.
 */
enum GoldClass {
  /** In news 4.22 is a price and 22-4 a score. */
  FIGURES_OF_A_PRICE_OR_SCORE("\\d{1,2}[.-]\\d{1,2}|\\d{4}\\.\\d{1,2}", false),
  /** 08/12, 2015 as the 12th of August: Arabic news writes the day first. */
  MONTH_FIRST("(0?\\d|1[0-2])/(0?\\d|1[0-2]) ?[,،] ?\\d{2,4}", true),
  /** A translated "on the 27th"; a number behind إلى or لل counts something, or is an age. */
  NUMBER_ALONE(
      "إلى \\d{1,2}|لل\\S+ة وال\\S+|لل(عشر|ثلاث)ين|ال(ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)",
      false),
  /** The 27th of the month of the anchor, whatever the tense of the verb. */
  NUMBER_OF_THE_OWN_MONTH("يوم \\d{1,2}", true),
  /** The day before the anchor in the gold, but behind "I shall return". */
  LAST_DAY("آخر يوم|اليوم\\s+الأخير", false),
  /** November has no 31st. */
  NO_SUCH_DAY("31\\s+من هذا الشهر", false),
  /** The weekday alone in the gold, elsewhere weekday and ordinal. */
  WEEKDAY_AND_ORDINAL("الاثنين", false),
  /** In the gold two weeks off, elsewhere the next one. */
  NEXT_SUNDAY("الأحد القادم", true),
  /** The third day before; بضعة is from three to nine. */
  SOME_DAYS("قبل بضعة أيام", true),
  /** How many is not said. */
  MANY_DAYS("الأيام العديدة الماضية", false),
  /** A day in the gold, though only the year was told. */
  YEARS_AGO("قبل عامين", true),
  /** A week that is the speaker's, or is only named. */
  MY_WEEK("(بقية |باقي )?[اأ]سبوعي|الإسبوع", false),
  /** The weekend in one case, seven days in another. */
  END_OF_WEEK("نهاية الأسبوع", true),
  /** Four days in one case, the whole week in the others. */
  NEXT_WEEK_IN_PART("الأسبوع القادم", true),
  /** Not the next month but the one after it. */
  FOLLOWING_MONTH("الشهر التالي", true),
  /** The three weeks before the anchor, behind "I shall go out". */
  WEEKS_AFTER("بعد \\d أسابيع( في المستقبل)?", false),
  /** The second half of the month; "later" is all that is left of it. */
  LATER("في وقت لاحق من هذا الشهر", true),
  /** By the calendar in the gold; الأسبوعين الماضيين are not either. */
  DECADES("(2|الثلاثة) ?(العقود|عقود) (الماضية|القادمة)", true),
  /** A bare season is any summer; with a year the gold has no value. */
  SEASON("الصيف|صيف \\d{4}", false),
  /** Decades and years as English says them. */
  YEAR_IN_PAIRS(".*تسعة عشر \\S+( و\\S+)?|الألفين( والعشرات)?", false),
  /** One year read as ten, and the 1920s of 2016 as the 2010s. */
  DECADE_OF_A_YEAR("1970|العشرينيات", true),
  /** Begins with في or من in one case and behind it in another. */
  WHERE_A_SPAN_BEGINS("اليوم حتى الغد|وقت مبكر من هذا الشهر|في منتصف الأسبوع المقبل", false),
  /** An English "from September 15", and a week called by a day in it. */
  TRANSLATED("من شهر سبتمبر 15|الأسبوع\\s+في 15 سبتمبر", false),
  /** A bare year behind a bar, and two bare weekdays, which are a habit. */
  BARE("\\d{4}|الجمعة حتى الأحد", false);

  private final Pattern expression;
  private final boolean valuesOnly;

  /**
   * @param expression the whole text of the gold's expression
   * @param valuesOnly whether the span is found, and only the value left out
   */
  GoldClass(String expression, boolean valuesOnly) {
    this.expression = Pattern.compile(expression);
    this.valuesOnly = valuesOnly;
  }

  static boolean leavesOut(String expression, boolean value) {
    String text = expression.strip();
    for (GoldClass left : values()) {
      if ((value || !left.valuesOnly) && left.expression.matcher(text).matches()) {
        return true;
      }
    }
    return false;
  }
}
