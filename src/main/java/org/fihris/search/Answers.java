package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounter;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Matches;
import org.fihris.facet.Snapshot;
import org.fihris.matching.QueryLeaf;
import org.fihris.matching.QueryWord;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds what answers a request: what it asks for, else words of kin, else some of its words. Safe
 * for any number of threads.
 */
final class Answers {

  /** Matches up to this number are counted exactly where no facet needs all of them. */
  private static final int COUNTED = 1_000;

  private final Snapshot snapshot;
  private final RequestTranslator translator;
  private final FacetFilters filters;
  private final Reranker reranker;
  private final KnownEntities entities;

  Answers(
      Snapshot snapshot,
      RequestTranslator translator,
      FacetFilters filters,
      Reranker reranker,
      KnownEntities entities) {
    this.snapshot = snapshot;
    this.translator = translator;
    this.filters = filters;
    this.reranker = reranker;
    this.entities = entities;
  }

  /** Which of the queries that are made of a request found its hits. */
  enum Stage {
    /** What it asks for. */
    AS_ASKED,
    /** Words of kin in the place of unknown ones. */
    KIN,
    /** Some of its words. */
    SOME
  }

  /**
   * What a query found.
   *
   * @param top the first hits, from the beginning or from a cursor on; at least those of the page,
   *     and one more where there is one
   * @param from where the page begins in {@code top}
   * @param to where it ends, exclusive
   * @param head how many of {@code top} the second step of ranking looked at
   * @param lastOfHead the last of those by the first step; null where there are none
   * @param total how many hits there are: articles, or stories if reprints are collapsed
   * @param collapse what stays behind the hits, if reprints are collapsed
   * @param matches every match, if facets are asked for
   */
  record Found(
      TopDocs top,
      int from,
      int to,
      int head,
      @Nullable FieldDoc lastOfHead,
      long total,
      boolean exact,
      @Nullable Collapse collapse,
      @Nullable Matches matches) {

    /** How many articles there are, one by one. */
    long articles() {
      return total + (collapse == null ? 0 : collapse.behind());
    }

    /** The hits of the page. */
    ScoreDoc[] page() {
      return Arrays.copyOfRange(top.scoreDocs, from, to);
    }

    /** Whether there are hits behind the page. */
    boolean more() {
      return to > from && to < top.scoreDocs.length;
    }
  }

  /**
   * What answers a request.
   *
   * @param query the one that was carried out: as asked, or relaxed where that found nothing
   * @param leaves its parts
   */
  record Answer(
      Query query,
      Stage stage,
      RequestTranslator.Understood understood,
      List<QueryLeaf> leaves,
      Found found) {}

  /**
   * A page goes on with the query that found the page before it, even where another one would find
   * something by now.
   *
   * @param warnings where what the user should know is added
   */
  Answer answer(SearchRequest request, Cursors.Start start, List<Warning> warnings)
      throws IOException {
    RequestTranslator.Understood understood = translator.understand(request, warnings);
    Stage begun = start.after() == null ? null : start.after().stage();
    if (begun == Stage.KIN) {
      Answer kin = ofKin(request, start, warnings);
      if (kin != null) {
        return kin;
      }
    }
    if (begun == Stage.SOME) {
      Answer some = ofSome(request, start, understood, warnings);
      if (some != null) {
        return some;
      }
    }
    Found found = find(request, start, understood.query(), understood.words());
    if (begun == null && found.total == 0) {
      boolean mayBeKin = request.interpretation().words() == Words.ALL_THEN_ANY;
      Answer other = mayBeKin ? ofKin(request, start, warnings) : null;
      other = other == null ? ofSome(request, start, understood, warnings) : other;
      if (other != null) {
        return other;
      }
    }
    return new Answer(understood.query(), Stage.AS_ASKED, understood, understood.leaves(), found);
  }

  private @Nullable Answer ofSome(
      SearchRequest request,
      Cursors.Start start,
      RequestTranslator.Understood understood,
      List<Warning> warnings)
      throws IOException {
    Query relaxed = understood.relaxed();
    if (relaxed == null) {
      return null;
    }
    Found some = find(request, start, relaxed, understood.words());
    if (some.total == 0) {
      return null;
    }
    warnings.add(
        new Warning(
            Warning.Code.SOME_WORDS, "No article has all the words; these have some of them."));
    return new Answer(relaxed, Stage.SOME, understood, understood.relaxedLeaves(), some);
  }

  /** How many articles have all that a request asks for, without words of kin. */
  long count(SearchRequest request) throws IOException {
    SearchRequest strict =
        request.interpretation().words() == Words.ALL_THEN_ANY
            ? request.withWords(Words.ALL)
            : request;
    Query query = translator.understand(strict, new ArrayList<>()).query();
    return snapshot.searcher().count(filters.apply(query, request.filters()));
  }

