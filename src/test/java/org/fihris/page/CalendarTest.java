package org.fihris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.fihris.query.DateStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days in words, in two calendars and two languages. */
final class CalendarTest {
  private static final Calendar ARABIC = new Calendar(Texts.in(Language.ARABIC));
  private static final Calendar ENGLISH = new Calendar(Texts.in(Language.ENGLISH));

  /** The first days of months as Saudi Arabia announced them by the calendar of Umm al-Qura. */
  @ParameterizedTest
  @CsvSource({
    "2018-03-09, 9 مارس 2018, 21 جمادى الآخرة 1439 هـ",
    "2024-03-11, 11 مارس 2024, 1 رمضان 1445 هـ",
    "2025-06-26, 26 يونيو 2025, 1 محرم 1447 هـ",
    "2023-06-28, 28 يونيو 2023, 10 ذو الحجة 1444 هـ"
  })
  void aDayHasTwoDates(LocalDate day, String gregorian, String hijri) {
    assertThat(ARABIC.day(day)).isEqualTo(gregorian);
    assertThat(ARABIC.hijri(day)).isEqualTo(hijri);
  }

  @Test
  void english() {
    assertThat(ENGLISH.longDay(LocalDate.of(2024, 3, 11))).isEqualTo("Monday, 11 March 2024");
    assertThat(ENGLISH.hijri(LocalDate.of(2024, 3, 11))).isEqualTo("1 Ramadan 1445 AH");
  }

  @Test
  void whereTheTablesOfTheHijraEndThereIsNoSuchDate() {
    assertThat(ARABIC.hijri(LocalDate.of(1700, 1, 1))).isNull();
    assertThat(ARABIC.hijri(LocalDate.of(9999, 1, 1))).isNull();
  }

  @Test
  void aWholeMonthOrYearIsCalledByItsName() {
    LocalDate first = LocalDate.of(2024, 2, 1);
    assertThat(ENGLISH.between(first, LocalDate.of(2024, 2, 29))).isEqualTo("February 2024");
    assertThat(ENGLISH.between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
        .isEqualTo("2024");
    assertThat(ENGLISH.between(first, first)).isEqualTo("1 February 2024");
    assertThat(ENGLISH.between(first, LocalDate.of(2024, 2, 28)))
        .isEqualTo("1 February 2024 – 28 February 2024");
    assertThat(ENGLISH.between(first, null)).isEqualTo("since 1 February 2024");
    assertThat(ENGLISH.between(null, first)).isEqualTo("until 1 February 2024");
    assertThat(ENGLISH.period(DateStep.QUARTER, LocalDate.of(2024, 4, 1)))
        .isEqualTo("Quarter 2 of 2024");
  }
}
