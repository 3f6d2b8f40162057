package org.fihris.index;

import java.io.Closeable;
import java.io.IOException;
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

  private CommittedArticles(@Nullable DirectoryReader reader) {
    this.reader = reader;
  }

  static CommittedArticles none() {
    return new CommittedArticles(null);
  }

  static CommittedArticles of(Directory directory) throws IOException {
    return DirectoryReader.indexExists(directory)
        ? new CommittedArticles(DirectoryReader.open(directory))
        : none();
  }

  State state(String articleId, long fingerprint) throws IOException {
    if (reader == null || reader.numDocs() == 0) {
      return State.ABSENT;
    }
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

  boolean holds(String id) throws IOException {
    if (reader == null) {
      return false;
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      if (liveDocument(leaf.reader(), new Term(Schema.ID, id)) != DocIdSetIterator.NO_MORE_DOCS) {
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
