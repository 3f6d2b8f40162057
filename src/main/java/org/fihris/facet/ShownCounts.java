package org.fihris.facet;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cluster counted by the ids of entities that are indexed, as far as these are the ids that
 * are shown. Of an entity that is shown for other articles, the articles have to be counted: one
 * that names two which are merged counts once.
 *
 * @param counts by ids that are shown for the articles that they are indexed for
 * @param regrouped the ids that are shown for some of the others
 */
public record ShownCounts(Map<String, Integer> counts, List<String> regrouped) {

  /**
   * @param indexed by the ids that are indexed how many articles have each
   */
  public static ShownCounts of(Map<String, Integer> indexed, KnownEntities entities) {
    if (!entities.isCorrected()) {
      return new ShownCounts(indexed, List.of());
    }
    Map<String, Integer> counts = new HashMap<>();
    Set<String> regrouped = new LinkedHashSet<>();
    indexed.forEach(
        (id, count) -> {
          if (entities.isRegrouped(id)) {
            regrouped.addAll(entities.shownAs(id));
          } else {
            counts.put(id, count);
          }
        });
    return new ShownCounts(counts, List.copyOf(regrouped));
  }
}
