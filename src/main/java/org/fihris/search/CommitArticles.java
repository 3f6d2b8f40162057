package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.fihris.facet.CommitCounts;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounter;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Matches;
import org.fihris.facet.Snapshot;
import org.fihris.index.Schema;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.Dimension;
import org.fihris.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/** What a query found in one commit of an index; the numbers of hits are those of the commit. */
final class CommitArticles implements FoundArticles {
  private final Snapshot snapshot;
  private final KnownEntities entities;
  private final FacetFilters filters;
  private final @Nullable Collapse collapse;
  private final @Nullable List<MatchingDocs> collected;

  /**
   * @param collapse what stays behind the hits; null where reprints are separate
   * @param collected every hit; null where no facet is asked for
   */
  CommitArticles(
      Snapshot snapshot,
      KnownEntities entities,
      FacetFilters filters,
      @Nullable Collapse collapse,
      @Nullable List<MatchingDocs> collected) {
    this.snapshot = snapshot;
    this.entities = entities;
    this.filters = filters;
    this.collapse = collapse;
    this.collected = collected;
  }

  @Override
  public Counted counted() {
    return collapse == null ? Counted.ARTICLES : Counted.STORIES;
  }

  @Override
  public long behind() {
    return collapse == null ? 0 : collapse.behind();
  }

  @Override
  public List<Hit> hits(
      SearchRequest request, RequestTranslator.Understood understood, ScoreDoc[] hits)
      throws IOException {
    int[] docs = Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
    List<@Nullable Coverage> coverages =
        new Coverages(snapshot).of(docs, request.reprints(), collapse);
    HitMaker maker = new HitMaker(snapshot.searcher(), snapshot.terms(), entities);
    return HitMaker.ranked(maker.hits(docs, understood, request.snippets()), hits, coverages);
  }

  @Override
  public List<String> ids(ScoreDoc[] hits) throws IOException {
    StoredFields stored = snapshot.searcher().storedFields();
    List<String> ids = new ArrayList<>(hits.length);
    for (ScoreDoc hit : hits) {
      ids.add(stored.document(hit.doc, Set.of(Schema.ID)).get(Schema.ID));
    }
    return ids;
  }

  @Override
  public List<FacetCounts> facets(SearchRequest request, Query query) throws IOException {
    if (collected == null) {
      return List.of();
    }
    Matches matches = matches(collected);
    List<Matches> each =
        Sideways.ofEach(request, matches, dimension -> without(dimension, request, query));
    FacetCounter counter = new FacetCounter(entities);
    List<FacetCounts> counts = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      CommitCounts over = new CommitCounts(snapshot, each.get(i));
      counts.add(counter.count(request.facets().get(i), over, request.filters()));
    }
    return counts;
  }

  private Matches without(Dimension dimension, SearchRequest request, Query query)
      throws IOException {
    Query wider = filters.apply(query, request.filters().without(dimension));
    FacetsCollector all = snapshot.searcher().search(wider, new FacetsCollectorManager());
    return new Matches(all.getMatchingDocs(), counted());
  }

  private Matches matches(List<MatchingDocs> hits) throws IOException {
    return new Matches(collapse == null ? hits : collapse.all(hits), counted());
  }
}
