package org.fihris.search;

import java.util.Arrays;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/**
 * What a query found.
 *
 * @param top the first hits, from the beginning or from a cursor on; at least those of the page,
 *     and one more where there is one
 * @param from where the page begins in {@code top}
 * @param to where it ends, exclusive
 * @param head how many of {@code top} the second step of ranking looked at
 * @param lastOfHead the last of those by the first step; null where there are none
 * @param total how many hits there are: articles, or stories if reprints are collapsed
 * @param exact whether {@code total} is exact rather than a lower bound
 * @param articles all of them
 */
record Found(
    TopDocs top,
    int from,
    int to,
    int head,
    @Nullable FieldDoc lastOfHead,
    long total,
    boolean exact,
    FoundArticles articles) {

  /** How many articles there are, one by one. */
  long articleCount() {
    return total + articles.behind();
  }

  /** The hits of the page. */
  ScoreDoc[] page() {
    return Arrays.copyOfRange(top.scoreDocs, from, to);
  }

  /** Whether there are hits behind the page. */
  boolean more() {
    return to > from && to < top.scoreDocs.length;
  }
}
