package org.fihris.search;

import java.util.List;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityLabels;
import org.fihris.entity.EntityType;
import org.fihris.entity.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a search may name or show, read when first asked for: most searches name none.
 * Safe for any number of threads.
 */
final class KnownEntities {
  private final IndexConfig config;
  private volatile @Nullable EntityLabels labels;
  private volatile @Nullable Gazetteer gazetteer;

  KnownEntities(IndexConfig config) {
    this.config = config;
  }

  /** The Arabic label of an entity; its id where the tables do not know it. */
  String label(String id) {
    Entity entity = labels().byId(id);
    return entity == null ? id : entity.labelAr();
  }

  /** The ids of the entities of a type that a text may mean: its id, or any of its names. */
  List<String> ids(EntityType type, String idOrName) {
    Entity known = labels().byId(idOrName);
    if (known != null && known.type() == type) {
      return List.of(idOrName);
    }
    return gazetteer().byName(idOrName).stream()
        .filter(entity -> entity.type() == type)
        .map(Entity::id)
        .toList();
  }

  // Two threads may read the tables at once; they come to the same, and one result is kept.

  private EntityLabels labels() {
    EntityLabels known = labels;
    if (known == null) {
      known = EntityLabels.of(config);
      labels = known;
    }
    return known;
  }

  private Gazetteer gazetteer() {
    Gazetteer known = gazetteer;
    if (known == null) {
      known = Gazetteer.of(config);
      gazetteer = known;
    }
    return known;
  }
}
