package org.fihris.cluster;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.index.Schema;

/**
 * Keeps queries from being cut short on a shard before it has told how frequent their terms are.
 *
 * <p>A shard that has no day in a range makes nothing of that condition, and with it of the query
 * as a whole; then its words are not counted there, and all scores are a little off. So no such
 * condition stands alone: beside it stands a term that no article has, of which a shard knows no
 * better than to look.
 */
final class WholeStatistics {

  /** The id of no article. */
  private static final Query NEVER = new TermQuery(new Term(Schema.ID, ""));

  private WholeStatistics() {}

  /** A query that finds and scores the same, and tells of all its terms on every shard. */
  static Query of(Query query) {
    return switch (query) {
      case PointRangeQuery range -> orNever(range);
      case FieldExistsQuery exists -> orNever(exists);
      case BooleanQuery bool -> {
        BooleanQuery.Builder same =
            new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(bool.getMinimumNumberShouldMatch());
        for (BooleanClause clause : bool.clauses()) {
          same.add(of(clause.query()), clause.occur());
        }
        yield same.build();
      }
      case BoostQuery boost -> new BoostQuery(of(boost.getQuery()), boost.getBoost());
      case ConstantScoreQuery constant -> new ConstantScoreQuery(of(constant.getQuery()));
      case DisjunctionMaxQuery best ->
          new DisjunctionMaxQuery(
              best.getDisjuncts().stream().map(WholeStatistics::of).toList(),
              best.getTieBreakerMultiplier());
      default -> query;
    };
  }

  private static Query orNever(Query query) {
    return new BooleanQuery.Builder().add(query, Occur.SHOULD).add(NEVER, Occur.SHOULD).build();
  }
}
