package org.fihris.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fihris.entity.EntityType;
import picocli.CommandLine.Option;

/** A choice of types of entities. */
final class EntityTypes {
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only entities of this type (person, place, organisation); may be given again.")
  private List<EntityType> types = new ArrayList<>();

  /** The types chosen; all where none is. */
  Set<EntityType> chosen() {
    return types.isEmpty() ? EnumSet.allOf(EntityType.class) : EnumSet.copyOf(types);
  }
}
