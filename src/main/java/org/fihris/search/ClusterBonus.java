package org.fihris.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanFirstQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.fihris.cluster.ClusterSearch;
import org.fihris.cluster.ClusterTerms;
import org.fihris.index.Schema;
import org.fihris.matching.QueryWord;
import org.fihris.matching.TextField;
import tools.jackson.databind.JsonNode;

/**
 * What {@link Reranker} adds to the best hits, as a query: its score for an article is what is
 * added. Safe for any number of threads.
 */
final class ClusterBonus {
  private final ClusterSearch search;
  private final ClusterTerms terms;

  ClusterBonus(ClusterSearch search, ClusterTerms terms) {
    this.search = search;
    this.terms = terms;
  }

  /**
   * The same hits, the first of them in their new order with their new scores.
   *
   * @param query that found them, by points
   * @param head how many are looked at
   * @param articles by the numbers of the hits
   */
  TopDocs rerank(
      ClusterQuery query,
      TopDocs top,
      int head,
      List<ClusterArticle> articles,
      List<QueryWord> words) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      ids.add(articles.get(top.scoreDocs[i].doc).id());
    }
    Map<String, Double> found = points(bonus(words), ids, query.preference());
    Recency recency = new HitOrder(query.order()).recency();
    double[] added = new double[head];
    for (int i = 0; i < head; i++) {
      ClusterArticle article = articles.get(top.scoreDocs[i].doc);
      double weight = recency == null ? 1 : 1 + recency.at(article.seconds());
      added[i] = found.getOrDefault(article.id(), 0.0) * weight;
    }
    return Reranker.reordered(top, added);
  }

  /** What a query scores for each of some articles, by their ids; 0 where it matches none. */
  Map<String, Double> points(Query query, List<String> ids, String preference) {
    return points(search.answer(body(query, ids, preference)));
  }

  /** A search for what a query scores for each of some articles. */
  static ClusterSearch.Body body(Query query, List<String> ids, String preference) {
    Query ofArticles =
        new BooleanQuery.Builder()
            .add(query, Occur.SHOULD)
            .add(
                new TermInSetQuery(Schema.ID, ids.stream().map(BytesRef::new).toList()),
                Occur.FILTER)
            .build();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", ClusterSearch.query(ofArticles));
    json.put("size", ids.size());
    json.put("_source", false);
    json.put("docvalue_fields", List.of(Schema.ID));
    json.put("track_total_hits", false);
    return new ClusterSearch.Body(json, true, preference);
  }

  static Map<String, Double> points(JsonNode answer) {
    Map<String, Double> points = new HashMap<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      points.put(
          hit.path("fields").path(Schema.ID).path(0).asString(""), hit.path("_score").asDouble(0));
    }
    return points;
  }

  private Query bonus(List<QueryWord> words) {
    terms.articlesWith(words.stream().map(word -> new Term(Schema.BODY, word.stem())).toList());
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (QueryWord word : words) {
      all.add(written(word), Occur.SHOULD);
      all.add(opening(word), Occur.SHOULD);
    }
    return all.build();
  }

  /** For standing in an article as it was typed. */
  static Query written(QueryWord word) {
    BooleanQuery.Builder written = new BooleanQuery.Builder();
    for (TextField field : TextField.ANYWHERE) {
      Query term = new TermQuery(new Term(Schema.words(field.name()), word.written()));
      written.add(new BoostQuery(term, Reranker.WRITTEN_WEIGHT * field.weight()), Occur.SHOULD);
    }
    return written.build();
  }

  /** For standing in the opening of an article. */
  Query opening(QueryWord word) {
    Term inBody = new Term(Schema.BODY, word.stem());
    int articles = terms.articlesWith(List.of(inBody))[0];
    double rarity = Math.log(1 + (terms.articles() - articles + 0.5) / (articles + 0.5));
    BooleanQuery opening =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Schema.TITLE, word.stem())), Occur.SHOULD)
            .add(new TermQuery(new Term(Schema.SUMMARY, word.stem())), Occur.SHOULD)
            .add(
                new SpanFirstQuery(new SpanTermQuery(inBody), Reranker.OPENING_WORDS), Occur.SHOULD)
            .build();
    return new BoostQuery(
        new ConstantScoreQuery(opening), Reranker.OPENING_WEIGHT * (float) rarity);
  }
}
