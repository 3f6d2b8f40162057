package org.fihris.facet;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Articles of one commit, as a query that finds them: a bit for each article of the index. Filled
 * by one thread, then safe for any number.
 */
public final class ArticleSet extends Query {
  private final List<LeafReaderContext> leaves;
  private final FixedBitSet[] bits;
  private int size;

  public ArticleSet(IndexReader reader) {
    this.leaves = reader.leaves();
    this.bits = new FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      bits[leaf.ord] = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
    }
  }

  /** Adds an article by its number in the whole index. */
  public void add(int doc) {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    add(leaf, doc - leaf.docBase);
  }

  /** Adds an article by its number in a segment. */
  public void add(LeafReaderContext leaf, int doc) {
    size += bits[leaf.ord].getAndSet(doc) ? 0 : 1;
  }

  public int size() {
    return size;
  }

  /** Adds articles of a segment. */
  public void add(LeafReaderContext leaf, FixedBitSet articles) {
    FixedBitSet own = bits[leaf.ord];
    int before = own.cardinality();
    own.or(articles);
    size += own.cardinality() - before;
  }

  /** All of them, segment by segment. */
  public List<MatchingDocs> bySegment() {
    List<MatchingDocs> all = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      int count = bits[leaf.ord].cardinality();
      all.add(new MatchingDocs(leaf, new BitDocIdSet(bits[leaf.ord], count), count, null));
    }
    return all;
  }

  /** The articles of a segment; not to be changed. */
  public FixedBitSet in(LeafReaderContext leaf) {
    return bits[leaf.ord];
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        FixedBitSet own = in(leaf);
        return ConstantScoreScorerSupplier.fromIterator(
            new BitSetIterator(own, own.cardinality()), score(), scoreMode, leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false; // it is one search's own, or quicker than the cache
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return size + " articles";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
