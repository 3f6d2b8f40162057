package org.fihris.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.LabelLanguage;
import org.jspecify.annotations.Nullable;

/**
 * One facet.
 *
 * @param key of its dimension, for addresses
 * @param values the chosen ones first
 * @param open whether it is shown with more of its values and a box to look in them
 * @param more where it is open; null where all its values are shown
 * @param fewer where it is closed again; null where it is not open
 * @param find what its values begin with
 * @param fields what the box takes along
 * @param note how many values are shown of how many; null where it is all
 */
record FacetBox(
    String key,
    String title,
    List<Value> values,
    boolean open,
    @Nullable String more,
    @Nullable String fewer,
    String find,
    List<Address.Field> fields,
    @Nullable String note) {

  /**
   * A value.
   *
   * @param href the search with it, or without where it is chosen
   */
  record Value(String label, String count, String href, boolean chosen) {}

  /** The facets of the page but for the dates, in their order. */
  static final List<Dimension> DIMENSIONS =
      List.of(
          Dimension.PERSON,
          Dimension.PLACE,
          Dimension.ORGANISATION,
          Dimension.SOURCE,
          Dimension.CATEGORY);

  private static final int FEW = 6;
  private static final int MANY = 60;

  static List<FacetRequest> requests(SearchState state) {
    List<FacetRequest> requests = new ArrayList<>();
    LabelLanguage language = state.look().language().labels();
    for (Dimension dimension : DIMENSIONS) {
      FacetRequest request = FacetRequest.of(dimension).withLanguage(language).withLimit(FEW);
      if (dimension == state.open()) {
        request = request.withLimit(MANY).withFind(state.find().isEmpty() ? null : state.find());
      }
      requests.add(request);
    }
    return requests;
  }

  static FacetBox of(FacetCounts counts, SearchState state, Links links, Texts texts) {
    Dimension dimension = counts.request().dimension();
    boolean open = dimension == state.open();
    Address here = links.search(links.first());
    List<Value> values =
        counts.values().stream()
            .sorted(Comparator.comparing((FacetValue value) -> !value.chosen()))
            .map(value -> value(dimension, value, links, texts))
            .toList();
    boolean all = values.size() == counts.totalValues();
    return new FacetBox(
        dimension.key(),
        texts.get("facet." + dimension.key()),
        values,
        open,
        open || all
            ? null
            : here.with(SearchState.OPEN, dimension.key()).href() + anchor(dimension),
        open ? here.href() + anchor(dimension) : null,
        open ? state.find() : "",
        here.with(SearchState.OPEN, dimension.key()).fieldsWithout(SearchState.FIND),
        all
            ? null
            : texts.get(
                "facet.some", texts.number(values.size()), texts.number(counts.totalValues())));
  }

  private static String anchor(Dimension dimension) {
    return "#facet-" + dimension.key();
  }

  private static Value value(Dimension dimension, FacetValue value, Links links, Texts texts) {
    return new Value(
        label(dimension, value.label(), texts),
        texts.number(value.count()),
        value.chosen()
            ? links.without(dimension, value.value())
            : links.with(dimension, value.value()),
        value.chosen());
  }

  /** The label of a value; for the one that means that nothing is known, words of the page. */
  static String label(Dimension dimension, String label, Texts texts) {
    boolean unknown =
        switch (dimension) {
          case SOURCE, CATEGORY -> label.equals(Dimension.UNKNOWN);
          case DATE -> label.equals(Dimension.UNDATED);
          case PERSON, PLACE, ORGANISATION -> false;
        };
    return unknown ? texts.get("unknown." + dimension.key()) : label;
  }
}
