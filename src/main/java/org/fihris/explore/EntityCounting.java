package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.query.Filters;

/** Counts entities over sets of articles. Safe for any number of threads. */
final class EntityCounting {
  private final Explored index;
  private final KnownEntities entities;

  EntityCounting(Explored index) {
    this.index = index;
    this.entities = index.entities();
  }

  /** The articles that pass filters, whose names may be any that are known. */
  Query articles(Filters filters) throws IOException {
    Filters named = index.names().resolve(filters, new ArrayList<>());
    return index.filters().apply(MatchAllDocsQuery.INSTANCE, named);
  }

  /** Those of the articles that name an entity. */
  Query naming(Entity entity, Query articles) throws IOException {
    return both(articles, entities.articles(entity.type(), List.of(entity.id())));
  }

  static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }

  /** Every entity of some types that is not hidden and that any article of a set names. */
  EntityTable table(Set<EntityType> types, List<Query> sets) throws IOException {
    return table(types, sets, List.of());
  }

  /**
   * Every entity of some types that is not hidden and that any article of the first sets names,
   * counted in these and in others.
   */
  EntityTable table(Set<EntityType> types, List<Query> first, List<Query> others)
      throws IOException {
    List<EntityCounts.Named> counted =
        new ArrayList<>(index.counts().named(types, first, Integer.MAX_VALUE));
    Set<EntityKey> all = new LinkedHashSet<>();
    counted.forEach(set -> all.addAll(set.counts().keySet()));
    all.removeIf(entity -> entities.isHidden(entity.id()));
    List<EntityCounts.Asked> asked = new ArrayList<>();
    List<Integer> incomplete = new ArrayList<>();
    for (int set = 0; set < counted.size(); set++) {
      EntityCounts.Named named = counted.get(set);
      if (!named.complete()) {
        // What few of its articles name may be left out there, though it is in another set.
        List<EntityKey> missing = all.stream().filter(key -> named.count(key) == 0).toList();
        asked.add(new EntityCounts.Asked(first.get(set), missing));
        incomplete.add(set);
      }
    }
    others.forEach(set -> asked.add(new EntityCounts.Asked(set, all)));
    List<EntityCounts.Named> answers = asked.isEmpty() ? List.of() : index.counts().named(asked);
    for (int i = 0; i < incomplete.size(); i++) {
      counted.set(incomplete.get(i), counted.get(incomplete.get(i)).with(answers.get(i)));
    }
    counted.addAll(answers.subList(incomplete.size(), answers.size()));
    return new EntityTable(all, counted);
  }

  /** The entities of some keys, as they are shown. */
  Map<EntityKey, Entity> entities(Collection<EntityKey> keys) throws IOException {
    entities.foresee(
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    EntityKey::type, Collectors.mapping(EntityKey::id, Collectors.toList()))));
    Map<EntityKey, Entity> shown = new HashMap<>();
    for (EntityKey key : keys) {
      shown.put(key, entities.entity(key.id(), key.type()));
    }
    return shown;
  }
}
