package org.fihris.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.Period;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;

/**
 * A filter that is in force, and how to be rid of it.
 *
 * @param kind what it filters by
 * @param label the value
 * @param undo the search without it
 * @param about where more is said of the value; null where nothing is
 */
record Chip(String kind, String label, String undo, @Nullable String about) {

  /**
   * @param facets may know the labels of the values
   */
  static List<Chip> of(
      Filters filters, List<FacetCounts> facets, NewsSearcher searcher, Links links, Texts texts) {
    Map<String, String> labels = labels(facets);
    Calendar calendar = new Calendar(texts);
    List<Chip> chips = new ArrayList<>();
    if (filters.from() != null || filters.to() != null) {
      chips.add(
          new Chip(
              texts.get("facet.date"),
              calendar.between(filters.from(), filters.to()),
              links.between(null, null),
              null));
    }
    filters
        .values()
        .forEach(
            (dimension, values) -> {
              for (String value : values) {
                String label = labels.get(dimension + value);
                Entity entity = entity(dimension, value, searcher);
                chips.add(
                    new Chip(
                        texts.get("facet." + dimension.key()),
                        label != null ? label : label(dimension, value, entity, calendar, texts),
                        links.without(dimension, value),
                        entity == null ? null : links.entity(entity.id()).href()));
              }
            });
    return List.copyOf(chips);
  }

  private static Map<String, String> labels(List<FacetCounts> facets) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (FacetCounts counts : facets) {
      Dimension dimension = counts.request().dimension();
      if (SearchState.type(dimension) != null) {
        for (FacetValue value : counts.values()) {
          labels.put(dimension + value.value(), value.label());
        }
      }
    }
    return labels;
  }

  private static @Nullable Entity entity(Dimension dimension, String value, NewsSearcher searcher) {
    EntityType type = SearchState.type(dimension);
    return type == null
        ? null
        : searcher.entitiesWithId(value).stream()
            .filter(entity -> entity.type() == type)
            .findFirst()
            .orElse(null);
  }

  private static String label(
      Dimension dimension, String value, @Nullable Entity entity, Calendar calendar, Texts texts) {
    if (dimension == Dimension.DATE && !value.equals(Dimension.UNDATED)) {
      Period period = Period.parse(value);
      return calendar.between(period.from(), period.to());
    }
    return entity == null
        ? FacetBox.label(dimension, value, texts)
        : EntityChip.label(entity, texts.language().labels());
  }
}
