package org.fihris.explore;

import java.util.Collection;
import java.util.List;

/**
 * Entities and how many articles of each of some sets name them.
 *
 * @param sets the sets, each counted for all of these entities
 */
record EntityTable(Collection<EntityKey> entities, List<EntityCounts.Named> sets) {

  /** How many articles a set has. */
  int size(int set) {
    return sets.get(set).articles();
  }

  /** How many articles of a set name an entity. */
  int count(int set, EntityKey entity) {
    return sets.get(set).count(entity);
  }
}
