package org.fihris.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A search written as parameters is read as the same search, whatever it is. */
final class SearchParametersProperties {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-02-14T09:30:00Z"), ZoneOffset.UTC);

  private static final List<SearchRequest> USUAL =
      List.of(
          SearchRequest.of(""),
          SearchRequest.of("")
              .withOrder(Order.NEWEST)
              .withLimit(20)
              .withReprints(new Reprints.Collapsed(3))
              .withSnippets(SnippetOptions.NONE)
              .withFacets(List.of(FacetRequest.of(Dimension.PERSON).withLimit(7))));

  @Property(tries = 2000)
  void whatIsWrittenIsReadAgain(
      @ForAll("requests") SearchRequest request, @ForAll("usual") SearchRequest usual) {
    SearchParameters parameters = new SearchParameters(usual, CLOCK);
    SearchRequest asked =
        request.withSnippets(
            new SnippetOptions(request.snippets().count(), usual.snippets().length()));

    Map<String, List<String>> written = parameters.write(asked);
    ParameterValues values = new ParameterValues(written);

    assertThat(parameters.read(values)).isEqualTo(asked);
    assertThat(values.faults()).isEmpty();
    assertThat(SearchParameters.NAMES).containsAll(written.keySet());
  }

  @Property(tries = 2000)
  void noTextThrowsAndWhatIsReadCanBeWritten(
      @ForAll("anyValues") Map<String, List<String>> given, @ForAll("usual") SearchRequest usual) {
    SearchParameters parameters = new SearchParameters(usual, CLOCK);

    SearchRequest read = parameters.read(new ParameterValues(given));

    ParameterValues again = new ParameterValues(parameters.write(read));
    assertThat(parameters.read(again)).isEqualTo(read);
    assertThat(again.faults()).isEmpty();
  }

  @Provide
  Arbitrary<SearchRequest> usual() {
    return Arbitraries.of(USUAL);
  }

  @Provide
  Arbitrary<SearchRequest> requests() {
    return Combinators.combine(
            texts(), interpretations(), filters(), orders(), pages(), facets(), reprints())
        .as(
            (text, interpretation, filters, order, page, facets, reprints) ->
                new SearchRequest(
                    text,
                    interpretation,
                    filters,
                    order,
                    page,
                    facets,
                    SnippetOptions.USUAL.count() == page.limit()
                        ? SnippetOptions.NONE
                        : SnippetOptions.USUAL,
                    reprints));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("", "زلزال", "\"مجلس الوزراء\" -رياضة", "a&b=c+d%20 #?", "<script>", "؟");
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.of("1990-01-01", "2025-02-13", "2025-02-14").map(LocalDate::parse);
  }

  private static Arbitrary<Interpretation> interpretations() {
    return Combinators.combine(
            Arbitraries.of(Syntax.class),
            Arbitraries.of(Words.class),
            Arbitraries.of(Spelling.class),
            Arbitraries.of(EntityUse.class),
            days().injectNull(0.5))
        .as(Interpretation::new);
  }

  private static Arbitrary<Filters> filters() {
    Arbitrary<Map<Dimension, List<String>>> values =
        Combinators.combine(
                Arbitraries.of("2025", "2025-W07", "2025-02..2025-04", "undated")
                    .list()
                    .ofMaxSize(2),
                Arbitraries.of("الأهرام", "A, B", "unknown").list().ofMaxSize(3),
                Arbitraries.of("donald-trump", "دونالد ترامب").list().ofMaxSize(2))
            .as(
                (dates, sources, persons) -> {
                  Map<Dimension, List<String>> map = new EnumMap<>(Dimension.class);
                  map.put(Dimension.DATE, dates);
                  map.put(Dimension.SOURCE, sources);
                  map.put(Dimension.PERSON, persons);
                  return map;
                });
    return Combinators.combine(
            days().injectNull(0.5),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of("Africa/Cairo", "+03:00", "Z").map(ZoneId::of).injectNull(0.5),
            values)
        .as(
            (from, open, undated, zone, chosen) ->
                new Filters(from, open ? null : from, undated, zone, chosen));
  }

  private static Arbitrary<Order> orders() {
    Arbitrary<Order> recent =
        Combinators.combine(
                Arbitraries.of(1, 60, 90, 1440, 7 * 1440, 36_525 * 1440),
                Arbitraries.of("2025-02-14T09:30:00Z", "2025-01-31T00:00:00Z"))
            .as(
                (minutes, now) ->
                    new Order.Recent(Duration.ofMinutes(minutes), Instant.parse(now)));
    return Arbitraries.oneOf(Arbitraries.of(Order.Fixed.class), recent);
  }

  private static Arbitrary<Page> pages() {
    Arbitrary<Integer> limits = Arbitraries.of(0, 2, 10, 20, 1000);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(0, 10, 9000), limits).as(Page.At::new),
        Combinators.combine(Arbitraries.of("AbC-_9", "x".repeat(Page.MAX_CURSOR_LENGTH)), limits)
            .as(Page.After::new));
  }

  private static Arbitrary<List<FacetRequest>> facets() {
    return Combinators.combine(
            Arbitraries.of("year", "month", "week", "source", "person")
                .map(name -> FacetRequest.named(name).orElseThrow())
                .list()
                .uniqueElements()
                .ofMaxSize(4),
            Arbitraries.of(1, 10, 1000),
            Arbitraries.of("ترا", "b").injectNull(0.5),
            Arbitraries.of(LabelLanguage.class),
            Arbitraries.of("2025", "2025-02..2025-03").injectNull(0.5),
            Arbitraries.of(true, false),
            Arbitraries.of(DayOfWeek.class))
        .as(
            (facets, limit, find, language, within, gaps, weekStart) ->
                facets.stream()
                    .map(facet -> facet.withLimit(limit).withFind(find).withLanguage(language))
                    .map(
                        facet ->
                            facet.dimension() == Dimension.DATE
                                ? facet.withPeriods(
                                    new Periods(facet.periods().step(), within, gaps, weekStart))
                                : facet)
                    .toList());
  }

  private static Arbitrary<Reprints> reprints() {
    return Arbitraries.of(
        Reprints.SEPARATE,
        Reprints.COLLAPSED,
        new Reprints.Collapsed(3),
        new Reprints.Collapsed(0));
  }

  @Provide
  Arbitrary<Map<String, List<String>>> anyValues() {
    Arbitrary<String> names = Arbitraries.of(SearchParameters.NAMES.stream().sorted().toList());
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.of(
                "",
                "recent",
                "true",
                "2025-02-13",
                "+999999999-12-31",
                "9999-12-31",
                "0000-01-01",
                "2025-02-30",
                "2025..2024",
                "99999999999999",
                "-1",
                "NaN",
                "1e9",
                "all",
                "index",
                "person",
                "month",
                "month",
                "7d",
                "999999999w",
                "sunday",
                "en",
                "10000",
                "Africa/Cairo",
                "<script>alert(1)</script>",
                "\ud800"));
    return Arbitraries.maps(names, values.list().ofMinSize(1).ofMaxSize(3)).ofMaxSize(8);
  }
}
