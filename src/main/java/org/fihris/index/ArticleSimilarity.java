package org.fihris.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;
import org.fihris.analysis.LevelledText;

/** BM25, with the length of texts whose stems are derived of their words. */
final class ArticleSimilarity extends Similarity {
  private final Similarity bm25 = new BM25Similarity();

  @Override
  public long computeNorm(FieldInvertState state) {
    return state.getAttributeSource() instanceof LevelledText.StemCount stems
        ? SmallFloat.intToByte4(stems.count())
        : bm25.computeNorm(state);
  }

  @Override
  public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
    return bm25.scorer(boost, collection, terms);
  }
}
