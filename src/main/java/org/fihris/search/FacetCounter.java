package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.fihris.index.Schema;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.jspecify.annotations.Nullable;

/** Counts facet values over articles that were collected. */
final class FacetCounter {
  private final Snapshot snapshot;
  private final KnownEntities entities;

  FacetCounter(Snapshot snapshot, KnownEntities entities) {
    this.snapshot = snapshot;
    this.entities = entities;
  }

  /**
   * The values of one facet.
   *
   * @param chosen the values of its dimension that the search is filtered by
   */
  FacetCounts count(FacetRequest request, FacetsCollector collected, Collection<String> chosen)
      throws IOException {
    String dimension = request.dimension().key();
    Optional<SortedSetDocValuesReaderState> state = snapshot.facet(dimension);
    if (state.isEmpty()) {
      return new FacetCounts(request, List.of(), 0);
    }
    Facets facets = new SortedSetDocValuesFacetCounts(state.get(), collected);
    if (request.dimension() == Dimension.DATE) {
      return dates(request, facets, chosen);
    }
    FacetResult top = facets.getTopChildren(request.limit(), dimension);
    List<FacetValue> values = new ArrayList<>();
    for (LabelAndValue value : children(top)) {
      values.add(value(request.dimension(), value, chosen));
    }
    return new FacetCounts(request, values, top == null ? 0 : top.childCount);
  }

  private FacetValue value(Dimension dimension, LabelAndValue value, Collection<String> chosen) {
    return new FacetValue(
        value.label,
        label(dimension, value.label),
        value.value.longValue(),
        chosen.contains(value.label));
  }

  private String label(Dimension dimension, String value) {
    return switch (dimension) {
      case PERSON, PLACE, ORGANISATION -> entities.label(value);
      case DATE, SOURCE, CATEGORY -> value;
    };
  }

  private FacetCounts dates(FacetRequest request, Facets facets, Collection<String> chosen)
      throws IOException {
    List<String> within =
        request.within() == null ? List.of() : FacetPaths.path(Dimension.DATE, request.within());
    List<FacetValue> values = new ArrayList<>();
    collectDates(facets, within, depth(request.step()), chosen, values);
    // The newest first; "undated" sorts behind every year.
    values.sort(
        Comparator.comparing((FacetValue v) -> v.value().equals(Dimension.UNDATED))
            .thenComparing(FacetValue::value, Comparator.reverseOrder()));
    return new FacetCounts(
        request, values.subList(0, Math.min(values.size(), request.limit())), values.size());
  }

  private static int depth(DateStep step) {
    return switch (step) {
      case YEAR -> 1;
      case MONTH -> 2;
      case DAY -> 3;
    };
  }

  private static void collectDates(
      Facets facets,
      List<String> path,
      int depth,
      Collection<String> chosen,
      List<FacetValue> values)
      throws IOException {
    FacetResult result = facets.getAllChildren(Schema.FACET_DATE, path.toArray(String[]::new));
    for (LabelAndValue child : children(result)) {
      if (child.value.longValue() == 0) {
        continue;
      }
      List<String> childPath = new ArrayList<>(path);
      childPath.add(child.label);
      if (childPath.size() >= depth || child.label.equals(Dimension.UNDATED)) {
        String value = FacetPaths.value(childPath);
        values.add(new FacetValue(value, value, child.value.longValue(), chosen.contains(value)));
      } else {
        collectDates(facets, childPath, depth, chosen, values);
      }
    }
  }

  private static LabelAndValue[] children(@Nullable FacetResult result) {
    return result == null ? new LabelAndValue[0] : result.labelValues;
  }
}
