package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueGroups;
import org.fihris.query.Filters;

/** Counts entities over sets of articles. Safe for any number of threads. */
final class EntityCounting {
  private final Snapshot snapshot;
  private final KnownEntities entities;
  private final FacetFilters facetFilters;

  EntityCounting(Snapshot snapshot, KnownEntities entities, FacetFilters facetFilters) {
    this.snapshot = snapshot;
    this.entities = entities;
    this.facetFilters = facetFilters;
  }

  /** The articles that pass filters, whose names may be any that are known. */
  Query articles(Filters filters) throws IOException {
    Filters named = new FilterNames(snapshot, entities).resolve(filters, new ArrayList<>());
    return facetFilters.apply(MatchAllDocsQuery.INSTANCE, named);
  }

  /** Those of the articles that name an entity. */
  Query naming(Entity entity, Query articles) throws IOException {
    return both(articles, entities.articles(entity.type(), List.of(entity.id())));
  }

  static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }

  FacetsCollector collect(Query articles) throws IOException {
    return snapshot.searcher().search(articles, new FacetsCollectorManager());
  }

  static long size(FacetsCollector collected) {
    return collected.getMatchingDocs().stream()
        .mapToLong(FacetsCollector.MatchingDocs::totalHits)
        .sum();
  }

  /** What is done with the counts of one entity over some sets of articles. */
  interface Visitor {

    /**
     * @param counts one for each set, in their order; for this call only
     */
    void visit(EntityType type, String id, int[] counts);
  }

  /** Shows every entity of some types that is not hidden and that the last of the sets holds. */
  void forEach(Set<EntityType> types, List<FacetsCollector> sets, Visitor visitor)
      throws IOException {
    for (EntityType type : EntityType.values()) {
      if (!types.contains(type)) {
        continue;
      }
      ValueGroups groups = snapshot.entities(type);
      List<int[]> perSet = new ArrayList<>();
      for (FacetsCollector set : sets) {
        perSet.add(groups.counts(set.getMatchingDocs()));
      }
      int[] counts = new int[sets.size()];
      for (int group = 0; group < groups.keys().size(); group++) {
        for (int set = 0; set < counts.length; set++) {
          counts[set] = perSet.get(set)[group];
        }
        String id = groups.keys().get(group);
        if (counts[counts.length - 1] > 0 && !entities.isHidden(id)) {
          visitor.visit(type, id, counts);
        }
      }
    }
  }
}
