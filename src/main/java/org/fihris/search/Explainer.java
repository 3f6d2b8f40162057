package org.fihris.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.matchhighlight.OffsetRange;
import org.fihris.index.Schema;
import org.fihris.index.StoredArticles;
import org.fihris.matching.MarkLevels;
import org.fihris.matching.QueryLeaf;
import org.fihris.matching.QueryWord;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.QueryNode;
import org.fihris.query.Warning;
import org.fihris.snippet.MatchRanges;
import org.jspecify.annotations.Nullable;

/** Takes the score of one article apart. Safe for any thread. */
final class Explainer {
  private final IndexSearcher searcher;
  private final Reranker reranker;

  Explainer(IndexSearcher searcher, Reranker reranker) {
    this.searcher = searcher;
    this.reranker = reranker;
  }

  /**
   * @param query what was searched for, without filters
   * @param filters what the filters leave
   * @param leaves the parts of {@code query}
   * @param order that of the hits
   * @param found the first hits, in that order
   */
  Explanation explain(
      int doc,
      Query query,
      Query filters,
      RequestTranslator.Understood understood,
      List<QueryLeaf> leaves,
      HitOrder order,
      Found found,
      List<Warning> warnings)
      throws IOException {
    TopDocs top = found.top();
    Document stored = StoredArticles.read(searcher.storedFields(), doc);
    boolean matches = searcher.explain(query, doc).isMatch();
    boolean kept = searcher.explain(filters, doc).isMatch();
    int rank = rank(doc, top);
    boolean amongBest = rank > 0 && rank <= found.head();
    List<Explanation.Part> parts = new ArrayList<>();
    for (QueryLeaf leaf : leaves) {
      parts.add(part(leaf, doc, stored, understood.levels(), amongBest));
    }
    boolean hit = matches && kept;
    return new Explanation(
        understood.shown(),
        stored.get(Schema.ID),
        outcome(matches, kept),
        rank,
        hit ? score(query, doc, rank, order, top) : 0,
        parts,
        hit ? recency(doc, order, parts) : null,
        warnings);
  }

  private Explanation.@Nullable Recency recency(
      int doc, HitOrder order, List<Explanation.Part> parts) throws IOException {
    Recency recency = order.recency();
    if (recency == null) {
      return null;
    }
    return recency(
        recency.age(searcher.getIndexReader(), doc),
        recency.of(searcher.getIndexReader(), doc),
        parts);
  }

  /**
   * What being recent adds to the parts.
   *
   * @param age null where the date is not known
   * @param share how recent the article is, from 0 to 1
   */
  static Explanation.Recency recency(
      @Nullable Duration age, double share, List<Explanation.Part> parts) {
    double points = parts.stream().mapToDouble(p -> p.score() + p.asTyped() + p.opening()).sum();
    return new Explanation.Recency(age, share, (float) (points * share));
  }

  /**
   * @param matches whether the article has what is asked for
   * @param kept whether the filters leave it
   */
  static Explanation.Outcome outcome(boolean matches, boolean kept) {
    return matches && kept
        ? Explanation.Outcome.HIT
        : matches ? Explanation.Outcome.FILTERED : Explanation.Outcome.NO_MATCH;
  }

  private static int rank(int doc, TopDocs top) {
    for (int i = 0; i < top.scoreDocs.length; i++) {
      if (top.scoreDocs[i].doc == doc) {
        return i + 1;
      }
    }
    return 0;
  }

  private float score(Query query, int doc, int rank, HitOrder order, TopDocs top)
      throws IOException {
    float ranked = rank > 0 ? top.scoreDocs[rank - 1].score : Float.NaN;
    return Float.isNaN(ranked)
        ? searcher.explain(order.withPoints(query), doc).getValue().floatValue()
        : ranked;
  }

  private Explanation.Part part(
      QueryLeaf leaf, int doc, Document stored, MarkLevels levels, boolean amongBest)
      throws IOException {
    org.apache.lucene.search.Explanation found = searcher.explain(leaf.query(), doc);
    float asTyped = 0;
    float opening = 0;
    for (QueryWord word : amongBest ? leaf.words() : List.<QueryWord>of()) {
      Reranker.Bonus bonus = reranker.bonus(doc, word);
      asTyped += bonus.written();
      opening += bonus.opening();
    }
    return new Explanation.Part(
        leaf.node().display(),
        stem(leaf),
        found.isMatch() ? found.getValue().floatValue() : 0,
        asTyped,
        opening,
        leaf.marks() == null ? List.of() : forms(searcher, leaf.marks(), doc, stored, levels));
  }

  static @Nullable String stem(QueryLeaf leaf) {
    return leaf.node() instanceof QueryNode.Word && leaf.words().size() == 1
        ? leaf.words().getFirst().stem()
        : null;
  }

  /** The forms in which a part of the query stands in an article that a searcher has. */
  static List<Explanation.Form> forms(
      IndexSearcher searcher, Query marks, int doc, Document stored, MarkLevels levels)
      throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(doc, segments));
    Map<String, List<OffsetRange>> ranges =
        new MatchRanges(searcher, marks, segment).of(doc - segment.docBase, Integer.MAX_VALUE);
    Map<Explanation.Form, Integer> counts = new LinkedHashMap<>();
    for (String field : Schema.TEXTS) {
      String text = stored.get(field);
      for (OffsetRange range :
          text == null ? List.<OffsetRange>of() : ranges.getOrDefault(field, List.of())) {
        String form = text.substring(range.from, range.to);
        MarkLevels.Match match = levels.match(form);
        if (match != null) {
          counts.merge(new Explanation.Form(field, form, 0, match.level()), 1, Integer::sum);
        }
      }
    }
    List<Explanation.Form> forms = new ArrayList<>();
    counts.forEach(
        (form, count) ->
            forms.add(new Explanation.Form(form.field(), form.text(), count, form.level())));
    return forms;
  }
}
