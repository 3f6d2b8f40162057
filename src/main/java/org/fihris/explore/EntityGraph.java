package org.fihris.explore;

import java.util.List;
import org.fihris.entity.Entity;

/**
 * Which entities stand in articles together.
 *
 * @param nodes those with most articles first
 * @param edges the surest first
 */
public record EntityGraph(List<Node> nodes, List<Edge> edges) {

  /** An entity and how many articles name it. */
  public record Node(Entity entity, long articles) {}

  /**
   * Two entities that are named together more often than chance would have it.
   *
   * @param from id of the one with more articles
   * @param to id of the other
   * @param together articles that name both
   * @param lift as in {@link RelatedEntity}
   * @param logLikelihood as in {@link RelatedEntity}
   */
  public record Edge(String from, String to, long together, double lift, double logLikelihood) {}

  public EntityGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }
}
