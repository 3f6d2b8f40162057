package org.fihris.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchParametersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-02-14T09:30:00Z"), ZoneOffset.UTC);
  private static final SearchRequest USUAL = SearchRequest.of("");
  private static final SearchParameters PARAMETERS = new SearchParameters(USUAL, CLOCK);

  @Test
  void nothingSaidIsAsUsual() {
    assertThat(PARAMETERS.read(new ParameterValues(Map.of()))).isEqualTo(USUAL);
    assertThat(PARAMETERS.write(USUAL)).isEmpty();
  }

  @Test
  void theEmptyFieldsOfAFormSayNothing() {
    ParameterValues values =
        new ParameterValues(
            Map.of(
                "q",
                List.of(""),
                "from",
                List.of(""),
                "source",
                List.of("", " "),
                "sort",
                List.of("")));

    assertThat(PARAMETERS.read(values)).isEqualTo(USUAL);
    assertThat(values.faults()).isEmpty();
  }

  @Test
  void aSearchOfManyConditions() {
    ParameterValues values =
        new ParameterValues(
            Map.of(
                "q", List.of("زلزال"),
                "from", List.of("2025-02-01"),
                "source", List.of("الأهرام", "الحياة"),
                "sort", List.of("recent"),
                "half-life", List.of("12h"),
                "as-of", List.of("2025-02-13"),
                "facet", List.of("month", "person"),
                "facet-limit", List.of("5"),
                "gaps", List.of("true"),
                "reprints", List.of("collapsed")));

    SearchRequest read = PARAMETERS.read(values);

    assertThat(values.faults()).isEmpty();
    assertThat(read)
        .isEqualTo(
            SearchRequest.of("زلزال")
                .withFilters(
                    Filters.NONE
                        .withDays(LocalDate.of(2025, 2, 1), null)
                        .with(Dimension.SOURCE, "الأهرام")
                        .with(Dimension.SOURCE, "الحياة"))
                .withOrder(
                    new Order.Recent(Duration.ofHours(12), Instant.parse("2025-02-14T00:00:00Z")))
                .withFacets(
                    List.of(
                        FacetRequest.of(Dimension.DATE)
                            .withLimit(5)
                            .withPeriods(Periods.YEARS.withStep(DateStep.MONTH).withGaps(true)),
                        FacetRequest.of(Dimension.PERSON).withLimit(5)))
                .withReprints(Reprints.COLLAPSED));
  }

  @ParameterizedTest
  @CsvSource({
    "from, 2025-2-1, 'no day; write it as 2025-02-13'",
    "to, +999999999-12-31, 'no day; write it as 2025-02-13'",
    "today, أمس, 'no day; write it as 2025-02-13'",
    "as-of, 2025-02-30, 'no day; write it as 2025-02-13'",
    "zone, Cairo, 'no zone; write it as Africa/Cairo or +03:00'",
    "date, 2025-13, 'no period; write it as 2025, 2025-Q1, 2025-02'",
    "within, yesterday, 'expected a year, quarter, month'",
    "sort, best, 'none of index, newest, oldest, recent, relevance'",
    "half-life, 7 years, 'no time; write it as 90m, 12h, 7d or 4w'",
    "half-life, 0m, 'from 1 minute to 36525 days'",
    "words, some, 'none of all, any'",
    "spelling, all, 'none of any, typed'",
    "syntax, sql, 'none of fihris, lucene, plain'",
    "no-entities, yes, 'none of false, true'",
    "limit, 1001, 'no number from 0 to 1000'",
    "limit, ten, 'no number from 0 to 1000'",
    "offset, -1, 'no number from 0 to 10000'",
    "offset, 9999, 'hit 10,000 at most; further hits are reached with after'",
    "snippets, 11, 'no number from 0 to 10'",
    "list-reprints, 101, 'no number from 0 to 100'",
    "reprints, folded, 'none of collapsed, separate'",
    "facet, colour, 'no facet; known are date, quarter, month'",
    "facet-limit, 1001, 'no number from 0 to 1000'",
    "lang, fr, 'no language of labels; known are ar and en'",
    "week-start, samstag, 'none of friday, monday'",
  })
  void whatCannotBeUsedIsAFaultThatSaysHowItIsWrittenAndIsLeftOut(
      String name, String value, String message) {
    ParameterValues values =
        new ParameterValues(
            name.equals("half-life") || name.equals("as-of")
                ? Map.of(name, List.of(value), "sort", List.of("recent"))
                : Map.of(name, List.of(value)));

    SearchRequest read = PARAMETERS.read(values);

    assertThat(values.faults()).hasSize(1);
    assertThat(values.faults().getFirst().name()).isEqualTo(name);
    assertThat(values.faults().getFirst().message()).contains(message);
    assertThat(read.withOrder(USUAL.order())).isEqualTo(USUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "from, 2025-02-02, to, 2025-02-01, from, 'is after the last'",
    "half-life, 7d, sort, newest, half-life, needs sort=recent",
    "after, abc, offset, 10, offset, after and offset exclude each other",
  })
  void whatDoesNotGoTogetherIsAFault(
      String one, String value, String other, String otherValue, String name, String message) {
    ParameterValues values =
        new ParameterValues(Map.of(one, List.of(value), other, List.of(otherValue)));

    PARAMETERS.read(values);

    assertThat(values.faults()).singleElement().extracting(ParameterFault::name).isEqualTo(name);
    assertThat(values.faults().getFirst().message()).contains(message);
  }

  @Test
  void ofSeveralValuesWhereOneIsWantedTheFirstIsTaken() {
    ParameterValues values = new ParameterValues(Map.of("q", List.of("زلزال", "حريق")));

    assertThat(PARAMETERS.read(values).text()).isEqualTo("زلزال");
    assertThat(values.faults())
        .containsExactly(new ParameterFault("q", "may be given once, not 2 times"));
  }

  @Test
  void moreFilterValuesThanMayBeChosenAreLeftOut() {
    ParameterValues values =
        new ParameterValues(
            Map.of(
                "source", Collections.nCopies(Filters.MAX_VALUES, "a"),
                "person", List.of("b")));

    Filters filters = PARAMETERS.read(values).filters();

    assertThat(values.faults()).extracting(ParameterFault::name).containsExactly("person");
    assertThat(filters.values()).containsOnlyKeys(Dimension.SOURCE);
  }

  @Test
  void whatNoParameterTakesAwayCannotBeUsual() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SearchParameters(SearchRequest.of("زلزال"), CLOCK));
  }
}
