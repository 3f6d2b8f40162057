package org.fihris.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.fihris.entity.EntityType;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.LabelLanguage;

/** Makes facets of what was counted: which values they show, in which order, with which labels. */
public final class FacetCounter {
  private final KnownEntities entities;

  public FacetCounter(KnownEntities entities) {
    this.entities = entities;
  }

  /**
   * The values of one facet.
   *
   * @param filters what the search is filtered by, in names that facets show
   */
  public FacetCounts count(FacetRequest request, ValueCounts counts, Filters filters)
      throws IOException {
    List<String> chosen = filters.values().getOrDefault(request.dimension(), List.of());
    return switch (request.dimension()) {
      case DATE -> new DateCounts(request, filters.zone()).count(counts, chosen);
      case SOURCE, CATEGORY -> labels(request, counts, chosen);
      case PERSON -> entities(request, EntityType.PERSON, counts, chosen);
      case PLACE -> entities(request, EntityType.PLACE, counts, chosen);
      case ORGANISATION -> entities(request, EntityType.ORGANISATION, counts, chosen);
    };
  }

  private static FacetCounts labels(
      FacetRequest request, ValueCounts counts, Collection<String> chosen) throws IOException {
    LabelPrefix prefix = request.find() == null ? null : new LabelPrefix(request.find());
    ValueCounts.Best best =
        counts.labels(
            request.dimension(), label -> prefix == null || prefix.isIn(label), request.limit());
    return most(request, counts.counted(), best, chosen);
  }

  private FacetCounts entities(
      FacetRequest request, EntityType type, ValueCounts counts, Collection<String> chosen)
      throws IOException {
    LabelPrefix prefix = request.find() == null ? null : new LabelPrefix(request.find());
    ValueCounts.Choice wanted =
        ids -> {
          List<String> shown = ids.stream().filter(id -> !entities.isHidden(id)).toList();
          if (prefix == null) {
            return shown;
          }
          entities.foresee(Map.of(type, shown));
          return shown.stream().filter(id -> isIn(prefix, type, id)).toList();
        };
    FacetCounts most =
        most(request, counts.counted(), counts.entities(type, wanted, request.limit()), chosen);
    entities.foresee(Map.of(type, most.values().stream().map(FacetValue::value).toList()));
    List<FacetValue> labelled =
        most.values().stream()
            .map(v -> v.withLabel(entities.label(type, v.value(), request.language())))
            .toList();
    return new FacetCounts(request, counts.counted(), labelled, most.totalValues());
  }

  private boolean isIn(LabelPrefix prefix, EntityType type, String id) {
    return prefix.isIn(entities.label(type, id, LabelLanguage.ARABIC))
        || prefix.isIn(entities.label(type, id, LabelLanguage.ENGLISH));
  }

  /** Those with the highest counts first; of equal ones in the order of values. */
  private static FacetCounts most(
      FacetRequest request, Counted counted, ValueCounts.Best best, Collection<String> chosen) {
    Comparator<FacetValue> order =
        Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value);
    PriorityQueue<FacetValue> most = new PriorityQueue<>(order.reversed());
    best.counts()
        .forEach(
            (value, count) -> {
              FacetValue last = most.size() < request.limit() ? null : most.element();
              if (last == null || count >= last.count()) {
                most.add(new FacetValue(value, value, count, chosen.contains(value)));
                if (last != null) {
                  most.remove();
                }
              }
            });
    List<FacetValue> values = new ArrayList<>(most);
    values.sort(order);
    return new FacetCounts(request, counted, values, best.values());
  }
}
