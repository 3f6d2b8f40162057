package org.fihris.explore;

import java.util.Set;
import org.fihris.entity.EntityType;
import org.fihris.query.Filters;

/**
 * Which part of the graph of entities is wanted.
 *
 * @param types of the entities
 * @param maxNodes those with most articles, at most so many; from 1 to {@value #MOST_NODES}
 * @param maxEdges the surest ones, at most so many; from 0
 * @param minTogether how many articles at least must name both ends of an edge; from 1
 * @param filters the articles that are counted
 */
public record GraphRequest(
    Set<EntityType> types, int maxNodes, int maxEdges, int minTogether, Filters filters) {

  /** The work and the memory grow with the square of the nodes. */
  public static final int MOST_NODES = 5_000;

  /** The two hundred entities with most articles, and edges of at least three. */
  public static final GraphRequest USUAL =
      new GraphRequest(Set.of(EntityType.values()), 200, 2_000, 3, Filters.NONE);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public GraphRequest {
    if (maxNodes < 1 || maxNodes > MOST_NODES || maxEdges < 0 || minTogether < 1) {
      throw new IllegalArgumentException(
          "1 to %d nodes, at least 0 edges and at least 1 article together are wanted, not %d, %d and %d"
              .formatted(MOST_NODES, maxNodes, maxEdges, minTogether));
    }
    types = Set.copyOf(types);
  }

  public GraphRequest withTypes(Set<EntityType> newTypes) {
    return new GraphRequest(newTypes, maxNodes, maxEdges, minTogether, filters);
  }

  public GraphRequest withSize(int newMaxNodes, int newMaxEdges) {
    return new GraphRequest(types, newMaxNodes, newMaxEdges, minTogether, filters);
  }

  public GraphRequest withMinTogether(int newMinTogether) {
    return new GraphRequest(types, maxNodes, maxEdges, newMinTogether, filters);
  }

  public GraphRequest withFilters(Filters newFilters) {
    return new GraphRequest(types, maxNodes, maxEdges, minTogether, newFilters);
  }
}
