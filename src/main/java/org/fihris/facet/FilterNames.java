package org.fihris.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fihris.entity.EntityType;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.Warning;
import org.fihris.text.Folding;

/**
 * The values of a request's filters as facets show them: an entity may be given by its id or by any
 * of its names, an outlet and a section in any spelling of theirs.
 */
public final class FilterNames {
  private final IndexValues index;
  private final KnownEntities entities;

  public FilterNames(IndexValues index, KnownEntities entities) {
    this.index = index;
    this.entities = entities;
  }

  /**
   * The filters with every value as facets show it.
   *
   * @param warnings where names that are not known are noted; such a value stays, and matches
   *     nothing
   */
  public Filters resolve(Filters filters, List<Warning> warnings) throws IOException {
    if (filters.values().isEmpty()) {
      return filters;
    }
    Map<Dimension, List<String>> resolved = new EnumMap<>(Dimension.class);
    for (Map.Entry<Dimension, List<String>> chosen : filters.values().entrySet()) {
      List<String> values = new ArrayList<>();
      for (String value : chosen.getValue()) {
        List<String> known = known(chosen.getKey(), value);
        if (known.isEmpty()) {
          warnings.add(
              new Warning(
                  Warning.Code.UNKNOWN_NAME,
                  "No " + chosen.getKey().key() + " is known by the name " + value + "."));
          known = List.of(value);
        }
        values.addAll(known);
      }
      resolved.put(chosen.getKey(), values);
    }
    return filters.withValues(resolved);
  }

  private List<String> known(Dimension dimension, String value) throws IOException {
    return switch (dimension) {
      case DATE -> List.of(value);
      case SOURCE, CATEGORY -> labels(dimension, value);
      case PERSON -> entities.ids(EntityType.PERSON, value);
      case PLACE -> entities.ids(EntityType.PLACE, value);
      case ORGANISATION -> entities.ids(EntityType.ORGANISATION, value);
    };
  }

  private List<String> labels(Dimension dimension, String value) throws IOException {
    String label = index.label(dimension, Folding.fold(value));
    return label == null ? List.of() : List.of(label);
  }
}
