package org.fihris.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.fihris.entity.EntityType;
import org.fihris.index.Schema;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/** The conditions of a request besides its words: days, and chosen values of facets. */
public final class FacetFilters {
  private final Snapshot snapshot;
  private final KnownEntities entities;

  public FacetFilters(Snapshot snapshot, KnownEntities entities) {
    this.snapshot = snapshot;
    this.entities = entities;
  }

  private static Query value(String dimension, List<String> path) {
    return new TermQuery(
        DrillDownQuery.term(Schema.facetField(dimension), dimension, path.toArray(String[]::new)));
  }

  /** {@code query} under the filters, whose values are resolved by {@link FilterNames}. */
  public Query apply(Query query, Filters filters) throws IOException {
    if (filters.isEmpty()) {
      return query;
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder().add(query, Occur.MUST);
    Query days = days(filters);
    if (days != null) {
      builder.add(days, Occur.FILTER);
    }
    for (Map.Entry<Dimension, List<String>> chosen : filters.values().entrySet()) {
      builder.add(anyOf(chosen.getKey(), chosen.getValue()), Occur.FILTER);
    }
    return builder.build();
  }

  private static @Nullable Query days(Filters filters) {
    if (filters.from() == null && filters.to() == null) {
      return null;
    }
    Query range = range(filters);
    if (!filters.undatedToo()) {
      return range;
    }
    return new BooleanQuery.Builder()
        .add(range, Occur.SHOULD)
        .add(value(Schema.FACET_DATE, List.of(Dimension.UNDATED)), Occur.SHOULD)
        .build();
  }

  private static Query range(Filters filters) {
    int from = filters.from() == null ? Integer.MIN_VALUE : day(filters.from().toEpochDay());
    int to = filters.to() == null ? Integer.MAX_VALUE : day(filters.to().toEpochDay());
    return IntPoint.newRangeQuery(Schema.DAY, from, to);
  }

  private static int day(long epochDay) {
    return Math.clamp(epochDay, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private Query anyOf(Dimension dimension, Collection<String> values) throws IOException {
    return switch (dimension) {
      case DATE -> anyPath(dimension, values);
      case SOURCE, CATEGORY ->
          snapshot.labels(dimension.key()).articles(values.stream().map(Folding::fold).toList());
      case PERSON -> entities.articles(EntityType.PERSON, values);
      case PLACE -> entities.articles(EntityType.PLACE, values);
      case ORGANISATION -> entities.articles(EntityType.ORGANISATION, values);
    };
  }

  private static Query anyPath(Dimension dimension, Collection<String> values) {
    String name = dimension.key();
    List<BytesRef> terms = new ArrayList<>();
    for (String value : values) {
      String[] path = FacetPaths.path(dimension, value).toArray(String[]::new);
      terms.add(DrillDownQuery.term(Schema.facetField(name), name, path).bytes());
    }
    return new TermInSetQuery(Schema.facetField(name), terms);
  }
}
