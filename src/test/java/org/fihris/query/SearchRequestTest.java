package org.fihris.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchRequestTest {
  private static final SearchRequest REQUEST = SearchRequest.of("زلزال");
  private static final LocalDate DAY = LocalDate.of(2025, 2, 14);

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1000", "9000, 1000", "10000, 0"})
  void pagesInsideTheWindowAreAccepted(int offset, int limit) {
    SearchRequest request = REQUEST.withPage(offset, limit);

    assertThat(request.page()).isEqualTo(new Page.At(offset, limit));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 10, offset must be from 0 to 10000",
    "0, -1, limit must be from 0 to 1000",
    "0, 1001, limit must be from 0 to 1000",
    "9991, 10, offset + limit must be from 0 to 10000",
    "2147483647, 10, offset must be from 0 to 10000"
  })
  void pagesOutsideTheWindowAreRefused(int offset, int limit, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REQUEST.withPage(offset, limit))
        .withMessageContaining(message);
  }

  @Test
  void eachWitherChangesItsOwnComponentOnly() {
    List<FacetRequest> facets = List.of(FacetRequest.of(Dimension.SOURCE));
    SearchRequest changed =
        REQUEST
            .withText("هزة")
            .withSyntax(Syntax.LUCENE)
            .withWords(Words.ANY)
            .withSpelling(Spelling.AS_TYPED)
            .withFilters(Filters.NONE.with(Dimension.SOURCE, "BBC"))
            .withOrder(Order.NEWEST)
            .withPage(3, 7)
            .withFacets(facets)
            .withSnippets(SnippetOptions.NONE)
            .withEntityUse(EntityUse.WORDS_ONLY)
            .withReprints(Reprints.COLLAPSED);

    assertThat(changed)
        .isEqualTo(
            new SearchRequest(
                "هزة",
                new Interpretation(
                    Syntax.LUCENE, Words.ANY, Spelling.AS_TYPED, EntityUse.WORDS_ONLY),
                Filters.NONE.with(Dimension.SOURCE, "BBC"),
                Order.NEWEST,
                new Page.At(3, 7),
                facets,
                SnippetOptions.NONE,
                Reprints.COLLAPSED));
  }

  @Test
  void filtersKeepTheirOwnCopy() {
    List<String> sources = new ArrayList<>(List.of("BBC", "BBC"));
    Filters filters = new Filters(null, null, false, null, Map.of(Dimension.SOURCE, sources));
    sources.add("CNN");

    assertThat(filters.values()).isEqualTo(Map.of(Dimension.SOURCE, List.of("BBC")));
  }

  @Test
  void filtersAreEmptyUntilTheyNarrowSomethingDown() {
    assertThat(Filters.NONE.isEmpty()).isTrue();
    assertThat(Filters.NONE.withUndatedToo(true).isEmpty()).isTrue();
    assertThat(new Filters(null, null, false, null, Map.of(Dimension.PLACE, List.of())).isEmpty())
        .isTrue();
    assertThat(Filters.NONE.withDays(null, DAY).isEmpty()).isFalse();
    assertThat(Filters.NONE.with(Dimension.PLACE, "tunis").isEmpty()).isFalse();
    assertThat(Filters.NONE.with(Dimension.PLACE, "tunis").without(Dimension.PLACE).isEmpty())
        .isTrue();
  }

  @Test
  void oneDayIsARangeButNotABackwardOne() {
    assertThat(Filters.NONE.withDays(DAY, DAY).from()).isEqualTo(DAY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Filters.NONE.withDays(DAY, DAY.minusDays(1)))
        .withMessageContaining("2025-02-14");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025",
        "2025-Q1",
        "2025-02",
        "2025-W07",
        "2025-02-14",
        "2025-02..2025-W20",
        Dimension.UNDATED
      })
  void datesAreChosenByPath(String path) {
    assertThat(Filters.NONE.with(Dimension.DATE, path).values())
        .containsEntry(Dimension.DATE, List.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "25",
        "2025/02",
        "2025-13",
        "2025-02-30",
        "2025-Q5",
        "2025-W53",
        "2025-W00",
        "2025-",
        "2025-03..2025-02",
        "..",
        "2025-02..",
        "٢٠٢٥"
      })
  void whatIsNoDatePathIsRefused(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> Filters.NONE.with(Dimension.DATE, path));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FacetRequest.of(Dimension.DATE).withWithin(path));
  }

  @Test
  void onlyDatesHaveParts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FacetRequest.of(Dimension.SOURCE).withWithin("2025"))
        .withMessageContaining("source");
  }

  @Test
  void numbersOfFacetsSnippetsAndValuesHaveLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FacetRequest.of(Dimension.SOURCE).withLimit(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FacetRequest.of(Dimension.SOURCE).withLimit(1001));
    assertThatIllegalArgumentException().isThrownBy(() -> new SnippetOptions(11, 160));
    assertThatIllegalArgumentException().isThrownBy(() -> new SnippetOptions(1, 19));
    List<String> many = IntStream.rangeClosed(0, 1000).mapToObj(i -> "s" + i).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Filters(null, null, false, null, Map.of(Dimension.SOURCE, many)));
  }

  @ParameterizedTest
  @CsvSource({
    "date, DATE",
    "Sources, SOURCE",
    "section, CATEGORY",
    "people, PERSON",
    "PLACE, PLACE",
    "organization, ORGANISATION",
    "' org ', ORGANISATION",
    "منظّمه, ORGANISATION",
    "تاريخ, DATE"
  })
  void dimensionsAreFoundByLenientKeys(String key, Dimension dimension) {
    assertThat(Dimension.fromKey(key)).contains(dimension);
    assertThat(Dimension.fromKey(dimension.key())).contains(dimension);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "author", "dat"})
  void otherKeysAreNoDimension(String key) {
    assertThat(Dimension.fromKey(key)).isEmpty();
  }
}
