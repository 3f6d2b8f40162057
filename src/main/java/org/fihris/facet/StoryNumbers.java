package org.fihris.facet;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
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
    SortedDocValues[] perLeaf = new SortedDocValues[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      perLeaf[leaf.ord] = DocValues.getSorted(leaf.reader(), Schema.GROUP);
    }
    OrdinalMap ordinals = OrdinalMap.build(null, perLeaf, PackedInts.DEFAULT);
    int[][] numbers = new int[leaves.size()][];
    int[] articles = new int[Math.toIntExact(ordinals.getValueCount())];
    for (LeafReaderContext leaf : leaves) {
      numbers[leaf.ord] = stories(leaf, perLeaf[leaf.ord], ordinals.getGlobalOrds(leaf.ord));
      for (int story : numbers[leaf.ord]) {
        if (story != ALONE) {
          articles[story]++;
        }
      }
    }
    int count = 0;
    for (int story = 0; story < articles.length; story++) {
      articles[story] = articles[story] > 1 ? count++ : ALONE;
    }
    ArticleSet reprinted = new ArticleSet(reader);
    for (LeafReaderContext leaf : leaves) {
      int[] own = numbers[leaf.ord];
      for (int doc = 0; doc < own.length; doc++) {
        own[doc] = own[doc] == ALONE ? ALONE : articles[own[doc]];
        if (own[doc] != ALONE) {
          reprinted.add(leaf, doc);
        }
      }
    }
    return new StoryNumbers(leaves, numbers, reprinted, count);
  }

  /** The ordinals of the stories of a segment's articles, none for those that were deleted. */
  private static int[] stories(LeafReaderContext leaf, SortedDocValues groups, LongValues global)
      throws IOException {
    int[] stories = new int[leaf.reader().maxDoc()];
    Arrays.fill(stories, ALONE);
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = groups.nextDoc(); doc != NO_MORE_DOCS; doc = groups.nextDoc()) {
      if (live == null || live.get(doc)) {
        stories[doc] = (int) global.get(groups.ordValue());
      }
    }
    return stories;
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
