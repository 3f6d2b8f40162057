package org.fihris.search;

import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.fihris.matching.QueryWord;
import org.jspecify.annotations.Nullable;

/**
 * Which hits have to be put in order for a page: from where on, and how many.
 *
 * @param order that of the hits
 * @param start where the page begins
 * @param rerank whether the second step of ranking looks at the first of them
 */
record Window(HitOrder order, Cursors.Start start, boolean rerank) {

  static Window of(Cursors.Start start, List<QueryWord> words) {
    HitOrder order = new HitOrder(start.order());
    return new Window(order, start, order.isByPoints() && start.limit() > 0 && !words.isEmpty());
  }

  /** A place in the head is found in a head made anew, one behind it by what Lucene sorted by. */
  private boolean fromBeginning() {
    Cursor cursor = start.after();
    return cursor == null || cursor.head();
  }

  /** The hit that those wanted come behind; null where they begin with the first. */
  @Nullable FieldDoc after() {
    Cursor cursor = start.after();
    return cursor == null || cursor.head() ? null : order.hit(cursor);
  }

  /** How many hits are wanted, from 1: one more than those of the page, to tell the end. */
  int wanted() {
    Cursor cursor = start.after();
    int skipped = cursor == null ? start.offset() : cursor.head() ? Reranker.WINDOW : 0;
    int end = start.limit() == 0 ? 0 : skipped + start.limit() + 1;
    return Math.max(rerank && fromBeginning() ? Reranker.WINDOW : 1, end);
  }

  /** How many of some hits, which begin at {@link #after}, the second step of ranking looks at. */
  int head(TopDocs top) {
    return rerank && fromBeginning() ? Math.min(Reranker.WINDOW, top.scoreDocs.length) : 0;
  }

  /**
   * What was found.
   *
   * @param first the hits as the first step of ranking has them
   * @param top the same as the second step has them, which looked at {@link #head} of them
   */
  Found found(TopDocs first, TopDocs top, FoundArticles articles) {
    Cursor cursor = start.after();
    int head = head(first);
    int from =
        cursor == null
            ? start.offset()
            : cursor.head() ? placeInHead(order.hit(cursor), top, head) : 0;
    from = Math.min(from, top.scoreDocs.length);
    return new Found(
        top,
        from,
        Math.min(from + start.limit(), top.scoreDocs.length),
        head,
        head == 0 ? null : (FieldDoc) first.scoreDocs[head - 1],
        top.totalHits.value(),
        top.totalHits.relation() == TotalHits.Relation.EQUAL_TO,
        articles);
  }

  /** How many hits of the head are not behind a hit. */
  private static int placeInHead(FieldDoc hit, TopDocs top, int head) {
    int place = 0;
    while (place < head && HitOrder.byPoints().compare((FieldDoc) top.scoreDocs[place], hit) <= 0) {
      place++;
    }
    return place;
  }
}
