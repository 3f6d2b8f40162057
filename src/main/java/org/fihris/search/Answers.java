package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.fihris.facet.FacetCounter;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.Schema;
import org.fihris.matching.QueryLeaf;
import org.fihris.matching.QueryWord;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Order;
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

  /**
   * What a query found.
   *
   * @param collected every match, if facets are asked for
   */
  record Found(TopDocs top, long total, boolean exact, @Nullable FacetsCollector collected) {}

  /**
   * What answers a request.
   *
   * @param query the one that was carried out: as asked, or relaxed where that found nothing
   * @param leaves its parts
   */
  record Answer(
      Query query, RequestTranslator.Understood understood, List<QueryLeaf> leaves, Found found) {}

  /**
   * @param warnings where what the user should know is added
   */
  Answer answer(SearchRequest request, List<Warning> warnings) throws IOException {
    RequestTranslator.Understood understood = translator.understand(request, warnings);
    Query relaxed = understood.relaxed();
    Found asAsked = find(request, understood.query(), understood.words());
    if (asAsked.total == 0 && request.interpretation().words() == Words.ALL_THEN_ANY) {
      Answer kin = ofKin(request, warnings);
      if (kin != null) {
        return kin;
      }
    }
    if (asAsked.total == 0 && relaxed != null) {
      Found some = find(request, relaxed, understood.words());
      if (some.total > 0) {
        warnings.add(
            new Warning(
                Warning.Code.SOME_WORDS, "No article has all the words; these have some of them."));
        return new Answer(relaxed, understood, understood.relaxedLeaves(), some);
      }
    }
    return new Answer(understood.query(), understood, understood.leaves(), asAsked);
  }

  private @Nullable Answer ofKin(SearchRequest request, List<Warning> warnings) throws IOException {
    List<String> unknown = new ArrayList<>();
    RequestTranslator.Understood kin = translator.kin(request, unknown);
    if (kin == null) {
      return null;
    }
    Found found = find(request, kin.query(), kin.words());
    if (found.total == 0) {
      return null;
    }
    warnings.add(
        new Warning(
            Warning.Code.WORDS_OF_KIN,
            "No article has a form of "
                + String.join(", ", unknown)
                + "; these have words with the same consonants."));
    return new Answer(kin.query(), kin, kin.leaves(), found);
  }

  private Found find(SearchRequest request, Query asked, List<QueryWord> words) throws IOException {
    Query query = filters.apply(asked, request.filters());
    boolean rerank =
        request.order() == Order.RELEVANCE && request.page().limit() > 0 && !words.isEmpty();
    int window = rerank ? Reranker.WINDOW : 1;
    int end = Math.max(window, request.page().offset() + request.page().limit());
    int wanted = Math.max(1, Math.min(end, snapshot.searcher().getIndexReader().maxDoc()));
    IndexSearcher searcher = snapshot.searcher();
    if (request.facets().isEmpty()) {
      TopDocs top = top(searcher, query, request.order(), wanted);
      boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
      return new Found(
          rerank ? reranker.rerank(top, words) : top, top.totalHits.value(), exact, null);
    }
    FacetsCollectorManager manager = new FacetsCollectorManager();
    FacetsCollectorManager.FacetsResult result =
        request.order() == Order.RELEVANCE
            ? FacetsCollectorManager.search(searcher, query, wanted, manager)
            : FacetsCollectorManager.search(
                searcher, query, wanted, sort(request.order()), manager);
    TopDocs top = result.topDocs();
    return new Found(
        rerank ? reranker.rerank(top, words) : top,
        top.totalHits.value(),
        true,
        result.facetsCollector());
  }

  private static TopDocs top(IndexSearcher searcher, Query query, Order order, int wanted)
      throws IOException {
    return order == Order.RELEVANCE
        ? searcher.search(query, new TopScoreDocCollectorManager(wanted, null, COUNTED))
        : searcher.search(query, new TopFieldCollectorManager(sort(order), wanted, null, COUNTED));
  }

  /** By time of publication; the undated come last in either direction. */
  private static Sort sort(Order order) {
    boolean newestFirst = order == Order.NEWEST;
    long undated = newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
    SortField time = new SortField(Schema.TIME, SortField.Type.LONG, newestFirst, undated);
    return new Sort(time, SortField.FIELD_DOC);
  }

  /** The counts that a request asks for, over what answers it. */
  List<FacetCounts> facets(SearchRequest request, Answer answer) throws IOException {
    FacetsCollector collected = answer.found.collected;
    if (collected == null) {
      return List.of();
    }
    FacetCounter counter = new FacetCounter(snapshot, entities);
    Map<Dimension, FacetsCollector> sideways = new EnumMap<>(Dimension.class);
    List<FacetCounts> counts = new ArrayList<>();
    for (FacetRequest facet : request.facets()) {
      List<String> chosen = request.filters().values().getOrDefault(facet.dimension(), List.of());
      FacetsCollector over = collected;
      if (!chosen.isEmpty()) {
        // The other values of a dimension stay visible beside the chosen ones: drill sideways.
        over = sideways.get(facet.dimension());
        if (over == null) {
          Query query = filters.apply(answer.query, request.filters().without(facet.dimension()));
          over = snapshot.searcher().search(query, new FacetsCollectorManager());
          sideways.put(facet.dimension(), over);
        }
      }
      counts.add(counter.count(facet, over, chosen));
    }
    return counts;
  }
}
