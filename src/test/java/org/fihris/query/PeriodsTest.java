package org.fihris.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Periods of the calendar, as they are counted by and written. */
class PeriodsTest {
  @ParameterizedTest
  @EnumSource(DateStep.class)
  void aPeriodIsWrittenAsItIsRead(DateStep step) {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      LocalDate day = LocalDate.of(1000, 1, 1).plusDays(random.nextInt(3_000_000));
      for (DayOfWeek weekStart : DayOfWeek.values()) {
        LocalDate first = step.first(day, weekStart);
        LocalDate next = step.plus(first, 1);

        assertThat(day).isBetween(first, next.minusDays(1));
        assertThat(step.first(next, weekStart)).isEqualTo(next);
        assertThat(Period.parse(step.value(first)))
            .as("%s of %s from %s", step, day, weekStart)
            .isEqualTo(new Period(first, next.minusDays(1)));
        int periods = random.nextInt(-100, 100);
        assertThat(step.between(first, step.plus(first, periods))).isEqualTo(periods);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-W53, 2020-12-28, 2021-01-03",
    "2019-w01, 2018-12-31, 2019-01-06",
    "2024-Q1, 2024-01-01, 2024-03-31",
    "2024-02, 2024-02-01, 2024-02-29",
    "2018-W52..2019, 2018-12-24, 2019-12-31"
  })
  void weeksAndQuartersHaveTheirDays(String text, LocalDate from, LocalDate to) {
    assertThat(Period.parse(text)).isEqualTo(new Period(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "2025, YEAR, MONTH",
    "2025, QUARTER, QUARTER",
    "2025, DAY, DAY",
    "2025-Q1, YEAR, MONTH",
    "2025-Q1, WEEK, WEEK",
    "2025-02, MONTH, DAY",
    "2025-02, WEEK, WEEK",
    "2025-W07, YEAR, DAY",
    "2025-02-14, WEEK, DAY",
    "2024..2025, YEAR, YEAR"
  })
  void withinAPeriodShorterOnesAreCounted(String within, DateStep step, DateStep counted) {
    Periods periods = Periods.YEARS.withStep(step).withWithin(within);

    assertThat(periods.counted()).isEqualTo(counted);
  }

  @Test
  void withoutAPeriodTheStepIsTheOneAskedFor() {
    for (DateStep step : DateStep.values()) {
      assertThat(Periods.YEARS.withStep(step).counted()).isEqualTo(step);
    }
  }
}
