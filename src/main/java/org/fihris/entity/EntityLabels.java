package org.fihris.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;

/**
 * The entities of the tables without their names: all that is needed to show one, read in a tenth
 * of the time a {@link Gazetteer} takes, which a short command would notice. Immutable,
 * thread-safe.
 */
public final class EntityLabels {
  private final Map<String, Entity> byId = new HashMap<>();

  private EntityLabels(IndexConfig config) {
    for (EntityType type : EntityType.values()) {
      for (ConfigLine line : config.lines(Gazetteer.file(type))) {
        List<String> cells = line.firstCells(3);
        // Lines of two cells define cue groups and phrases, not entities.
        if (cells.size() >= 3) {
          String id = cells.getFirst();
          byId.put(id, new Entity(id, type, cells.get(1), cells.get(2)));
        }
      }
    }
  }

  /**
   * The labels of the three tables under {@code entities/}. The tables are not checked: whoever
   * wrote with them has done so.
   */
  public static EntityLabels of(IndexConfig config) {
    return config.once(EntityLabels.class, EntityLabels::new);
  }

  /** The entity with this id, or null. */
  public @Nullable Entity byId(String id) {
    return byId.get(id);
  }
}
