package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.matching.QueryWord;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/** Finds what queries match in one commit of an index. Safe for any number of threads. */
final class CommitFinder implements HitFinder {

  /** Matches up to this number are counted exactly where no facet needs all of them. */
  private static final int COUNTED = 1_000;

  private final Snapshot snapshot;
  private final FacetFilters filters;
  private final Reranker reranker;
  private final KnownEntities entities;

  CommitFinder(Snapshot snapshot, FacetFilters filters, Reranker reranker, KnownEntities entities) {
    this.snapshot = snapshot;
    this.filters = filters;
    this.reranker = reranker;
    this.entities = entities;
  }

  @Override
  public Found find(SearchRequest request, Cursors.Start start, Query asked, List<QueryWord> words)
      throws IOException {
    Window window = Window.of(start, words);
    HitOrder order = window.order();
    Query articles = order.withPoints(filters.apply(asked, request.filters()));
    Collapse collapse = collapse(request, articles, order);
    Query query = collapse == null ? articles : collapse.apply(articles);
    Collected collected =
        collect(query, order, window.after(), window.wanted(), !request.facets().isEmpty());
    TopDocs first = collected.top;
    TopDocs top = window.head(first) == 0 ? first : reranker.rerank(first, words, order.recency());
    return window.found(
        first, top, new CommitArticles(snapshot, entities, filters, collapse, collected.facets));
  }

  private @Nullable Collapse collapse(SearchRequest request, Query articles, HitOrder order)
      throws IOException {
    return switch (request.reprints()) {
      case Reprints.Separate separate -> null;
      case Reprints.Collapsed collapsed ->
          Collapse.of(snapshot.searcher(), snapshot.stories(), articles, order.sort());
    };
  }

  /**
   * @param facets every match, if they were wanted
   */
  private record Collected(TopDocs top, @Nullable FacetsCollector facets) {}

  private Collected collect(
      Query query, HitOrder order, @Nullable FieldDoc after, int wanted, boolean withFacets)
      throws IOException {
    IndexSearcher searcher = snapshot.searcher();
    int some = Math.max(1, Math.min(wanted, searcher.getIndexReader().maxDoc()));
    int counted = withFacets ? Integer.MAX_VALUE : COUNTED;
    TopFieldCollectorManager best =
        new TopFieldCollectorManager(order.sort(), some, after, counted);
    if (!withFacets) {
      return new Collected(points(searcher.search(query, best), order), null);
    }
    Object[] both =
        searcher.search(query, new MultiCollectorManager(best, new FacetsCollectorManager()));
    return new Collected(points((TopDocs) both[0], order), (FacetsCollector) both[1]);
  }

  /** Notes the points of hits that were sorted by them, which Lucene has among their values. */
  private static TopDocs points(TopDocs top, HitOrder order) {
    if (order.isByPoints()) {
      for (ScoreDoc hit : top.scoreDocs) {
        hit.score = (Float) ((FieldDoc) hit).fields[0];
      }
    }
    return top;
  }

  @Override
  public List<Long> counts(List<Counting> queries) throws IOException {
    List<Long> counts = new ArrayList<>();
    for (Counting counted : queries) {
      Query filtered = filters.apply(counted.query(), counted.request().filters());
      counts.add((long) snapshot.searcher().count(filtered));
    }
    return counts;
  }
}
