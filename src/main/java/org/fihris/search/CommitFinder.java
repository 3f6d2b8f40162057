package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.fihris.facet.ArticleSet;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.matching.QueryWord;
import org.fihris.query.Order;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/** Finds what queries match in one commit of an index. Safe for any number of threads. */
final class CommitFinder implements HitFinder {

  /** Matches up to this number are counted exactly where no facet needs all of them. */
  private static final int COUNTED = 1_000;

  /** From this number of matches on they are found first and the best of them after. */
  private static final int MANY = 4_000;

  private final Snapshot snapshot;

  /** As that of the commit, but remembers nothing of queries, which hardly come again. */
  private final IndexSearcher matching;

  private final FacetFilters filters;
  private final Reranker reranker;
  private final KnownEntities entities;

  CommitFinder(Snapshot snapshot, FacetFilters filters, Reranker reranker, KnownEntities entities) {
    this.snapshot = snapshot;
    this.matching = new TimedSearcher(snapshot.searcher().getIndexReader());
    matching.setQueryCache(null);
    this.filters = filters;
    this.reranker = reranker;
    this.entities = entities;
  }

  @Override
  public Found find(SearchRequest request, Cursors.Start start, Query asked, List<QueryWord> words)
      throws IOException {
    Window window = Window.of(start, words);
    HitOrder order = window.order();
    TermLookups lookups = new TermLookups(snapshot.searcher());
    Query articles = order.withPoints(filters.apply(lookups.in(asked), request.filters()));
    Collapse collapse = collapse(request, articles, order);
    Query query = collapse == null ? articles : collapse.apply(articles);
    Collected collected =
        request.facets().isEmpty()
            ? new Collected(best(query, window, COUNTED), null)
            : all(query, window, lookups.articles(query));
    TopDocs first = collected.top;
    TopDocs top =
        window.head(first) == 0 ? first : reranker.rerank(first, words, order.recency(), lookups);
    return window.found(
        first, top, new CommitArticles(snapshot, entities, filters, collapse, collected.all));
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
   * @param all every match, if they were wanted
   */
  private record Collected(TopDocs top, @Nullable List<MatchingDocs> all) {}

  private TopDocs best(Query query, Window window, int counted) throws IOException {
    return points(snapshot.searcher().search(query, manager(window, counted)), window.order());
  }

  private TopFieldCollectorManager manager(Window window, int counted) {
    int most = Math.max(1, snapshot.searcher().getIndexReader().maxDoc());
    int some = Math.min(window.wanted(), most);
    return new TopFieldCollectorManager(window.order().sort(), some, window.after(), counted);
  }

  /**
   * The best and all. Where there are many, all are found without their points, and the best by
   * skipping those that cannot be among them; to give points to all takes far longer.
   *
   * @param about how many there are
   */
  private Collected all(Query query, Window window, double about) throws IOException {
    if (window.order().order() == Order.RELEVANCE && about >= MANY) {
      ArticleSet all = matching.search(query, new AllMatches(matching.getIndexReader()));
      TotalHits total = new TotalHits(all.size(), TotalHits.Relation.EQUAL_TO);
      FieldDoc[] some =
          window.after() == null && BestOfMany.isFor(query)
              ? new BestOfMany(matching).of(query, all, window.wanted())
              : null;
      ScoreDoc[] top = some == null ? best(query, window, 1).scoreDocs : some;
      return new Collected(new TopDocs(total, top), all.bySegment());
    }
    Object[] both =
        snapshot
            .searcher()
            .search(
                query,
                new MultiCollectorManager(
                    manager(window, Integer.MAX_VALUE), new FacetsCollectorManager()));
    return new Collected(
        points((TopDocs) both[0], window.order()), ((FacetsCollector) both[1]).getMatchingDocs());
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
