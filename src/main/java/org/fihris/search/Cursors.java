package org.fihris.search;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.StringHelper;
import org.fihris.entity.EntityEdits;
import org.fihris.index.Fingerprint;
import org.fihris.query.Order;
import org.fihris.query.Page;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;

/** Reads and makes the cursors of one view of an index. Safe for any number of threads. */
final class Cursors {
  private final Cursor.View view;

  private Cursors(Cursor.View view) {
    this.view = view;
  }

  /** The cursors of a commit, which has an id of its own, under corrections to its entities. */
  static Cursors of(DirectoryReader reader, EntityEdits edits) throws IOException {
    String commit =
        reader instanceof StandardDirectoryReader standard
            ? StringHelper.idToString(standard.getSegmentInfos().getId())
            : String.valueOf(reader.getVersion());
    return of(reader.getIndexCommit().getGeneration(), commit, edits);
  }

  /**
   * The cursors of one state of an index, under corrections to its entities.
   *
   * @param generation grows with the index
   * @param state tells it from all others
   */
  static Cursors of(long generation, String state, EntityEdits edits) {
    return new Cursors(new Cursor.View(generation, Fingerprint.of(state + edits.lines())));
  }

  /** The commit and the corrections, told from all others. */
  String version() {
    return view.generation() + "-" + Long.toHexString(view.fingerprint());
  }

  /**
   * Where the page of a request begins.
   *
   * @param warnings where a change of the index since the page before is noted
   * @throws CursorException if the request has a cursor that it cannot be gone on from
   */
  Start start(SearchRequest asked, List<Warning> warnings) {
    return switch (asked.page()) {
      case Page.At at -> new Start(asked.order(), at.offset(), null, at.limit());
      case Page.After after -> continued(asked, Cursor.of(after.cursor()), after.limit(), warnings);
    };
  }

  private Start continued(SearchRequest asked, Cursor cursor, int limit, List<Warning> warnings) {
    if (cursor.request() != fingerprint(asked)) {
      throw new CursorException(
          "the cursor is of another search: words, filters and order must be those of the page"
              + " before. Begin with the first page of this search.");
    }
    Order order = asked.order();
    if (order instanceof Order.Recent recent) {
      order = recent.withNow(now(cursor));
    }
    if (!new HitOrder(order).isPossible(cursor.value())) {
      throw Cursor.damaged();
    }
    if (!cursor.view().equals(view)) {
      changed(order, cursor.view(), warnings);
    }
    return new Start(order, 0, cursor, limit);
  }

  private static Instant now(Cursor cursor) {
    try {
      return Instant.ofEpochSecond(cursor.now());
    } catch (DateTimeException e) {
      throw Cursor.damaged();
    }
  }

  private void changed(Order order, Cursor.View before, List<Warning> warnings) {
    String change =
        before.generation() == view.generation()
            ? "the index or the corrections to its entities have changed"
            : "the index has changed (commit "
                + view.generation()
                + ", before "
                + before.generation()
                + ")";
    if (order == Order.INDEX) {
      throw new CursorException(
          change
              + " since the page before, and the order of the index with it. Begin with the first"
              + " page again; orders by date can be gone on with.");
    }
    boolean byPoints = new HitOrder(order).isByPoints();
    warnings.add(
        new Warning(
            Warning.Code.INDEX_CHANGED,
            Character.toUpperCase(change.charAt(0))
                + change.substring(1)
                + " since the page before: this page goes on at the same place of the new one."
                + (byPoints
                    ? " Points have changed too, so that an article may be missing or come twice."
                    : " No article that is in both is missing or comes twice, unless its date"
                        + " changed.")));
  }

  /**
   * The cursor behind a hit of a page.
   *
   * @param count how many hits of the page are before it, from 1
   */
  Cursor behind(SearchRequest asked, Start start, Answers.Answer answer, int count) {
    Found found = answer.found();
    int number = found.from() + count;
    FieldDoc last = (FieldDoc) found.top().scoreDocs[number - 1];
    boolean head = number < found.head();
    FieldDoc lastOfHead = found.lastOfHead();
    if (number == found.head() && lastOfHead != null) {
      last = lastOfHead;
    }
    return new Cursor(
        view,
        fingerprint(asked),
        answer.stage(),
        head,
        start.before() + count,
        head ? Float.floatToIntBits(last.score) : HitOrder.value(last),
        HitOrder.tie(last),
        start.order() instanceof Order.Recent recent ? recent.now().getEpochSecond() : 0);
  }

  /** Of all that decides which hits there are and in which order, but for the moment of asking. */
  private static long fingerprint(SearchRequest asked) {
    Order order =
        asked.order() instanceof Order.Recent recent
            ? recent.withNow(Instant.EPOCH)
            : asked.order();
    return Fingerprint.of(
        asked.text()
            + '\0'
            + asked.interpretation()
            + '\0'
            + asked.filters()
            + '\0'
            + order
            + '\0'
            + (asked.reprints() instanceof Reprints.Collapsed));
  }

  /**
   * Where a page begins.
   *
   * @param order that of the request, with the moment from which its first page counted ages
   * @param after the place that it begins at; null where it begins at the offset
   */
  record Start(Order order, int offset, @Nullable Cursor after, int limit) {

    /** How many hits are before the page. */
    long before() {
      return after == null ? offset : after.seen();
    }
  }
}
