package org.fihris.facet;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.fihris.index.Schema;

/**
 * The stories of one commit that more than one article tells, numbered from 0. Most articles are
 * the only one of their story and need no number, which keeps what is worked out for the others
 * small. Four bytes an article; immutable, safe for any number of threads.
 */
public final class StoryNumbers {
  /** An article that is the only one of its story. */
  public static final int ALONE = -1;

  private final List<LeafReaderContext> leaves;
  private final int[][] numbers;
  private final ArticleSet reprinted;
  private final int count;

  private StoryNumbers(
      List<LeafReaderContext> leaves, int[][] numbers, ArticleSet reprinted, int count) {
    this.leaves = leaves;
    this.numbers = numbers;
    this.reprinted = reprinted;
    this.count = count;
  }

  static StoryNumbers of(IndexReader reader) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      segments.add(Segment.of(leaf));
    }
    long[] shared = shared(segments);
    ArticleSet reprinted = new ArticleSet(reader);
    int[][] numbers = new int[leaves.size()][];
    for (LeafReaderContext leaf : leaves) {
      int[] own = segments.get(leaf.ord).numbers(shared);
      numbers[leaf.ord] = own;
      for (int doc = 0; doc < own.length; doc++) {
        if (own[doc] != ALONE) {
          reprinted.add(leaf, doc);
        }
      }
    }
    return new StoryNumbers(leaves, numbers, reprinted, shared.length);
  }

  /** The keys of the stories that more than one article tells, sorted. */
  private static long[] shared(List<Segment> segments) {
    long[] keys = new long[segments.stream().mapToInt(segment -> 2 * segment.keys.length).sum()];
    int size = 0;
    for (Segment segment : segments) {
      for (int story = 0; story < segment.keys.length; story++) {
        for (int i = 0; i < Math.min(2, segment.articles[story]); i++) {
          keys[size++] = segment.keys[story];
        }
      }
    }
    Arrays.sort(keys, 0, size);
    int kept = 0;
    for (int i = 1; i < size; i++) {
      if (keys[i] == keys[i - 1] && (kept == 0 || keys[kept - 1] != keys[i])) {
        keys[kept++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, kept);
  }

  /**
   * The stories of a segment.
   *
   * @param keys of its stories
   * @param articles how many articles tell each
   * @param stories the story of each article by its place among the keys, {@link #ALONE} for those
   *     that were deleted
   */
  private record Segment(long[] keys, int[] articles, int[] stories) {

    static Segment of(LeafReaderContext leaf) throws IOException {
      SortedDocValues groups = DocValues.getSorted(leaf.reader(), Schema.GROUP);
      long[] keys = new long[groups.getValueCount()];
      TermsEnum terms = groups.termsEnum();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        keys[(int) terms.ord()] = key(term);
      }
      int[] articles = new int[keys.length];
      int[] stories = new int[leaf.reader().maxDoc()];
      Arrays.fill(stories, ALONE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = groups.nextDoc(); doc != NO_MORE_DOCS; doc = groups.nextDoc()) {
        if (live == null || live.get(doc)) {
          stories[doc] = groups.ordValue();
          articles[stories[doc]]++;
        }
      }
      return new Segment(keys, articles, stories);
    }

    /** The key that is indexed in hexadecimal digits; to make a string of each takes longer. */
    private static long key(BytesRef digits) {
      long key = 0;
      for (int i = 0; i < digits.length; i++) {
        key = key << 4 | HexFormat.fromHexDigit(digits.bytes[digits.offset + i]);
      }
      return key;
    }

    /** The numbers of the articles' stories: their places among those that are shared. */
    int[] numbers(long[] shared) {
      int[] ofStory = new int[keys.length];
      for (int story = 0; story < keys.length; story++) {
        ofStory[story] = Math.max(ALONE, Arrays.binarySearch(shared, keys[story]));
      }
      int[] numbers = new int[stories.length];
      for (int doc = 0; doc < numbers.length; doc++) {
        numbers[doc] = stories[doc] == ALONE ? ALONE : ofStory[stories[doc]];
      }
      return numbers;
    }
  }

  /** How many stories there are that more than one article tells. */
  public int count() {
    return count;
  }

  /** The number of the story of an article, {@link #ALONE} if no other article tells it. */
  public int of(LeafReaderContext leaf, int doc) {
    return numbers[leaf.ord][doc];
  }

  /** As {@link #of(LeafReaderContext, int)}, by the number of the article in the whole index. */
  public int of(int doc) {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    return of(leaf, doc - leaf.docBase);
  }

  /** The articles whose story is told by others too. */
  public ArticleSet reprinted() {
    return reprinted;
  }
}
