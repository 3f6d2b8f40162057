package org.fihris.query;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What hits are counted by, as parameters: {@code facet} names one of the counts and may be given
 * again, the others hold for all of them.
 */
final class FacetParameters {
  private static final String FACET = "facet";
  private static final String FACET_LIMIT = "facet-limit";
  private static final String FIND = "find";
  private static final String LANG = "lang";
  private static final String WITHIN = "within";
  private static final String GAPS = "gaps";
  private static final String WEEK_START = "week-start";

  static final List<String> NAMES =
      List.of(FACET, FACET_LIMIT, FIND, LANG, WITHIN, GAPS, WEEK_START);

  static final Map<String, LabelLanguage> LANGUAGES =
      Map.of("ar", LabelLanguage.ARABIC, "en", LabelLanguage.ENGLISH);

  private static final Map<String, DayOfWeek> WEEKDAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  day -> day.name().toLowerCase(Locale.ROOT), Function.identity()));

  private FacetParameters() {}

  static List<FacetRequest> read(ParameterValues values, List<FacetRequest> usual) {
    List<FacetRequest> facets = values.has(FACET) ? named(values) : usual;
    int limit = values.number(FACET_LIMIT, 0, FacetRequest.MAX_LIMIT, -1);
    String find = values.text(FIND);
    LabelLanguage language = values.read(LANG, FacetParameters::language);
    UnaryOperator<Periods> periods = periods(values);
    if (limit == 0) {
      return List.of();
    }
    return facets.stream()
        .map(facet -> limit < 0 ? facet : facet.withLimit(limit))
        .map(facet -> find == null ? facet : facet.withFind(find))
        .map(facet -> language == null ? facet : facet.withLanguage(language))
        .map(
            facet ->
                facet.dimension() == Dimension.DATE
                    ? facet.withPeriods(periods.apply(facet.periods()))
                    : facet)
        .toList();
  }

  private static LabelLanguage language(String value) {
    LabelLanguage language = LANGUAGES.get(value);
    if (language == null) {
      throw new IllegalArgumentException(
          "'" + Excerpt.shortened(value) + "' is no language of labels; known are ar and en");
    }
    return language;
  }

  private static List<FacetRequest> named(ParameterValues values) {
    Set<FacetRequest> facets = new LinkedHashSet<>();
    for (String name : values.all(FACET)) {
      FacetRequest.named(name)
          .ifPresentOrElse(
              facets::add,
              () ->
                  values.addFault(
                      FACET,
                      "'%s' is no facet; known are %s"
                          .formatted(Excerpt.shortened(name), FacetRequest.KNOWN_NAMES)));
    }
    return List.copyOf(facets);
  }

  private static UnaryOperator<Periods> periods(ParameterValues values) {
    String within =
        values.read(
            WITHIN,
            period -> {
              Period.parse(period);
              return period;
            });
    @Nullable Boolean gaps = values.has(GAPS) ? values.flag(GAPS, false) : null;
    @Nullable DayOfWeek weekStart =
        values.has(WEEK_START) ? values.choice(WEEK_START, WEEKDAYS, DayOfWeek.MONDAY) : null;
    return usual ->
        new Periods(
            usual.step(),
            within == null ? usual.within() : within,
            gaps == null ? usual.gaps() : gaps,
            weekStart == null ? usual.weekStart() : weekStart);
  }

  static void write(
      List<FacetRequest> facets, List<FacetRequest> usual, Map<String, List<String>> names) {
    if (facets.equals(usual)) {
      return;
    }
    if (facets.isEmpty()) {
      names.put(FACET_LIMIT, List.of("0"));
      return;
    }
    names.put(FACET, facets.stream().map(FacetRequest::name).toList());
    FacetRequest first = facets.getFirst();
    FacetRequest unsaid = FacetRequest.of(first.dimension());
    if (first.limit() != unsaid.limit()) {
      names.put(FACET_LIMIT, List.of(String.valueOf(first.limit())));
    }
    if (first.find() != null) {
      names.put(FIND, List.of(first.find()));
    }
    if (first.language() != unsaid.language()) {
      names.put(LANG, List.of(Names.of(first.language(), LANGUAGES)));
    }
    facets.stream()
        .filter(facet -> facet.dimension() == Dimension.DATE)
        .findFirst()
        .ifPresent(date -> writePeriods(date.periods(), names));
    if (!read(new ParameterValues(names), usual).equals(facets)) {
      throw new IllegalArgumentException(
          "facets that differ in more than what they count: no parameter says so");
    }
  }

  private static void writePeriods(Periods periods, Map<String, List<String>> names) {
    if (periods.within() != null) {
      names.put(WITHIN, List.of(periods.within()));
    }
    if (periods.gaps()) {
      names.put(GAPS, List.of("true"));
    }
    if (periods.weekStart() != DayOfWeek.MONDAY) {
      names.put(WEEK_START, List.of(Names.of(periods.weekStart(), WEEKDAYS)));
    }
  }
}
