package org.fihris.explore;

import java.util.Set;
import org.fihris.entity.EntityType;
import org.fihris.query.Filters;
import org.fihris.query.Period;

/**
 * Which changes between two periods are wanted.
 *
 * @param types of the entities compared
 * @param minArticles how many articles of the two periods together must name an entity at least
 * @param limit how many at most; from 0
 * @param filters the articles that are counted; their days are those of the periods
 */
public record TrendRequest(
    Period earlier,
    Period later,
    Set<EntityType> types,
    int minArticles,
    int limit,
    Filters filters) {

  /**
   * @throws IllegalArgumentException if a number is below its range
   */
  public TrendRequest {
    if (minArticles < 1 || limit < 0) {
      throw new IllegalArgumentException(
          "at least 1 article and a limit of at least 0 are wanted, not "
              + minArticles
              + " and "
              + limit);
    }
    types = Set.copyOf(types);
  }

  /** The twenty strongest changes of entities of all types that five articles name. */
  public static TrendRequest of(Period earlier, Period later) {
    return new TrendRequest(earlier, later, Set.of(EntityType.values()), 5, 20, Filters.NONE);
  }

  public TrendRequest withTypes(Set<EntityType> newTypes) {
    return new TrendRequest(earlier, later, newTypes, minArticles, limit, filters);
  }

  public TrendRequest withMinArticles(int newMinArticles) {
    return new TrendRequest(earlier, later, types, newMinArticles, limit, filters);
  }

  public TrendRequest withLimit(int newLimit) {
    return new TrendRequest(earlier, later, types, minArticles, newLimit, filters);
  }

  public TrendRequest withFilters(Filters newFilters) {
    return new TrendRequest(earlier, later, types, minArticles, limit, newFilters);
  }
}
