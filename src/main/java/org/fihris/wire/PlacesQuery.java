package org.fihris.wire;

import java.util.Objects;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Finds the articles that have some places in a field: an {@link IntervalQuery} that can be sent.
 */
public final class PlacesQuery extends Query {
  private final String field;
  private final Places places;
  private final IntervalQuery lucene;

  /**
   * @throws IllegalArgumentException if the places are more than Lucene follows
   */
  public PlacesQuery(String field, Places places) {
    this.field = field;
    this.places = places;
    this.lucene = new IntervalQuery(field, places.source());
  }

  /** The field that the places are in, where they name no other. */
  public String field() {
    return field;
  }

  public Places places() {
    return places;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    return lucene;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    lucene.visit(visitor);
  }

  @Override
  public String toString(String defaultField) {
    return lucene.toString(defaultField);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlacesQuery query
        && field.equals(query.field)
        && places.equals(query.places);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, places);
  }
}
