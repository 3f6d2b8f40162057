package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.fihris.facet.ArticleSet;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The best of many articles that are known to match a query, without giving points to each.
 *
 * <p>Lucene skips what cannot be among the best well where any of some terms may match, and badly
 * where each of several must. So candidates are found by any of the terms among the articles that
 * match, and get their points from the query itself.
 */
final class BestOfMany {
  /** Candidates beside those that are wanted: points of the first step are sums of other order. */
  private static final int SPARE = 20;

  /** Far more than the points of the two steps can differ by rounding. */
  private static final float ROUNDING = 1 + 1e-5f;

  private final IndexSearcher searcher;

  /**
   * @param searcher that need not remember anything of queries
   */
  BestOfMany(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Whether several parts of a query must match; of others Lucene itself finds the best sooner. */
  static boolean isFor(Query query) {
    return switch (query) {
      case BoostQuery boosted -> isFor(boosted.getQuery());
      case BooleanQuery all -> {
        List<BooleanClause> scoring =
            all.clauses().stream().filter(BooleanClause::isScoring).toList();
        yield scoring.stream().filter(BooleanClause::isRequired).count() > 1
            || scoring.stream().anyMatch(clause -> isFor(clause.query()));
      }
      default -> false;
    };
  }

  /**
   * The best hits, by points and equal ones by {@link Schema#TIE}; null where that takes looking at
   * all, since too many have about the same points.
   *
   * @param matching every article that matches
   */
  FieldDoc @Nullable [] of(Query query, ArticleSet matching, int wanted) throws IOException {
    Query rewritten = searcher.rewrite(query);
    int most = wanted + SPARE;
    ScoreDoc[] candidates =
        searcher.search(
                anyPart(rewritten, matching), new TopScoreDocCollectorManager(most, null, 1))
            .scoreDocs;
    FieldDoc[] best = withPoints(rewritten, candidates);
    if (candidates.length < most) {
      return candidates.length < Math.min(most, matching.size()) ? null : first(best, wanted);
    }
    boolean apart = best[wanted - 1].score > candidates[most - 1].score * ROUNDING;
    return apart ? first(best, wanted) : null;
  }

  private static FieldDoc[] first(FieldDoc[] best, int wanted) {
    return Arrays.copyOf(best, Math.min(wanted, best.length));
  }

  /** Any part of a query that gives points, among some articles: never less than the query does. */
  private static Query anyPart(Query query, ArticleSet matching) {
    BooleanQuery.Builder any =
        new BooleanQuery.Builder().add(matching, Occur.FILTER).setMinimumNumberShouldMatch(1);
    List<Query> parts = new ArrayList<>();
    addParts(query, 1, parts);
    parts.forEach(part -> any.add(part, Occur.SHOULD));
    return any.build();
  }

  private static void addParts(Query query, float boost, List<Query> parts) {
    switch (query) {
      case BoostQuery boosted -> addParts(boosted.getQuery(), boost * boosted.getBoost(), parts);
      case BooleanQuery all -> {
        for (BooleanClause clause : all.clauses()) {
          if (clause.isScoring()) {
            addParts(clause.query(), boost, parts);
          }
        }
      }
      default -> parts.add(boost == 1 ? query : new BoostQuery(query, boost));
    }
  }

  /** The candidates in the order of their true points. */
  private FieldDoc[] withPoints(Query query, ScoreDoc[] candidates) throws IOException {
    ScoreDoc[] inOrder = candidates.clone();
    Arrays.sort(inOrder, Comparator.comparingInt(hit -> hit.doc));
    Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE, 1);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    FieldDoc[] hits = new FieldDoc[inOrder.length];
    int next = 0;
    while (next < inOrder.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(inOrder[next].doc, leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer = weight.scorer(leaf);
      NumericDocValues ties = DocValues.getNumeric(leaf.reader(), Schema.TIE);
      for (; next < inOrder.length && inOrder[next].doc < end; next++) {
        int doc = inOrder[next].doc - leaf.docBase;
        if (scorer == null || scorer.iterator().advance(doc) != doc) {
          throw new IllegalStateException("article " + inOrder[next].doc + " does not match");
        }
        float points = scorer.score();
        long tie = ties.advanceExact(doc) ? ties.longValue() : 0;
        hits[next] = new FieldDoc(inOrder[next].doc, points, new Object[] {points, tie});
      }
    }
    // Stable: those that are equal in both stay in the order of the index.
    Arrays.sort(hits, HitOrder.byPoints());
    return hits;
  }
}
