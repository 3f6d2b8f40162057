package org.fihris.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.Order;
import org.fihris.query.ParameterFault;
import org.fihris.query.ParameterValues;
import org.fihris.query.Reprints;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;

/**
 * All that the address of a page says.
 *
 * @param request the search, without facets; filters by entities in their ids where the index knows
 *     them, so that a link can take one away
 * @param open the facet that is shown with more of its values, if any
 * @param find what these values begin with; empty for all
 * @param whole whether all reports of a story are shown
 * @param faults what could not be used and was left out
 */
record SearchState(
    Look look,
    SearchRequest request,
    @Nullable Dimension open,
    String find,
    boolean whole,
    List<ParameterFault> faults) {

  /** The parameter that names the facet that is open. */
  static final String OPEN = "more";

  /** The parameter with the beginning of its values. */
  static final String FIND = "find";

  /** The parameter that asks for the whole course of a story. */
  static final String WHOLE = "story";

  private static final int MOST_HITS = 50;
  private static final int MOST_REPRINTS = 20;
  private static final int MOST_VALUES = 100;
  private static final int LONGEST_FIND = 100;

  static SearchState of(
      Map<String, List<String>> given, SearchParameters parameters, NewsSearcher searcher) {
    ParameterValues values = new ParameterValues(given);
    SearchRequest request = within(parameters.read(values)).withFacets(List.of());
    String find = values.all(FIND).isEmpty() ? "" : values.all(FIND).getFirst().strip();
    return new SearchState(
        Look.of(given),
        request.withFilters(named(request.filters(), searcher)),
        open(values),
        find.substring(0, Math.min(find.length(), LONGEST_FIND)),
        values.all(WHOLE).contains("whole"),
        values.faults());
  }

  private static @Nullable Dimension open(ParameterValues values) {
    return values.all(OPEN).stream()
        .flatMap(key -> Dimension.fromKey(key).stream())
        .findFirst()
        .orElse(null);
  }

  /** A page for people is not for taking out the whole index. */
  private static SearchRequest within(SearchRequest request) {
    SearchRequest small = request.withLimit(Math.clamp(request.page().limit(), 1, MOST_HITS));
    return switch (request.reprints()) {
      case Reprints.Separate separate -> small;
      case Reprints.Collapsed(int listed) ->
          small.withReprints(new Reprints.Collapsed(Math.min(listed, MOST_REPRINTS)));
    };
  }

  private static Filters named(Filters filters, NewsSearcher searcher) {
    Map<Dimension, List<String>> named = new EnumMap<>(Dimension.class);
    filters
        .values()
        .forEach(
            (dimension, chosen) -> {
              List<String> ids = new ArrayList<>();
              chosen.forEach(value -> ids.addAll(ids(dimension, value, searcher)));
              named.put(dimension, ids.stream().distinct().limit(MOST_VALUES).toList());
            });
    return filters.withValues(named);
  }

  private static List<String> ids(Dimension dimension, String value, NewsSearcher searcher) {
    EntityType type = type(dimension);
    if (type == null) {
      return List.of(value);
    }
    List<String> ids =
        searcher.entitiesNamed(value).stream()
            .filter(entity -> entity.type() == type)
            .map(Entity::id)
            .toList();
    return ids.isEmpty() ? List.of(value) : ids;
  }

  /** What kind of entity a dimension has; null for one that has none. */
  static @Nullable EntityType type(Dimension dimension) {
    return switch (dimension) {
      case PERSON -> EntityType.PERSON;
      case PLACE -> EntityType.PLACE;
      case ORGANISATION -> EntityType.ORGANISATION;
      case DATE, SOURCE, CATEGORY -> null;
    };
  }

  static Dimension dimension(EntityType type) {
    return switch (type) {
      case PERSON -> Dimension.PERSON;
      case PLACE -> Dimension.PLACE;
      case ORGANISATION -> Dimension.ORGANISATION;
    };
  }

  /** Whether nothing is asked for: the front page, with the newest first. */
  boolean isFront() {
    return request.text().isBlank() && request.filters().isEmpty();
  }

  /** What is carried out: where there are no words, nothing is more relevant than another. */
  SearchRequest carriedOut() {
    return request.text().isBlank() && request.order().equals(Order.RELEVANCE)
        ? request.withOrder(Order.NEWEST)
        : request;
  }
}
