package org.fihris.facet;

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
import org.fihris.entity.EntityType;
import org.fihris.index.Schema;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.LabelLanguage;
import org.jspecify.annotations.Nullable;

/** Counts facet values over articles that were collected. */
public final class FacetCounter {
  private final Snapshot snapshot;
  private final KnownEntities entities;

  public FacetCounter(Snapshot snapshot, KnownEntities entities) {
    this.snapshot = snapshot;
    this.entities = entities;
  }

  /**
   * The values of one facet.
   *
   * @param chosen the values of its dimension that the search is filtered by
   */
  public FacetCounts count(
      FacetRequest request, FacetsCollector collected, Collection<String> chosen)
      throws IOException {
    return switch (request.dimension()) {
      case DATE -> dates(request, collected, chosen);
      case SOURCE, CATEGORY -> labels(request, collected, chosen);
      case PERSON -> entities(request, EntityType.PERSON, collected, chosen);
      case PLACE -> entities(request, EntityType.PLACE, collected, chosen);
      case ORGANISATION -> entities(request, EntityType.ORGANISATION, collected, chosen);
    };
  }

  private FacetCounts labels(
      FacetRequest request, FacetsCollector collected, Collection<String> chosen)
      throws IOException {
    String dimension = request.dimension().key();
    ValueGroups groups = snapshot.labels(dimension);
    int[] counts = groups.counts(collected);
    List<FacetValue> values = new ArrayList<>();
    for (int group = 0; group < counts.length; group++) {
      if (counts[group] > 0) {
        String label = snapshot.label(dimension, groups, group);
        values.add(new FacetValue(label, label, counts[group], chosen.contains(label)));
      }
    }
    return most(request, values);
  }

  private FacetCounts entities(
      FacetRequest request, EntityType type, FacetsCollector collected, Collection<String> chosen)
      throws IOException {
    ValueGroups groups = snapshot.entities(type);
    int[] counts = groups.counts(collected);
    List<FacetValue> values = new ArrayList<>();
    LabelPrefix prefix = request.find() == null ? null : new LabelPrefix(request.find());
    for (int group = 0; group < counts.length; group++) {
      String id = groups.keys().get(group);
      if (counts[group] > 0
          && !entities.isHidden(id)
          && (prefix == null || isIn(prefix, type, id))) {
        values.add(new FacetValue(id, id, counts[group], chosen.contains(id)));
      }
    }
    FacetCounts most = most(request.withFind(null), values);
    List<FacetValue> labelled =
        most.values().stream()
            .map(v -> v.withLabel(entities.label(type, v.value(), request.language())))
            .toList();
    return new FacetCounts(request, labelled, most.totalValues());
  }

  private boolean isIn(LabelPrefix prefix, EntityType type, String id) {
    return prefix.isIn(entities.label(type, id, LabelLanguage.ARABIC))
        || prefix.isIn(entities.label(type, id, LabelLanguage.ENGLISH));
  }

  /** Those that are looked for with most articles first; of equal ones in the order of values. */
  private static FacetCounts most(FacetRequest request, List<FacetValue> all) {
    List<FacetValue> values = found(request, all);
    values.sort(
        Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value));
    return first(request, values);
  }

  private static List<FacetValue> found(FacetRequest request, List<FacetValue> all) {
    if (request.find() == null) {
      return all;
    }
    LabelPrefix prefix = new LabelPrefix(request.find());
    return new ArrayList<>(all.stream().filter(value -> prefix.isIn(value.label())).toList());
  }

  private static FacetCounts first(FacetRequest request, List<FacetValue> values) {
    return new FacetCounts(
        request, values.subList(0, Math.min(values.size(), request.limit())), values.size());
  }

  private FacetCounts dates(
      FacetRequest request, FacetsCollector collected, Collection<String> chosen)
      throws IOException {
    Optional<SortedSetDocValuesReaderState> state = snapshot.hierarchy(Schema.FACET_DATE);
    if (state.isEmpty()) {
      return new FacetCounts(request, List.of(), 0);
    }
    Facets facets = new SortedSetDocValuesFacetCounts(state.get(), collected);
    List<String> within =
        request.within() == null ? List.of() : FacetPaths.path(Dimension.DATE, request.within());
    List<FacetValue> values = new ArrayList<>();
    collectDates(facets, within, depth(request.step()), chosen, values);
    // The newest first; "undated" sorts behind every year.
    values.sort(
        Comparator.comparing((FacetValue v) -> v.value().equals(Dimension.UNDATED))
            .thenComparing(FacetValue::value, Comparator.reverseOrder()));
    return first(request, found(request, values));
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