  private @Nullable Answer ofKin(SearchRequest request, Cursors.Start start, List<Warning> warnings)
      throws IOException {
    List<String> unknown = new ArrayList<>();
    RequestTranslator.Understood kin = translator.kin(request, unknown);
    if (kin == null) {
      return null;
    }
    Found found = find(request, start, kin.query(), kin.words());
    if (found.total == 0) {
      return null;
    }
    warnings.add(
        new Warning(
            Warning.Code.WORDS_OF_KIN,
            "No article has a form of "
                + String.join(", ", unknown)
                + "; these have words with the same consonants."));
    return new Answer(kin.query(), Stage.KIN, kin, kin.leaves(), found);
  }

  private static @Nullable Matches matches(
      @Nullable FacetsCollector collected, @Nullable Collapse collapse) throws IOException {
    if (collected == null) {
      return null;
    }
    List<MatchingDocs> found = collected.getMatchingDocs();
    return collapse == null
        ? new Matches(found, Counted.ARTICLES)
        : new Matches(collapse.all(found), Counted.STORIES);
  }

  private @Nullable Collapse collapse(SearchRequest request, Query articles, HitOrder order)
      throws IOException {
    return switch (request.reprints()) {
      case Reprints.Separate separate -> null;
      case Reprints.Collapsed collapsed ->
          Collapse.of(snapshot.searcher(), snapshot.stories(), articles, order.sort());
    };
  }

  private Found find(SearchRequest request, Cursors.Start start, Query asked, List<QueryWord> words)
      throws IOException {
    HitOrder order = new HitOrder(start.order());
    Query articles = order.withPoints(filters.apply(asked, request.filters()));
    Collapse collapse = collapse(request, articles, order);
    Query query = collapse == null ? articles : collapse.apply(articles);
    boolean rerank = order.isByPoints() && start.limit() > 0 && !words.isEmpty();
    Cursor cursor = start.after();
    // A place in the head is found in a head made anew, one behind it by what Lucene sorted by.
    boolean fromBeginning = cursor == null || cursor.head();
    FieldDoc after = cursor == null || cursor.head() ? null : order.hit(cursor);
    int skipped = cursor == null ? start.offset() : cursor.head() ? Reranker.WINDOW : 0;
    int end = start.limit() == 0 ? 0 : skipped + start.limit() + 1; // one more, to tell the end
    int wanted = Math.max(rerank && fromBeginning ? Reranker.WINDOW : 1, end);

    Collected collected = collect(query, order, after, wanted, !request.facets().isEmpty());
    TopDocs top = collected.top;
    int head = 0;
    FieldDoc lastOfHead = null;
    if (rerank && fromBeginning && top.scoreDocs.length > 0) {
      head = Math.min(Reranker.WINDOW, top.scoreDocs.length);
      lastOfHead = (FieldDoc) top.scoreDocs[head - 1];
      top = reranker.rerank(top, words, order.recency());
    }
    int from =
        cursor == null
            ? start.offset()
            : cursor.head() ? placeInHead(order.hit(cursor), top, head) : 0;
    from = Math.min(from, top.scoreDocs.length);
    return new Found(
        top,
        from,
        Math.min(from + start.limit(), top.scoreDocs.length),
        head,
        lastOfHead,
        top.totalHits.value(),
        top.totalHits.relation() == TotalHits.Relation.EQUAL_TO,
        collapse,
        matches(collected.facets, collapse));
  }

  /** How many hits of the head are not behind a hit. */
  private static int placeInHead(FieldDoc hit, TopDocs top, int head) {
    int place = 0;
    while (place < head && HitOrder.byPoints().compare((FieldDoc) top.scoreDocs[place], hit) <= 0) {
      place++;
    }
    return place;
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

  /** How many articles a query finds under the filters of a request. */
  long count(SearchRequest request, Query query) throws IOException {
    return snapshot.searcher().count(filters.apply(query, request.filters()));
  }

  /** The counts that a request asks for, over what answers it. */
  List<FacetCounts> facets(SearchRequest request, Answer answer) throws IOException {
    Matches matches = answer.found.matches;
    if (matches == null) {
      return List.of();
    }
    FacetCounter counter = new FacetCounter(snapshot, entities);
    Map<Dimension, Matches> sideways = new EnumMap<>(Dimension.class);
    List<FacetCounts> counts = new ArrayList<>();
    for (FacetRequest facet : request.facets()) {
      Matches over = matches;
      if (request.filters().values().containsKey(facet.dimension())) {
        // The other values of a dimension stay visible beside the chosen ones: drill sideways.
        over = sideways.get(facet.dimension());
        if (over == null) {
          Query query = filters.apply(answer.query, request.filters().without(facet.dimension()));
          FacetsCollector all = snapshot.searcher().search(query, new FacetsCollectorManager());
          over = new Matches(all.getMatchingDocs(), matches.counted());
          sideways.put(facet.dimension(), over);
        }
      }
      counts.add(counter.count(facet, over, request.filters()));
    }
    return counts;
  }
}
