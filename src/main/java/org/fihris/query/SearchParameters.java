package org.fihris.query;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A search as the names and values of a query string, {@code q=زلزال&from=2025-02-13}, and back:
 * one form for the server's API and for the addresses of its pages. Names and values are those of
 * the command line's options; what is not said is as usual, so that addresses stay short. {@code
 * docs/serving.md} lists them.
 *
 * <p>No text makes an exception: what cannot be used is a {@link ParameterFault} and left out.
 * Immutable and safe for any thread.
 */
public final class SearchParameters {
  private static final String TEXT = "q";

  /** Every name that a search may have. */
  public static final Set<String> NAMES = names();

  private final SearchRequest usual;
  private final Clock clock;

  /**
   * @param usual what a search is where nothing is said: its page, order, facets, snippets and
   *     reprints
   * @param clock what the age of news counts from where no day is said
   * @throws IllegalArgumentException if {@code usual} has a text, filters, a cursor, or is
   *     understood in another way than is usual: no parameter takes these away again
   */
  public SearchParameters(SearchRequest usual, Clock clock) {
    if (!usual.text().isEmpty()
        || !usual.filters().equals(Filters.NONE)
        || !usual.interpretation().equals(Interpretation.USUAL)
        || usual.page() instanceof Page.After) {
      throw new IllegalArgumentException("what is usual has no words, filters or cursor");
    }
    this.usual = usual;
    this.clock = clock;
  }

  private static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(TEXT));
    names.addAll(InterpretationParameters.NAMES);
    names.addAll(FilterParameters.NAMES);
    names.addAll(OrderParameters.NAMES);
    names.addAll(AmountParameters.NAMES);
    names.addAll(FacetParameters.NAMES);
    return Set.copyOf(names);
  }

  /** The search that is meant. What cannot be used becomes a fault of {@code values}. */
  public SearchRequest read(ParameterValues values) {
    String text = values.text(TEXT);
    return new SearchRequest(
        text == null ? "" : text,
        InterpretationParameters.read(values),
        FilterParameters.read(values),
        OrderParameters.read(values, usual.order(), clock),
        AmountParameters.page(values, usual.page()),
        FacetParameters.read(values, usual.facets()),
        AmountParameters.snippets(values, usual.snippets()),
        AmountParameters.reprints(values, usual.reprints()));
  }

  /**
   * The names and values that {@link #read} makes the same search of, in one order for equal
   * searches. Not said are the length of snippets, which is as usual, the seconds of a half-life,
   * and the moment from which ages count, but for the end of a day.
   *
   * @throws IllegalArgumentException if there are facets that differ in more than what they count:
   *     no parameter says so
   */
  public Map<String, List<String>> write(SearchRequest request) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    if (!request.text().isBlank()) {
      names.put(TEXT, List.of(request.text()));
    }
    InterpretationParameters.write(request.interpretation(), names);
    FilterParameters.write(request.filters(), names);
    OrderParameters.write(request.order(), usual.order(), names);
    AmountParameters.write(request, usual, names);
    FacetParameters.write(request.facets(), usual.facets(), names);
    return names;
  }
}
