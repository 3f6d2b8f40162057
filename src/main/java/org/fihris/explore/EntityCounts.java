package org.fihris.explore;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.fihris.entity.EntityType;
import org.fihris.facet.ValueCounts;
import org.fihris.query.Dimension;

/**
 * Counts the entities that articles name, wherever the index lies. Entities are told by the ids
 * that are shown, also those that are hidden. Safe for any number of threads.
 *
 * <p>Whoever asks for several things at once asks in one call, as each may be a journey.
 */
public interface EntityCounts {

  /**
   * The entities that some articles name.
   *
   * @param articles how many articles there are
   * @param counts by entity how many of them name it, above 0
   * @param complete whether no article names any other entity
   */
  record Named(int articles, Map<EntityKey, Integer> counts, boolean complete) {
    public Named {
      counts = Collections.unmodifiableMap(counts);
    }

    /** The same with what was counted of further entities. */
    Named with(Named further) {
      Map<EntityKey, Integer> both = new HashMap<>(counts);
      both.putAll(further.counts);
      return new Named(articles, both, true);
    }

    /** How many name an entity; 0 if it was not counted. */
    public int count(EntityKey entity) {
      return counts.getOrDefault(entity, 0);
    }
  }

  /**
   * The entities of some types that the articles of each of some queries name.
   *
   * @param most how many of each type are wanted, those that most articles name; others may be
   *     among them, and of more than an index counts at once the rarest are left out
   */
  List<Named> named(Set<EntityType> types, List<Query> queries, int most) throws IOException;

  /**
   * Some entities, to be counted in the articles of a query.
   *
   * @param entities each once
   */
  record Asked(Query articles, Collection<EntityKey> entities) {}

  /** Counts only the entities that are asked for; each answer is complete as far as these go. */
  List<Named> named(List<Asked> asked) throws IOException;

  /**
   * How many articles of a query name both of any two of some entities, at their {@link #place}.
   */
  int[] together(Query articles, List<EntityKey> entities) throws IOException;

  /**
   * Where the count of two entities stands among those of all pairs.
   *
   * @param first number of one
   * @param second number of the other, above {@code first}
   */
  static int place(int first, int second) {
    return second * (second - 1) / 2 + first;
  }

  /**
   * Two persons by the ids that they are shown under.
   *
   * @param rarer the one that fewer articles name
   */
  record Pair(String rarer, String other) {}

  /**
   * What two persons are named with.
   *
   * @param together how many articles name both
   * @param ofRarer the entities that the rarer one is named with, without the two
   * @param shared those of them that the other is named with too
   */
  record Company(int together, Set<EntityKey> ofRarer, Set<EntityKey> shared) {
    public Company {
      ofRarer = Set.copyOf(ofRarer);
      shared = Set.copyOf(shared);
    }
  }

  /** What each two persons are named with, in all articles. */
  List<Company> companies(List<Pair> pairs) throws IOException;

  /**
   * The articles of a query by values; for one thread.
   *
   * @param dimensions what will be asked for
   */
  ValueCounts values(Query articles, Set<Dimension> dimensions) throws IOException;
}
