package org.fihris.search;

import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityLabels;
import org.fihris.entity.EntityType;
import org.fihris.entity.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a search may name or show: those of the tables, read when first asked for since
 * most searches name none, and those that only articles of the index name. Safe for any number of
 * threads.
 */
final class KnownEntities {
  private final IndexConfig config;
  private final UnlistedEntities unlisted;
  private volatile @Nullable EntityLabels labels;
  private volatile @Nullable Gazetteer gazetteer;

  KnownEntities(IndexConfig config, IndexReader reader) {
    this.config = config;
    this.unlisted = new UnlistedEntities(reader);
  }

  /** The Arabic label of an entity; its id where neither tables nor articles know it. */
  String label(String id) {
    Entity entity = labels().byId(id);
    if (entity == null) {
      entity = unlisted.byId(id);
    }
    return entity == null ? id : entity.labelAr();
  }

  /** The ids of the entities of a type that a text may mean: its id, or any of its names. */
  List<String> ids(EntityType type, String idOrName) {
    Entity known = labels().byId(idOrName);
    if (known != null && known.type() == type) {
      return List.of(idOrName);
    }
    List<String> listed =
        gazetteer().byName(idOrName).stream()
            .filter(entity -> entity.type() == type)
            .map(Entity::id)
            .toList();
    String id = Entity.unlistedId(idOrName);
    return listed.isEmpty() && unlisted.byId(type, id) != null ? List.of(id) : listed;
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
