package org.fihris.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.fihris.cluster.ClusterDocument;
import org.fihris.cluster.ClusterSearch;
import org.fihris.index.ArticlesInMemory;
import org.fihris.index.Schema;
import org.fihris.matching.QueryLeaf;
import org.fihris.matching.QueryWord;
import org.fihris.query.Order;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes the score of one article of an index on a cluster apart: each part is searched for among
 * this article alone, all in one journey. For one use.
 */
final class ClusterExplainer {
  private final ClusterReader reader;
  private final String id;
  private final JsonNode source;
  private final String preference;

  /**
   * @param source all that is kept of the article
   */
  ClusterExplainer(ClusterReader reader, String id, JsonNode source, String preference) {
    this.reader = reader;
    this.id = id;
    this.source = source;
    this.preference = preference;
  }

  /**
   * @param filtered what the filters leave
   * @param order that of the hits
   */
  Explanation explain(Query filtered, HitOrder order, Answers.Answer answer, List<Warning> warnings)
      throws IOException {
    Found found = answer.found();
    int rank = rank(found);
    boolean amongBest = rank > 0 && rank <= found.head();
    List<ClusterSearch.Body> bodies = new ArrayList<>();
    bodies.add(body(answer.query(), order));
    bodies.add(body(filtered, new HitOrder(Order.RELEVANCE)));
    for (QueryLeaf leaf : answer.leaves()) {
      bodies.add(body(leaf.query(), new HitOrder(Order.RELEVANCE)));
      for (QueryWord word : words(leaf, amongBest)) {
        bodies.add(ClusterBonus.body(ClusterBonus.written(word), List.of(id), preference));
        bodies.add(
            ClusterBonus.body(
                new ClusterBonus(reader.search(), reader.terms()).opening(word),
                List.of(id),
                preference));
      }
    }
    List<JsonNode> answers = reader.search().answers(bodies);
    boolean matches = isMatch(answers.get(0));
    boolean hit = matches && isMatch(answers.get(1));
    List<Explanation.Part> parts = parts(answer, amongBest, answers.subList(2, answers.size()));
    float ranked = rank > 0 ? found.top().scoreDocs[rank - 1].score : Float.NaN;
    float score = Float.isNaN(ranked) ? score(answers.get(0)) : ranked;
    return new Explanation(
        answer.understood().shown(),
        id,
        Explainer.outcome(matches, isMatch(answers.get(1))),
        rank,
        hit ? score : 0,
        parts,
        hit ? recency(order, parts) : null,
        warnings);
  }

  private static List<QueryWord> words(QueryLeaf leaf, boolean amongBest) {
    return amongBest ? leaf.words() : List.of();
  }

  /** A search for this article, as far as a query matches it. */
  private ClusterSearch.Body body(Query query, HitOrder order) {
    Query one =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TermQuery(new Term(Schema.ID, id)), Occur.FILTER)
            .build();
    return new ClusterQuery(one, order.isByPoints() ? order.order() : Order.RELEVANCE, preference)
        .hits(null, 1, 0, false);
  }

  private static boolean isMatch(JsonNode answer) {
    return !answer.path("hits").path("hits").isEmpty();
  }

  private static float score(JsonNode answer) {
    return answer.path("hits").path("hits").path(0).path("sort").path(0).asFloat(0);
  }

  private int rank(Found found) throws IOException {
    ScoreDoc[] top = found.top().scoreDocs;
    return found.articles().ids(top).indexOf(id) + 1;
  }

  private List<Explanation.Part> parts(
      Answers.Answer answer, boolean amongBest, List<JsonNode> answers) throws IOException {
    Document stored = ClusterDocument.stored(source);
    List<Explanation.Part> parts = new ArrayList<>();
    int next = 0;
    try (ArticlesInMemory one = ArticlesInMemory.of(List.of(stored), reader.analyzer())) {
      for (QueryLeaf leaf : answer.leaves()) {
        JsonNode found = answers.get(next++);
        float asTyped = 0;
        float opening = 0;
        for (QueryWord word : words(leaf, amongBest)) {
          asTyped += points(answers.get(next++));
          opening += points(answers.get(next++));
        }
        parts.add(
            new Explanation.Part(
                leaf.node().display(),
                Explainer.stem(leaf),
                isMatch(found) ? score(found) : 0,
                asTyped,
                opening,
                leaf.marks() == null
                    ? List.of()
                    : Explainer.forms(
                        one.searcher(), leaf.marks(), 0, stored, answer.understood().levels())));
      }
    }
    return parts;
  }

  private float points(JsonNode answer) {
    Map<String, Double> points = ClusterBonus.points(answer);
    return points.getOrDefault(id, 0.0).floatValue();
  }

  private Explanation.@Nullable Recency recency(HitOrder order, List<Explanation.Part> parts) {
    Recency recency = order.recency();
    if (recency == null) {
      return null;
    }
    JsonNode time = source.path(Schema.TIME);
    Long seconds = time.isNumber() ? time.longValue() : null;
    Duration age =
        seconds == null ? null : Duration.between(Instant.ofEpochSecond(seconds), recency.now());
    return Explainer.recency(age, recency.at(seconds), parts);
  }
}
