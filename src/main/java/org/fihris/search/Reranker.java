package org.fihris.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.fihris.index.Schema;
import org.fihris.matching.QueryWord;
import org.fihris.matching.TextField;
import org.jspecify.annotations.Nullable;

/**
 * Puts the best hits into a better order, by evidence that would cost too much to weigh for all:
 * words that stand in an article as they were typed, and words in its opening.
 *
 * <p>Only adds to a score, so the hits behind those looked at stay behind them. {@code
 * docs/ranking.md} has the figures that the weights come from.
 */
final class Reranker {

  /** How many hits are looked at, whatever page is asked for. */
  static final int WINDOW = 20;

  private static final float WRITTEN_WEIGHT = 0.3f;
  private static final float OPENING_WEIGHT = 0.25f;

  /** Words of the body that are its opening: what a newsroom puts first is what it is about. */
  private static final int OPENING_WORDS = 40;

  private final IndexSearcher searcher;
  private final IndexReader reader;

  Reranker(IndexSearcher searcher) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
  }

  /** The same hits, the first {@link #WINDOW} of them in their new order with their new scores. */
  TopDocs rerank(TopDocs top, List<QueryWord> words) throws IOException {
    int count = Math.min(WINDOW, top.scoreDocs.length);
    if (count == 0 || words.isEmpty()) {
      return top;
    }
    ScoreDoc[] all = top.scoreDocs.clone();
    ScoreDoc[] best = new ScoreDoc[count];
    for (int i = 0; i < count; i++) {
      best[i] = new ScoreDoc(all[i].doc, all[i].score, all[i].shardIndex);
    }
    Arrays.sort(best, Comparator.comparingInt(hit -> hit.doc));
    for (QueryWord word : words) {
      for (TextField field : TextField.ANYWHERE) {
        addWritten(best, word, field);
      }
      addOpening(best, word);
    }
    Arrays.sort(
        best,
        Comparator.<ScoreDoc>comparingDouble(hit -> -hit.score).thenComparingInt(hit -> hit.doc));
    System.arraycopy(best, 0, all, 0, count);
    return new TopDocs(top.totalHits, all);
  }

  /**
   * What a word adds to the score of an article among the best.
   *
   * @param written for standing in it as it was typed
   * @param opening for standing in its opening
   */
  record Bonus(float written, float opening) {}

  Bonus bonus(int doc, QueryWord word) throws IOException {
    ScoreDoc[] one = {new ScoreDoc(doc, 0)};
    for (TextField field : TextField.ANYWHERE) {
      addWritten(one, word, field);
    }
    float written = one[0].score;
    one[0].score = 0;
    addOpening(one, word);
    return new Bonus(written, one[0].score);
  }

  /** What is done with an article in which a term stands. */
  private interface Found {
    void at(ScoreDoc hit, PostingsEnum postings, @Nullable NumericDocValues norms)
        throws IOException;
  }

  private void addWritten(ScoreDoc[] hits, QueryWord word, TextField field) throws IOException {
    Term term = new Term(Schema.words(field.name()), word.written());
    SimScorer scorer = scorer(term, WRITTEN_WEIGHT * field.weight());
    if (scorer == null) {
      return;
    }
    each(
        hits,
        term,
        PostingsEnum.FREQS,
        (hit, postings, norms) -> {
          long norm = norms != null && norms.advanceExact(postings.docID()) ? norms.longValue() : 1;
          hit.score += scorer.score(postings.freq(), norm);
        });
  }

  private @Nullable SimScorer scorer(Term term, float weight) throws IOException {
    CollectionStatistics field = searcher.collectionStatistics(term.field());
    int articles = field == null ? 0 : reader.docFreq(term);
    return field == null || articles == 0
        ? null
        : searcher
            .getSimilarity()
            .scorer(
                weight,
                field,
                new TermStatistics(term.bytes(), articles, reader.totalTermFreq(term)));
  }

  private void addOpening(ScoreDoc[] hits, QueryWord word) throws IOException {
    Term inBody = new Term(Schema.BODY, word.stem());
    int articles = reader.docFreq(inBody);
    double rarity = Math.log(1 + (reader.numDocs() - articles + 0.5) / (articles + 0.5));
    float bonus = OPENING_WEIGHT * (float) rarity;
    boolean[] found = new boolean[hits.length];
    for (String field : List.of(Schema.TITLE, Schema.SUMMARY)) {
      each(
          hits,
          new Term(field, word.stem()),
          PostingsEnum.NONE,
          (hit, postings, norms) -> found[place(hits, hit)] = true);
    }
    each(
        hits,
        inBody,
        PostingsEnum.POSITIONS,
        (hit, postings, norms) -> {
          if (postings.nextPosition() < OPENING_WORDS) {
            found[place(hits, hit)] = true;
          }
        });
    for (int i = 0; i < hits.length; i++) {
      hits[i].score += found[i] ? bonus : 0;
    }
  }

  private static int place(ScoreDoc[] hits, ScoreDoc hit) {
    return Arrays.binarySearch(hits, hit, Comparator.comparingInt(other -> other.doc));
  }

  /** Goes through those of the hits that hold a term; they are in the order of the index. */
  private void each(ScoreDoc[] hits, Term term, int wanted, Found found) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    int next = 0;
    while (next < hits.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hits[next].doc, leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      PostingsEnum postings = leaf.reader().postings(term, wanted);
      NumericDocValues norms =
          postings != null && wanted == PostingsEnum.FREQS
              ? leaf.reader().getNormValues(term.field())
              : null;
      for (; next < hits.length && hits[next].doc < end; next++) {
        int doc = hits[next].doc - leaf.docBase;
        if (postings == null || postings.docID() == DocIdSetIterator.NO_MORE_DOCS) {
          continue;
        }
        if (postings.docID() < doc) {
          postings.advance(doc);
        }
        if (postings.docID() == doc) {
          found.at(hits[next], postings, norms);
        }
      }
    }
  }
}
