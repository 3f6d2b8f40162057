package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.search.DocIdSetIterator;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueGroups;

/** Counts the pairs of entities in articles. For one use. */
final class GraphCounting {
  private final Snapshot snapshot;
  private final KnownEntities entities;
  private final EntityCounting counting;
  private final GraphRequest request;

  GraphCounting(
      Snapshot snapshot, KnownEntities entities, EntityCounting counting, GraphRequest request) {
    this.snapshot = snapshot;
    this.entities = entities;
    this.counting = counting;
    this.request = request;
  }

  EntityGraph graph() throws IOException {
    FacetsCollector collected = counting.collect(counting.articles(request.filters()));
    List<EntityGraph.Node> nodes = nodes(collected);
    int[] pairs = pairs(collected, nodes);
    return new EntityGraph(nodes, edges(nodes, pairs, EntityCounting.size(collected)));
  }

  private List<EntityGraph.Node> nodes(FacetsCollector collected) throws IOException {
    List<EntityGraph.Node> nodes = new ArrayList<>();
    counting.forEach(
        request.types(),
        List.of(collected),
        (type, id, counts) ->
            nodes.add(new EntityGraph.Node(entities.entity(id, type), counts[0])));
    nodes.sort(
        Comparator.comparingLong(EntityGraph.Node::articles)
            .reversed()
            .thenComparing(node -> node.entity().id()));
    return List.copyOf(nodes.subList(0, Math.min(nodes.size(), request.maxNodes())));
  }

  /** Where the count of a pair of nodes stands, the second being the later one. */
  private static int place(int first, int second) {
    return second * (second - 1) / 2 + first;
  }

  private int[] pairs(FacetsCollector collected, List<EntityGraph.Node> nodes) throws IOException {
    Map<EntityType, int[]> nodeOf = nodeOfGroup(nodes);
    int[] pairs = new int[place(0, nodes.size())];
    int[] found = new int[nodes.size()];
    for (FacetsCollector.MatchingDocs matching : collected.getMatchingDocs()) {
      Map<EntityType, ValueGroups.Cursor> cursors = new EnumMap<>(EntityType.class);
      for (EntityType type : nodeOf.keySet()) {
        cursors.put(type, snapshot.entities(type).cursor(matching.context()));
      }
      DocIdSetIterator docs = matching.bits().iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int count = 0;
        for (Map.Entry<EntityType, ValueGroups.Cursor> cursor : cursors.entrySet()) {
          int[] nodeOfType = nodeOf.getOrDefault(cursor.getKey(), new int[0]);
          int groups = cursor.getValue().read(doc);
          for (int i = 0; i < groups; i++) {
            int node = nodeOfType[cursor.getValue().group(i)];
            if (node >= 0) {
              found[count++] = node;
            }
          }
        }
        addPairs(pairs, found, count);
      }
    }
    return pairs;
  }

  private static void addPairs(int[] pairs, int[] found, int count) {
    Arrays.sort(found, 0, count);
    for (int second = 1; second < count; second++) {
      for (int first = 0; first < second; first++) {
        pairs[place(found[first], found[second])]++;
      }
    }
  }

  /** By type and number of the group the number of the node, or -1. */
  private Map<EntityType, int[]> nodeOfGroup(List<EntityGraph.Node> nodes) throws IOException {
    Map<EntityType, int[]> nodeOf = new EnumMap<>(EntityType.class);
    for (EntityType type : request.types()) {
      ValueGroups groups = snapshot.entities(type);
      int[] ofType = new int[groups.keys().size()];
      Arrays.fill(ofType, -1);
      for (int node = 0; node < nodes.size(); node++) {
        if (nodes.get(node).entity().type() == type) {
          ofType[groups.number(nodes.get(node).entity().id())] = node;
        }
      }
      nodeOf.put(type, ofType);
    }
    return nodeOf;
  }

  private List<EntityGraph.Edge> edges(List<EntityGraph.Node> nodes, int[] pairs, long articles) {
    List<EntityGraph.Edge> edges = new ArrayList<>();
    for (int second = 1; second < nodes.size(); second++) {
      for (int first = 0; first < second; first++) {
        EntityGraph.Node one = nodes.get(first);
        EntityGraph.Node other = nodes.get(second);
        int together = pairs[place(first, second)];
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
