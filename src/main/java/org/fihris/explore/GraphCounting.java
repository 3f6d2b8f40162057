package org.fihris.explore;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.fihris.entity.Entity;

/** Counts the pairs of entities in articles. For one use. */
final class GraphCounting {
  private final Explored index;
  private final EntityCounting counting;
  private final GraphRequest request;

  GraphCounting(Explored index, EntityCounting counting, GraphRequest request) {
    this.index = index;
    this.counting = counting;
    this.request = request;
  }

  EntityGraph graph() throws IOException {
    Query articles = counting.articles(request.filters());
    EntityCounts.Named named =
        index.counts().named(request.types(), List.of(articles), request.maxNodes()).getFirst();
    List<EntityKey> most =
        named.counts().keySet().stream()
            .filter(key -> !index.entities().isHidden(key.id()))
            .sorted(Comparator.comparingInt(named::count).reversed().thenComparing(EntityKey.ORDER))
            .limit(request.maxNodes())
            .toList();
    int[] together = index.counts().together(articles, most);
    List<EntityGraph.Node> nodes = nodes(most, named);
    return new EntityGraph(nodes, edges(nodes, together, named.articles()));
  }

  private List<EntityGraph.Node> nodes(List<EntityKey> keys, EntityCounts.Named named)
      throws IOException {
    Map<EntityKey, Entity> shown = counting.entities(keys);
    List<EntityGraph.Node> nodes = new ArrayList<>();
    for (EntityKey key : keys) {
      nodes.add(new EntityGraph.Node(requireNonNull(shown.get(key)), named.count(key)));
    }
    return nodes;
  }

  private List<EntityGraph.Edge> edges(
      List<EntityGraph.Node> nodes, int[] togetherOfPairs, long articles) {
    List<EntityGraph.Edge> edges = new ArrayList<>();
    for (int second = 1; second < nodes.size(); second++) {
      for (int first = 0; first < second; first++) {
        EntityGraph.Node one = nodes.get(first);
        EntityGraph.Node other = nodes.get(second);
        int together = togetherOfPairs[EntityCounts.place(first, second)];
        Association pair = new Association(together, one.articles(), other.articles(), articles);
        if (together >= request.minTogether() && pair.lift() > 1) {
          edges.add(
              new EntityGraph.Edge(
                  one.entity().id(),
                  other.entity().id(),
                  together,
                  pair.lift(),
                  pair.logLikelihood()));
        }
      }
    }
    edges.sort(
        Comparator.comparingDouble(EntityGraph.Edge::logLikelihood)
            .reversed()
            .thenComparing(EntityGraph.Edge::from)
            .thenComparing(EntityGraph.Edge::to));
    return edges.subList(0, Math.min(edges.size(), request.maxEdges()));
  }
}
