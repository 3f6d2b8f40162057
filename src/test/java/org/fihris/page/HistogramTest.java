package org.fihris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fihris.query.DateStep;
import org.fihris.query.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts by time as bars. */
final class HistogramTest {
  private static final Texts ARABIC = Texts.in(Language.ARABIC);
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

  private static Histogram of(Map<String, Long> counts, DateStep step, Texts texts) {
    NavigableMap<LocalDate, Long> days = new TreeMap<>();
    counts.forEach((day, count) -> days.put(LocalDate.parse(day), count));
    return Histogram.of(
        days, step, List.of(), new Calendar(texts), texts, p -> p.from() + ".." + p.to());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-01, 2024-02-29, DAY",
    "2024-01-01, 2024-04-01, WEEK",
    "2023-01-01, 2024-12-31, MONTH",
    "2012-01-01, 2018-12-31, QUARTER",
    "1990-01-01, 2018-12-31, YEAR",
    "2024-02-01, 2024-02-01, DAY"
  })
  void theStepFitsTheStretch(LocalDate from, LocalDate to, DateStep step) {
    assertThat(Histogram.step(from, to)).isEqualTo(step);
  }

  @Test
  void gapsAreBarsOfNothingAndLeadSomewhereAllTheSame() {
    Histogram drawn = of(Map.of("2024-01-01", 4L, "2024-04-01", 2L), DateStep.MONTH, ENGLISH);
    assertThat(drawn.bars()).extracting(Histogram.Bar::count).containsExactly(4L, 0L, 0L, 2L);
    assertThat(drawn.bars().get(1).href()).isEqualTo("2024-02-01..2024-02-29");
    assertThat(drawn.bars().get(1).label()).isEqualTo("February 2024: 0 articles");
    assertThat(drawn.bars().get(0).height()).isEqualTo("84.000%");
    assertThat(drawn.bars().get(3).height()).isEqualTo("42.000%");
    assertThat(drawn.most()).isEqualTo("4");
  }

  @Test
  void timeRunsAsTheLanguageIsRead() {
    Map<String, Long> counts = Map.of("2023-01-01", 1L, "2024-01-01", 1L);
    assertThat(of(counts, DateStep.YEAR, ENGLISH).bars())
        .extracting(Histogram.Bar::x)
        .containsExactly("0.000%", "50.000%");
    assertThat(of(counts, DateStep.YEAR, ARABIC).bars())
        .extracting(Histogram.Bar::x)
        .containsExactly("50.000%", "0.000%");
  }

  @Test
  void monthsAreAddedUpToLongerPeriods() {
    Histogram drawn =
        of(Map.of("2024-01-01", 1L, "2024-03-01", 2L, "2024-04-01", 5L), DateStep.QUARTER, ENGLISH);
    assertThat(drawn.bars()).extracting(Histogram.Bar::count).containsExactly(3L, 5L);
  }

  @Test
  void aWrongYearInAnArchiveDoesNotMakeBarsWithoutEnd() {
    Histogram drawn = of(Map.of("0001-01-01", 1L, "2024-01-01", 1L), DateStep.YEAR, ENGLISH);
    assertThat(drawn.bars()).hasSizeLessThan(400);
  }

  @Test
  void thePeriodsThatAreFilteredByStandOut() {
    NavigableMap<LocalDate, Long> days = new TreeMap<>();
    days.put(LocalDate.of(2023, 1, 1), 1L);
    days.put(LocalDate.of(2024, 1, 1), 1L);
    Histogram drawn =
        Histogram.of(
            days,
            DateStep.YEAR,
            List.of(Period.parse("2024-05")),
            new Calendar(ENGLISH),
            ENGLISH,
            Period::toString);
    assertThat(drawn.bars()).extracting(Histogram.Bar::chosen).containsExactly(false, true);
  }
}
