package org.fihris.facet;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * One number for each article of a commit, such as that of its only value in a field. Numbers are
 * read from the index, and of segments of which many articles are asked for they are kept in
 * memory, which answers several times as fast: two bytes an article. Safe for any number of
 * threads.
 */
final class ArticleNumbers {

  /**
   * All numbers of a segment are read where one in so many is wanted: then reading all takes no
   * longer than a few searches do.
   */
  private static final int MANY = 8;

  private final int largest;
  private final Source source;
  private final AtomicReferenceArray<@Nullable Numbers> kept;

  /** The numbers of a segment. For one thread, and for articles in the order of the segment. */
  interface Numbers {
    int of(int doc) throws IOException;

    /**
     * Counts how many of some articles have each number.
     *
     * @param counts by number, which is added to
     */
    default void count(DocIdSetIterator docs, int[] counts) throws IOException {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        counts[of(doc)]++;
      }
    }
  }

  /** Opens the numbers of a segment in the index; null where articles have no single number. */
  interface Source {
    @Nullable Numbers of(MatchingDocs articles) throws IOException;
  }

  /**
   * @param largest number that there is; none is below 0
   */
  ArticleNumbers(IndexReader reader, int largest, Source source) {
    this.largest = largest;
    this.source = source;
    this.kept = new AtomicReferenceArray<>(reader.leaves().size());
  }

  /**
   * The numbers of the segment that some articles are of, for one thread and for articles in the
   * order of the segment; null where articles have no single number.
   */
  @Nullable Numbers of(MatchingDocs articles) throws IOException {
    int segment = articles.context().ord;
    Numbers known = kept.get(segment);
    if (known != null) {
      return known;
    }
    Numbers read = source.of(articles);
    int all = articles.context().reader().maxDoc();
    if (read == null || articles.totalHits() < all / MANY || largest > Character.MAX_VALUE) {
      return read;
    }
    char[] numbers = new char[all];
    for (int doc = 0; doc < all; doc++) {
      numbers[doc] = (char) read.of(doc);
    }
    // Two threads that ask first at once both read them all, and one result is kept.
    kept.set(segment, new InMemory(numbers));
    return kept.get(segment);
  }

  private record InMemory(char[] numbers) implements Numbers {

    @Override
    public int of(int doc) {
      return numbers[doc];
    }

    /** Of many articles a set of bits is gone through word by word, as nothing else is as fast. */
    @Override
    public void count(DocIdSetIterator docs, int[] counts) throws IOException {
      FixedBitSet set = BitSetIterator.getFixedBitSetOrNull(docs);
      if (set == null) {
        Numbers.super.count(docs, counts);
        return;
      }
      long[] words = set.getBits();
      for (int word = 0; word < FixedBitSet.bits2words(set.length()); word++) {
        for (long left = words[word]; left != 0; left &= left - 1) {
          counts[numbers[(word << 6) + Long.numberOfTrailingZeros(left)]]++;
        }
      }
    }
  }
}
