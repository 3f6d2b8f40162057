package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.search.DocIdSetIterator;
import org.fihris.entity.EntityType;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueGroups;

/**
 * What some persons of a commit are named with, read in one pass through its articles. Entities are
 * numbered over all types. For one use.
 */
final class CommitCompanies {
  private final Snapshot snapshot;
  private final List<EntityKey> keys = new ArrayList<>();
  private final Map<EntityType, Integer> firstOf = new EnumMap<>(EntityType.class);
  private final Map<Integer, BitSet> withPerson = new HashMap<>();
  private final Map<Long, Integer> together = new HashMap<>();

  CommitCompanies(Snapshot snapshot) throws IOException {
    this.snapshot = snapshot;
    for (EntityType type : EntityType.values()) {
      firstOf.put(type, keys.size());
      snapshot.entityGroups(type).keys().forEach(id -> keys.add(new EntityKey(type, id)));
    }
  }

  List<EntityCounts.Company> of(List<EntityCounts.Pair> pairs, FacetsCollector articles)
      throws IOException {
    for (EntityCounts.Pair pair : pairs) {
      withPerson.put(person(pair.rarer()), new BitSet());
      withPerson.put(person(pair.other()), new BitSet());
    }
    for (FacetsCollector.MatchingDocs matching : articles.getMatchingDocs()) {
      read(matching);
    }
    List<EntityCounts.Company> companies = new ArrayList<>();
    for (EntityCounts.Pair pair : pairs) {
      companies.add(company(person(pair.rarer()), person(pair.other())));
    }
    return companies;
  }

  private int first(EntityType type) {
    return firstOf.getOrDefault(type, 0);
  }

  /** The number of a person; negative if no article has ever named it. */
  private int person(String id) throws IOException {
    int number = snapshot.entityGroups(EntityType.PERSON).number(id);
    return number < 0 ? number : first(EntityType.PERSON) + number;
  }

  private void read(FacetsCollector.MatchingDocs matching) throws IOException {
    Map<EntityType, ValueGroups.Cursor> cursors = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      cursors.put(type, snapshot.entityGroups(type).cursor(matching.context()));
    }
    DocIdSetIterator docs = matching.bits().iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      BitSet named = new BitSet();
      for (Map.Entry<EntityType, ValueGroups.Cursor> cursor : cursors.entrySet()) {
        int count = cursor.getValue().read(doc);
        for (int i = 0; i < count; i++) {
          named.set(first(cursor.getKey()) + cursor.getValue().group(i));
        }
      }
      add(named);
    }
  }

  private void add(BitSet named) {
    List<Integer> persons = new ArrayList<>();
    for (int entity = named.nextSetBit(0); entity >= 0; entity = named.nextSetBit(entity + 1)) {
      BitSet with = withPerson.get(entity);
      if (with != null) {
        with.or(named);
        persons.add(entity);
      }
    }
    for (int i = 1; i < persons.size(); i++) {
      for (int k = 0; k < i; k++) {
        together.merge(pair(persons.get(k), persons.get(i)), 1, Integer::sum);
      }
    }
  }

  private static long pair(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }

  private EntityCounts.Company company(int rarer, int other) {
    Set<EntityKey> ofRarer = new HashSet<>();
    Set<EntityKey> shared = new HashSet<>();
    BitSet withRarer = with(rarer);
    BitSet withOther = with(other);
    for (int i = withRarer.nextSetBit(0); i >= 0; i = withRarer.nextSetBit(i + 1)) {
      if (i != rarer && i != other) {
        ofRarer.add(keys.get(i));
        if (withOther.get(i)) {
          shared.add(keys.get(i));
        }
      }
    }
    return new EntityCounts.Company(together.getOrDefault(pair(rarer, other), 0), ofRarer, shared);
  }

  private BitSet with(int person) {
    return withPerson.getOrDefault(person, new BitSet());
  }
}
