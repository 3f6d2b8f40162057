package org.fihris.explore;

import java.util.Comparator;
import org.fihris.entity.EntityType;

/** An entity of an index by its type and the id that it is shown under. */
public record EntityKey(EntityType type, String id) {

  /** By ids; what no table knows may have one id as a person and as a place. */
  static final Comparator<EntityKey> ORDER =
      Comparator.comparing(EntityKey::id).thenComparing(EntityKey::type);
}
