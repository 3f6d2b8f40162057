package org.fihris.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.explore.EntityExplorer;
import org.fihris.explore.RelatedRequest;
import org.fihris.json.EntityJson;
import org.fihris.query.Filters;
import org.fihris.search.NewsSearcher;

/** {@code /v1/entity/{id}}: what the index knows of an entity. */
final class EntityEndpoint implements Endpoint {
  private static final Map<String, EntityType> TYPES =
      Arrays.stream(EntityType.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> type.name().toLowerCase(Locale.ROOT), Function.identity()));

  private final int pageSize;

  EntityEndpoint(int pageSize) {
    this.pageSize = pageSize;
  }

  @Override
  public Set<String> names() {
    return Set.of("type", "from", "to", "limit", "min-together");
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    RelatedRequest usual = RelatedRequest.USUAL;
    int limit = asked.values().number("limit", 0, pageSize, Math.min(usual.limit(), pageSize));
    int minTogether =
        asked.values().number("min-together", 1, Integer.MAX_VALUE, usual.minTogether());
    Filters days = Days.of(asked.values());
    Set<EntityType> types =
        asked.values().has("type")
            ? Set.of(asked.values().choice("type", TYPES, EntityType.PERSON))
            : Set.copyOf(TYPES.values());
    asked.refuseFaults();
    Entity entity = find(searcher.entities(), asked.subject(), types);
    return Answer.json(
        EntityJson.page(
            searcher.entities().page(entity, new RelatedRequest(minTogether, limit, days))));
  }

  /** The one with the id, else the only one with the name. */
  private static Entity find(EntityExplorer entities, String idOrName, Set<EntityType> types) {
    List<Entity> found = of(types, entities.withId(idOrName));
    if (found.isEmpty()) {
      found = of(types, entities.find(idOrName));
    }
    if (found.isEmpty()) {
      throw new Refusal(Problem.notFound("No entity is known by this id or name."));
    }
    if (found.size() > 1) {
      throw new Refusal(
          Problem.of(
              404,
              "ambiguous",
              "This may mean several entities",
              "Name one by its id, and by its type where they share it: "
                  + found.stream()
                      .map(entity -> entity.id() + " (" + name(entity.type()) + ")")
                      .collect(Collectors.joining(", "))));
    }
    return found.getFirst();
  }

  private static List<Entity> of(Set<EntityType> types, List<Entity> entities) {
    return entities.stream().filter(entity -> types.contains(entity.type())).toList();
  }

  private static String name(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
