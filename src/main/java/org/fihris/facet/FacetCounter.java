package org.fihris.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.fihris.entity.EntityType;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.LabelLanguage;

/** Counts facet values over what a search found. */
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
   * @param filters what the search is filtered by, in names that facets show
   */
  public FacetCounts count(FacetRequest request, Matches matches, Filters filters)
      throws IOException {
    List<String> chosen = filters.values().getOrDefault(request.dimension(), List.of());
    return switch (request.dimension()) {
      case DATE -> new DateCounts(snapshot, request, filters.zone()).count(matches, chosen);
      case SOURCE, CATEGORY -> labels(request, matches, chosen);
      case PERSON -> entities(request, EntityType.PERSON, matches, chosen);
      case PLACE -> entities(request, EntityType.PLACE, matches, chosen);
      case ORGANISATION -> entities(request, EntityType.ORGANISATION, matches, chosen);
    };
  }

  private FacetCounts labels(FacetRequest request, Matches matches, Collection<String> chosen)
      throws IOException {
    String dimension = request.dimension().key();
    ValueGroups groups = snapshot.labels(dimension);
    int[] counts = groups.counts(matches, snapshot);
    List<FacetValue> values = new ArrayList<>();
    for (int group = 0; group < counts.length; group++) {
      if (counts[group] > 0) {
        String label = snapshot.label(dimension, groups, group);
        values.add(new FacetValue(label, label, counts[group], chosen.contains(label)));
      }
    }
    return most(request, matches.counted(), values);
  }

  private FacetCounts entities(
      FacetRequest request, EntityType type, Matches matches, Collection<String> chosen)
      throws IOException {
    ValueGroups groups = snapshot.entities(type);
    int[] counts = groups.counts(matches, snapshot);
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
    FacetCounts most = most(request.withFind(null), matches.counted(), values);
    List<FacetValue> labelled =
        most.values().stream()
            .map(v -> v.withLabel(entities.label(type, v.value(), request.language())))
            .toList();
    return new FacetCounts(request, matches.counted(), labelled, most.totalValues());
  }

  private boolean isIn(LabelPrefix prefix, EntityType type, String id) {
    return prefix.isIn(entities.label(type, id, LabelLanguage.ARABIC))
        || prefix.isIn(entities.label(type, id, LabelLanguage.ENGLISH));
  }

  /**
   * Those that are looked for with the highest counts first; of equal ones in the order of values.
   */
  private static FacetCounts most(FacetRequest request, Counted counted, List<FacetValue> all) {
    List<FacetValue> values = found(request, all);
    values.sort(
        Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value));
    return new FacetCounts(
        request,
        counted,
        values.subList(0, Math.min(values.size(), request.limit())),
        values.size());
  }

  private static List<FacetValue> found(FacetRequest request, List<FacetValue> all) {
    if (request.find() == null) {
      return all;
    }
    LabelPrefix prefix = new LabelPrefix(request.find());
    return new ArrayList<>(all.stream().filter(value -> prefix.isIn(value.label())).toList());
  }
}
