package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.fihris.entity.EntityType;
import org.fihris.facet.CommitCounts;
import org.fihris.facet.Counted;
import org.fihris.facet.Matches;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueCounts;
import org.fihris.facet.ValueGroups;
import org.fihris.query.Dimension;

/** Counts the entities of one commit of an index in a folder, article by article. */
public final class CommitEntityCounts implements EntityCounts {
  private final Snapshot snapshot;

  public CommitEntityCounts(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** All of them, however many are wanted. */
  @Override
  public List<Named> named(Set<EntityType> types, List<Query> queries, int most)
      throws IOException {
    List<Named> all = new ArrayList<>();
    for (Query query : queries) {
      FacetsCollector collected = collect(query);
      Map<EntityKey, Integer> counts = new HashMap<>();
      for (EntityType type : types) {
        ValueGroups groups = snapshot.entityGroups(type);
        int[] ofGroups = groups.counts(collected.getMatchingDocs());
        for (int group = 0; group < ofGroups.length; group++) {
          if (ofGroups[group] > 0) {
            counts.put(new EntityKey(type, groups.keys().get(group)), ofGroups[group]);
          }
        }
      }
      all.add(new Named(size(collected), counts, true));
    }
    return all;
  }

  @Override
  public List<Named> named(List<Asked> asked) throws IOException {
    List<Named> all = new ArrayList<>();
    for (Asked one : asked) {
      FacetsCollector collected = collect(one.articles());
      Map<EntityType, int[]> ofGroups = new EnumMap<>(EntityType.class);
      Map<EntityKey, Integer> counts = new HashMap<>();
      for (EntityKey key : one.entities()) {
        ValueGroups groups = snapshot.entityGroups(key.type());
        int[] ofType = ofGroups.get(key.type());
        if (ofType == null) {
          ofType = groups.counts(collected.getMatchingDocs());
          ofGroups.put(key.type(), ofType);
        }
        int group = groups.number(key.id());
        if (group >= 0 && ofType[group] > 0) {
          counts.put(key, ofType[group]);
        }
      }
      all.add(new Named(size(collected), counts, true));
    }
    return all;
  }

  private FacetsCollector collect(Query articles) throws IOException {
    return snapshot.searcher().search(articles, new FacetsCollectorManager());
  }

  private static int size(FacetsCollector collected) {
    return collected.getMatchingDocs().stream()
        .mapToInt(FacetsCollector.MatchingDocs::totalHits)
        .sum();
  }

  @Override
  public int[] together(Query articles, List<EntityKey> entities) throws IOException {
    Map<EntityType, int[]> numbers = numbers(entities);
    int[] together = new int[EntityCounts.place(0, entities.size())];
    int[] found = new int[entities.size()];
    for (FacetsCollector.MatchingDocs matching : collect(articles).getMatchingDocs()) {
      Map<EntityType, ValueGroups.Cursor> cursors = new EnumMap<>(EntityType.class);
      for (EntityType type : numbers.keySet()) {
        cursors.put(type, snapshot.entityGroups(type).cursor(matching.context()));
      }
      DocIdSetIterator docs = matching.bits().iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int count = 0;
        for (Map.Entry<EntityType, ValueGroups.Cursor> cursor : cursors.entrySet()) {
          int[] ofType = numbers.getOrDefault(cursor.getKey(), new int[0]);
          int groups = cursor.getValue().read(doc);
          for (int i = 0; i < groups; i++) {
            int number = ofType[cursor.getValue().group(i)];
            if (number >= 0) {
              found[count++] = number;
            }
          }
        }
        addPairs(together, found, count);
      }
    }
    return together;
  }

  private static void addPairs(int[] together, int[] found, int count) {
    Arrays.sort(found, 0, count);
    for (int second = 1; second < count; second++) {
      for (int first = 0; first < second; first++) {
        together[EntityCounts.place(found[first], found[second])]++;
      }
    }
  }

  /** By type and number of the group the number of the entity, or -1. */
  private Map<EntityType, int[]> numbers(List<EntityKey> entities) throws IOException {
    Map<EntityType, int[]> numbers = new EnumMap<>(EntityType.class);
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    entities.forEach(entity -> types.add(entity.type()));
    for (EntityType type : types) {
      ValueGroups groups = snapshot.entityGroups(type);
      int[] ofType = new int[groups.keys().size()];
      Arrays.fill(ofType, -1);
      for (int number = 0; number < entities.size(); number++) {
        EntityKey entity = entities.get(number);
        int group = entity.type() == type ? groups.number(entity.id()) : -1;
        if (group >= 0) {
          ofType[group] = number;
        }
      }
      numbers.put(type, ofType);
    }
    return numbers;
  }

  @Override
  public List<Company> companies(List<Pair> pairs) throws IOException {
    return new CommitCompanies(snapshot).of(pairs, collect(MatchAllDocsQuery.INSTANCE));
  }

  @Override
  public ValueCounts values(Query articles, Set<Dimension> dimensions) throws IOException {
    return new CommitCounts(
        snapshot, new Matches(collect(articles).getMatchingDocs(), Counted.ARTICLES));
  }
}
