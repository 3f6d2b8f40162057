package org.fihris.date;

/**
 * What a word can mean in a date.
 *
 * @param value number of the weekday (Monday is 1), the month, the ordinal; days from the anchor;
 *     the direction by {@link Direction#ordinal}; 0 where the role has none
 * @param ambiguous whether the word far more often means something else, so that only a number
 *     beside it makes it a part of a date
 */
record Word(Role role, int value, boolean ambiguous) {

  /** A word that dates have no use for. */
  static final Word OTHER = new Word(Role.OTHER, 0, false);

  enum Role {
    OTHER,
    WEEKDAY,
    MONTH,
    /** تشرين and كانون, which only an ordinal makes a month. */
    MONTH_STEM,
    HIJRI_MONTH,
    ORDINAL,
    /** عشر of the ordinals from 11 to 19. */
    TEEN,
    /** The twentieth, the thirtieth. */
    TENS,
    /** الماضي, الحالي, المقبل. */
    DIRECTION,
    RELATIVE_DAY,
    /** A word that is tomorrow only where a part of the day or بعد stands before it. */
    TOMORROW_NOUN,
    DAY_NOUN,
    MONTH_NOUN,
    YEAR_NOUN,
    /** عامي, الأعوام: more than one year follows. */
    YEARS_NOUN,
    WEEK_NOUN,
    /** A dual or plural of a unit of time that has no other role: شهرين, عقود. */
    UNIT,
    /** القرن: an ordinal makes it a hundred years. */
    CENTURY,
    /** السبعينيات; the value is the first of its years in a century. */
    DECADE,
    /** صيف, الصيف; the value is its first month. */
    SEASON,
    /** الربع, النصف, الثلث; the value is how many make a year. */
    FRACTION,
    /** مطلع, منتصف, أواخر; the value is the {@link Part} by its place. */
    PART,
    /** A number in words; the value is the number. */
    CARDINAL,
    /** هذا, هذه before a unit of time. */
    THIS,
    /** قبل before a length of time. */
    BEFORE,
    /** آخر before a length of time. */
    LAST,
    /** بقية, باقي before a unit of time. */
    REST,
    /** وقت, لاحقا, مبكر: a later or earlier part of a unit of time may follow. */
    LATER,
    /** عطلة نهاية الأسبوع. */
    WEEKEND,
    /** في, منذ, مطلع: what stands after them may be a bare month or year. */
    CUE,
    AFTER,
    FROM,
    TO,
    BETWEEN,
    /** الموافق between a weekday and its date. */
    CORRESPONDING,
    /** م, ميلادي after a year. */
    CHRISTIAN_ERA,
    /** ه, هجري after a year. */
    HIJRI_ERA,
    /** A word after which a clause goes on, so that the number before it counted nothing. */
    FUNCTION
  }
}
