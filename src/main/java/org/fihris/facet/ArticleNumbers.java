package org.fihris.facet;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * One number for each article of a commit, such as that of its only value in a field. Numbers are
 * read from the index, and of segments of which many articles are asked for they are kept in
 * memory, which answers several times as fast: one, two or four bytes an article, as the largest
 * number needs. Safe for any number of threads.
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
    if (read == null || articles.totalHits() < all / MANY) {
      return read;
    }
    // Two threads that ask first at once both read them all, and keep one result.
    Numbers made = inMemory(read, all);
    return kept.compareAndSet(segment, null, made) ? made : kept.get(segment);
  }

  private Numbers inMemory(Numbers read, int articles) throws IOException {
    if (largest <= 0xff) {
      byte[] numbers = new byte[articles];
      for (int doc = 0; doc < articles; doc++) {
        numbers[doc] = (byte) read.of(doc);
      }
      return doc -> numbers[doc] & 0xff;
    }
    if (largest <= Character.MAX_VALUE) {
      char[] numbers = new char[articles];
      for (int doc = 0; doc < articles; doc++) {
        numbers[doc] = (char) read.of(doc);
      }
      return doc -> numbers[doc];
    }
    int[] numbers = new int[articles];
    for (int doc = 0; doc < articles; doc++) {
      numbers[doc] = read.of(doc);
    }
    return doc -> numbers[doc];
  }
}
