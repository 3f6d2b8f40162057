package org.fihris.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * What an index held when a writer was opened on it, to tell new, changed and unchanged articles.
 * Safe for any number of threads.
 */
final class CommittedArticles implements Closeable {

  /** How an article stands to the one committed under its id. */
  enum State {
    ABSENT,
    SAME,
    DIFFERENT
  }

  private final @Nullable DirectoryReader reader;

  /**
   * Ids of committed articles that the writer has replaced or deleted since, as fingerprints: what
   * was committed tells nothing of them any more. Articles that were not there are not noted.
   */
  private final Set<Long> outdated = ConcurrentHashMap.newKeySet();

  private CommittedArticles(@Nullable DirectoryReader reader) {
    this.reader = reader;
  }

  static CommittedArticles none() {
    return new CommittedArticles(null);
  }

  static CommittedArticles of(Directory directory) throws IOException {
    return new CommittedArticles(DirectoryReader.open(directory));
  }

  /** How an article stands to the one committed; one that differs is about to be replaced. */
  State state(String articleId, long fingerprint) throws IOException {
    if (reader == null || reader.numDocs() == 0) {
      return State.ABSENT;
    }
    if (!outdated.isEmpty() && outdated.contains(Fingerprint.of(articleId))) {
      return State.DIFFERENT;
    }
    State state = committedState(reader, articleId, fingerprint);
    if (state == State.DIFFERENT) {
      outdated.add(Fingerprint.of(articleId));
    }
    return state;
  }

  /** Notes that an article is about to be deleted, and says whether it was committed. */
  boolean forget(String articleId) throws IOException {
    boolean held = reader != null && holds(reader, articleId);
    if (held) {
      outdated.add(Fingerprint.of(articleId));
    }
    return held;
  }

  private static State committedState(DirectoryReader reader, String articleId, long fingerprint)
      throws IOException {
    Term id = new Term(Schema.ID, articleId);
    for (LeafReaderContext leaf : reader.leaves()) {
      int doc = liveDocument(leaf.reader(), id);
      if (doc != DocIdSetIterator.NO_MORE_DOCS) {
        NumericDocValues fingerprints = leaf.reader().getNumericDocValues(Schema.FINGERPRINT);
        boolean same =
            fingerprints != null
                && fingerprints.advanceExact(doc)
                && fingerprints.longValue() == fingerprint;
        return same ? State.SAME : State.DIFFERENT;
      }
    }
    return State.ABSENT;
  }

  private static boolean holds(DirectoryReader reader, String articleId) throws IOException {
    Term id = new Term(Schema.ID, articleId);
    for (LeafReaderContext leaf : reader.leaves()) {
      if (liveDocument(leaf.reader(), id) != DocIdSetIterator.NO_MORE_DOCS) {
        return true;
      }
    }
    return false;
  }

  private static int liveDocument(LeafReader leaf, Term id) throws IOException {
    PostingsEnum postings = leaf.postings(id, PostingsEnum.NONE);
    if (postings == null) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    Bits live = leaf.getLiveDocs();
    int doc = postings.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
      doc = postings.nextDoc();
    }
    return doc;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
