package org.fihris.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanFirstQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.opensearch.search.internal.ContextIndexSearcher;

/**
 * A query that scores on a shard as it would in one index of all articles, where the statistics of
 * the whole were gathered ({@code dfs_query_then_fetch}). By itself Lucene leaves out of account
 * the terms that a shard does not have, so that an article with one of several synonyms would score
 * by the shard that it lies on; and a shard that has no word of a phrase would not tell how long
 * its texts are.
 */
final class WholeIndexQuery extends Query {

  /** No term is in so many articles: what is not known comes back as it was handed in. */
  private static final int UNKNOWN = Integer.MAX_VALUE;

  private final Query lucene;
  private final String field;

  /**
   * Those whose statistics count though a shard may lack them; in the order Lucene takes them in.
   */
  private final List<Term> alternatives;

  private WholeIndexQuery(Query lucene, String field, List<Term> alternatives) {
    this.lucene = lucene;
    this.field = field;
    this.alternatives = List.copyOf(alternatives);
  }

  /** For what {@link org.fihris.wire.QueryTree} has put in the place of others. */
  static Query of(Query query) {
    return switch (query) {
      case SynonymQuery synonym ->
          new WholeIndexQuery(synonym, synonym.getField(), synonym.getTerms());
      case MultiPhraseQuery phrase ->
          new WholeIndexQuery(
              phrase,
              phrase.getTermArrays()[0][0].field(),
              Arrays.stream(phrase.getTermArrays()).flatMap(Arrays::stream).toList());
      case PhraseQuery phrase ->
          new WholeIndexQuery(phrase, phrase.getTerms()[0].field(), List.of());
      case SpanFirstQuery first -> new WholeIndexQuery(first, first.getField(), List.of());
      default -> query;
    };
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = lucene.rewrite(searcher);
    return rewritten == lucene ? this : of(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    if (!mode.needsScores()) {
      return lucene.createWeight(searcher, mode, boost);
    }
    // Asked for by every shard, so that all of them count.
    searcher.collectionStatistics(field);
    WholeIndex whole = new WholeIndex(searcher);
    // While statistics are gathered, by another searcher, a shard tells its own only.
    if (searcher instanceof ContextIndexSearcher && !alternatives.isEmpty()) {
      List<TermStatistics> known = known(searcher);
      if (!known.isEmpty()) {
        whole.setSimilarity(new OfAllTerms(searcher.getSimilarity(), known));
      }
    }
    return lucene.createWeight(whole, mode, boost);
  }

  /** The statistics of all alternatives in the index as a whole; none where not gathered. */
  private List<TermStatistics> known(IndexSearcher searcher) throws IOException {
    List<TermStatistics> known = new ArrayList<>();
    for (Term term : alternatives) {
      TermStatistics statistics = searcher.termStatistics(term, UNKNOWN, UNKNOWN);
      if (statistics.docFreq() != UNKNOWN) {
        known.add(statistics);
      }
    }
    return known;
  }

  /** Scores by the statistics of all alternatives, in the place of those that a shard has. */
  private final class OfAllTerms extends Similarity {
    private final Similarity similarity;
    private final List<TermStatistics> known;

    OfAllTerms(Similarity similarity, List<TermStatistics> known) {
      this.similarity = similarity;
      this.known = known;
    }

    @Override
    public long computeNorm(FieldInvertState state) {
      return similarity.computeNorm(state);
    }

    @Override
    public SimScorer scorer(
        float boost, CollectionStatistics collection, TermStatistics... ofShard) {
      return similarity.scorer(
          boost,
          collection,
          lucene instanceof SynonymQuery
              ? new TermStatistics[] {asOne(ofShard[0].term())}
              : known.toArray(TermStatistics[]::new));
    }

    /** As Lucene makes one of synonyms. */
    private TermStatistics asOne(BytesRef name) {
      return new TermStatistics(
          name,
          known.stream().mapToLong(TermStatistics::docFreq).max().orElseThrow(),
          known.stream().mapToLong(TermStatistics::totalTermFreq).sum());
    }
  }

  /** The searcher of a shard, whose similarity can be another. */
  private static final class WholeIndex extends IndexSearcher {
    private final IndexSearcher shard;

    WholeIndex(IndexSearcher shard) {
      super(shard.getTopReaderContext());
      this.shard = shard;
      setQueryCache(null);
      setSimilarity(shard.getSimilarity());
    }

    @Override
    public TermStatistics termStatistics(Term term, int articles, long places) throws IOException {
      return shard.termStatistics(term, articles, places);
    }

    @Override
    public CollectionStatistics collectionStatistics(String name) throws IOException {
      return shard.collectionStatistics(name);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    lucene.visit(visitor);
  }

  @Override
  public String toString(String defaultField) {
    return lucene.toString(defaultField);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WholeIndexQuery query && lucene.equals(query.lucene);
  }

  @Override
  public int hashCode() {
    return 31 * lucene.hashCode() + 1;
  }
}
