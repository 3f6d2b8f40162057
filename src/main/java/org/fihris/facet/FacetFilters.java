package org.fihris.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.fihris.entity.EntityType;
import org.fihris.index.Schema;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.Period;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/** The conditions of a request besides its words: days, and chosen values of facets. */
public final class FacetFilters {
  private final IndexValues index;
  private final KnownEntities entities;

  public FacetFilters(IndexValues index, KnownEntities entities) {
    this.index = index;
    this.entities = entities;
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
      builder.add(anyOf(chosen.getKey(), chosen.getValue(), filters.zone()), Occur.FILTER);
    }
    return builder.build();
  }

  private @Nullable Query days(Filters filters) {
    if (filters.from() == null && filters.to() == null) {
      return null;
    }
    Query limits = index.published(List.of(period(filters.from(), filters.to())), filters.zone());
    return filters.undatedToo() ? either(limits, undated()) : limits;
  }

  /**
   * For articles published on days from one to another, each null for no limit, as they state them.
   */
  public static Query days(@Nullable LocalDate from, @Nullable LocalDate to) {
    return DayQuery.of(List.of(period(from, to)), null);
  }

  private static Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Period(from == null ? LocalDate.MIN : from, to == null ? LocalDate.MAX : to);
  }

  /** For articles whose day of publication is not known. */
  public static Query undated() {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(new FieldExistsQuery(Schema.DAY), Occur.MUST_NOT)
        .build();
  }

  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
  }

  private Query dates(Collection<String> values, @Nullable ZoneId zone) {
    List<Period> periods =
        values.stream()
            .filter(value -> !value.equals(Dimension.UNDATED))
            .map(Period::parse)
            .toList();
    if (periods.isEmpty()) {
      return undated();
    }
    Query dated = index.published(periods, zone);
    return values.contains(Dimension.UNDATED) ? either(dated, undated()) : dated;
  }

  private Query anyOf(Dimension dimension, Collection<String> values, @Nullable ZoneId zone)
      throws IOException {
    return switch (dimension) {
      case DATE -> dates(values, zone);
      case SOURCE, CATEGORY ->
          index.labels(dimension).articles(values.stream().map(Folding::fold).toList());
      case PERSON -> entities.articles(EntityType.PERSON, values);
      case PLACE -> entities.articles(EntityType.PLACE, values);
      case ORGANISATION -> entities.articles(EntityType.ORGANISATION, values);
    };
  }
}
