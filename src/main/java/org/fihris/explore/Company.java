package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.search.DocIdSetIterator;
import org.fihris.entity.EntityType;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueGroups;

/**
 * What some persons of an index are named with. Entities are numbered over all types. Immutable
 * once read.
 */
final class Company {

  /** An entity by its type and the id it is shown under. */
  record Key(EntityType type, String id) {}

  private final List<Key> keys = new ArrayList<>();
  private final Map<EntityType, Integer> firstOf = new EnumMap<>(EntityType.class);
  private final int[] articles;
  private final Map<Integer, BitSet> withPerson = new HashMap<>();
  private final Map<Long, Integer> together = new HashMap<>();
  private int all;

  private Company(Snapshot snapshot) throws IOException {
    for (EntityType type : EntityType.values()) {
      firstOf.put(type, keys.size());
      snapshot.entities(type).keys().forEach(id -> keys.add(new Key(type, id)));
    }
    articles = new int[keys.size()];
  }

  /**
   * @param persons the ids that persons are shown under
   */
  static Company of(Snapshot snapshot, FacetsCollector collected, Iterable<String> persons)
      throws IOException {
    Company company = new Company(snapshot);
    for (String id : persons) {
      int number = snapshot.entities(EntityType.PERSON).number(id);
      if (number >= 0) {
        company.withPerson.put(company.first(EntityType.PERSON) + number, new BitSet());
      }
    }
    for (FacetsCollector.MatchingDocs matching : collected.getMatchingDocs()) {
      company.read(snapshot, matching);
    }
    return company;
  }

  private int first(EntityType type) {
    return firstOf.getOrDefault(type, 0);
  }

  private void read(Snapshot snapshot, FacetsCollector.MatchingDocs matching) throws IOException {
    Map<EntityType, ValueGroups.Cursor> cursors = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      cursors.put(type, snapshot.entities(type).cursor(matching.context()));
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
    all++;
    List<Integer> persons = new ArrayList<>();
    for (int entity = named.nextSetBit(0); entity >= 0; entity = named.nextSetBit(entity + 1)) {
      articles[entity]++;
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

  /** The number of a person; negative if there is none of this id. */
  int person(Snapshot snapshot, String id) throws IOException {
    int number = snapshot.entities(EntityType.PERSON).number(id);
    return number < 0 ? number : first(EntityType.PERSON) + number;
  }

  Key key(int entity) {
    return keys.get(entity);
  }

  int articles(int entity) {
    return articles[entity];
  }

  int together(int one, int other) {
    return together.getOrDefault(pair(one, other), 0);
  }

  /** What two persons are both named with, and what it tells. */
  Shared shared(int one, int other) {
    boolean rarer = articles[one] <= articles[other];
    int few = rarer ? one : other;
    int many = rarer ? other : one;
    BitSet ofFew = new BitSet();
    ofFew.or(with(few));
    ofFew.clear(few);
    ofFew.clear(many);
    double total = 0;
    double sum = 0;
    List<Integer> both = new ArrayList<>();
    for (int entity = ofFew.nextSetBit(0); entity >= 0; entity = ofFew.nextSetBit(entity + 1)) {
      double weight = weight(entity, articles[many]);
      total += weight;
      if (with(many).get(entity)) {
        sum += weight;
        both.add(entity);
      }
    }
    both.sort((a, b) -> Integer.compare(articles[a], articles[b]));
    return new Shared(both, total == 0 ? 0 : sum / total, sum);
  }

  private BitSet with(int person) {
    return withPerson.getOrDefault(person, new BitSet());
  }

  /** How unlikely it is that one of so many articles names an entity by chance. */
  private double weight(int entity, int chances) {
    double share = Math.min((double) articles[entity] / all, 1 - 1e-9);
    return -Math.log(1 - Math.pow(1 - share, chances));
  }

  /**
   * @param both the entities named with both, the rarest first
   */
  record Shared(List<Integer> both, double share, double evidence) {}
}
