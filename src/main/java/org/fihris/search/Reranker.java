package org.fihris.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.IOSupplier;
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

  static final float WRITTEN_WEIGHT = 0.3f;
  static final float OPENING_WEIGHT = 0.25f;

  /** Words of the body that are its opening: what a newsroom puts first is what it is about. */
  static final int OPENING_WORDS = 40;

  private final IndexSearcher searcher;
  private final IndexReader reader;

  /** By field, of which there are few; the index does not change. */
  private final Map<String, CollectionStatistics> statistics = new ConcurrentHashMap<>();

  Reranker(IndexSearcher searcher) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
  }

  /**
   * The same hits, the first {@link #WINDOW} of them in their new order with their new scores.
   *
   * @param top by points
   * @param recency what the words add is worth as much more as the rest; null where it counts not
   * @param lookups of the search that found them
   */
  TopDocs rerank(TopDocs top, List<QueryWord> words, @Nullable Recency recency, TermLookups lookups)
      throws IOException {
    int count = Math.min(WINDOW, top.scoreDocs.length);
    ScoreDoc[] bonus = new ScoreDoc[count];
    for (int i = 0; i < count; i++) {
      bonus[i] = new ScoreDoc(top.scoreDocs[i].doc, 0);
    }
    Arrays.sort(bonus, Comparator.comparingInt(hit -> hit.doc));
    for (QueryWord word : words) {
      for (TextField field : TextField.ANYWHERE) {
        addWritten(bonus, word, field, lookups);
      }
      addOpening(bonus, word, lookups);
    }
    double[] added = new double[count];
    for (int i = 0; i < count; i++) {
      ScoreDoc hit = top.scoreDocs[i];
      double weight = recency == null ? 1 : 1 + recency.of(reader, hit.doc);
      added[i] = bonus[place(bonus, hit)].score * weight;
    }
    return reordered(top, added);
  }

  /**
   * Hits with something added to the first of them.
   *
   * @param added to each of the first, in their order
   */
  static TopDocs reordered(TopDocs top, double[] added) {
    int count = added.length;
    FieldDoc[] best = new FieldDoc[count];
    for (int i = 0; i < count; i++) {
      FieldDoc hit = (FieldDoc) top.scoreDocs[i];
      best[i] = new FieldDoc(hit.doc, (float) (hit.score + added[i]), hit.fields);
    }
    Arrays.sort(best, HitOrder.byPoints());
    ScoreDoc[] all = top.scoreDocs.clone();
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
    TermLookups lookups = new TermLookups(searcher);
    for (TextField field : TextField.ANYWHERE) {
      addWritten(one, word, field, lookups);
    }
    float written = one[0].score;
    one[0].score = 0;
    addOpening(one, word, lookups);
    return new Bonus(written, one[0].score);
  }

  /** What is done with an article in which a term stands. */
  private interface Found {
    void at(ScoreDoc hit, PostingsEnum postings, @Nullable NumericDocValues norms)
        throws IOException;
  }

  private void addWritten(ScoreDoc[] hits, QueryWord word, TextField field, TermLookups lookups)
      throws IOException {
    Term term = new Term(Schema.words(field.name()), word.written());
    TermStates states = lookups.of(term);
    if (states.docFreq() == 0) {
      return;
    }
    SimScorer scorer = scorer(term, states, WRITTEN_WEIGHT * field.weight());
    each(
        hits,
        term,
        states,
        PostingsEnum.FREQS,
        (hit, postings, norms) -> {
          long norm = norms != null && norms.advanceExact(postings.docID()) ? norms.longValue() : 1;
          hit.score += scorer.score(postings.freq(), norm);
        });
  }

  private SimScorer scorer(Term term, TermStates states, float weight) throws IOException {
    CollectionStatistics field = statistics.get(term.field());
    if (field == null) {
      field = Objects.requireNonNull(searcher.collectionStatistics(term.field()), "has terms");
      statistics.put(term.field(), field);
    }
    return searcher
        .getSimilarity()
        .scorer(
            weight,
            field,
            new TermStatistics(term.bytes(), states.docFreq(), states.totalTermFreq()));
  }

  private void addOpening(ScoreDoc[] hits, QueryWord word, TermLookups lookups) throws IOException {
    Term inBody = new Term(Schema.BODY, word.stem());
    TermStates states = lookups.of(inBody);
    int articles = states.docFreq();
    double rarity = Math.log(1 + (reader.numDocs() - articles + 0.5) / (articles + 0.5));
    float bonus = OPENING_WEIGHT * (float) rarity;
    boolean[] found = new boolean[hits.length];
    for (String field : List.of(Schema.TITLE, Schema.SUMMARY)) {
      Term term = new Term(field, word.stem());
      each(
          hits,
          term,
          lookups.of(term),
          PostingsEnum.NONE,
          (hit, postings, norms) -> found[place(hits, hit)] = true);
    }
    each(
        hits,
        inBody,
        states,
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
  private void each(ScoreDoc[] hits, Term term, TermStates states, int wanted, Found found)
      throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    int next = 0;
    while (next < hits.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hits[next].doc, leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      PostingsEnum postings = postings(leaf, term, states, wanted);
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

  /** The postings of a term that was looked up already; null where the segment has none. */
  private static @Nullable PostingsEnum postings(
      LeafReaderContext leaf, Term term, TermStates states, int wanted) throws IOException {
    IOSupplier<TermState> found = states.get(leaf);
    TermState state = found == null ? null : found.get();
    Terms terms = state == null ? null : leaf.reader().terms(term.field());
    if (terms == null) {
      return null;
    }
    TermsEnum each = terms.iterator();
    each.seekExact(term.bytes(), state);
    return each.postings(null, wanted);
  }
}
