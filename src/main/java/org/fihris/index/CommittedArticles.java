package org.fihris.index;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What an index held when a writer was opened on it, to tell new, changed and unchanged articles.
 * Safe for any number of threads.
 */
final class CommittedArticles implements Closeable {

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

  /** The data of the commit. */
  Map<String, String> commitData() throws IOException {
    return reader == null ? Map.of() : reader.getIndexCommit().getUserData();
  }

  /** Goes through all articles of a reader. */
  static void forEach(DirectoryReader reader, ArticleWriter.ArticleVisitor visitor)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms ids = leaf.reader().terms(Schema.ID);
      if (ids != null) {
        forEach(leaf.reader(), ids.iterator(), fingerprints(leaf.reader()), visitor);
      }
    }
  }

  private static void forEach(
      LeafReader leaf, TermsEnum ids, long[] fingerprints, ArticleWriter.ArticleVisitor visitor)
      throws IOException {
    Bits live = leaf.getLiveDocs();
    PostingsEnum postings = null;
    for (BytesRef id = ids.next(); id != null; id = ids.next()) {
      postings = ids.postings(postings, PostingsEnum.NONE);
      for (int doc = postings.nextDoc(); doc != NO_MORE_DOCS; doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          visitor.visit(id.utf8ToString(), fingerprints[doc]);
        }
      }
    }
  }

  /** By document: doc values can only be read forwards, and the ids are not in that order. */
  private static long[] fingerprints(LeafReader leaf) throws IOException {
    long[] all = new long[leaf.maxDoc()];
    NumericDocValues values = DocValues.getNumeric(leaf, Schema.FINGERPRINT);
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      all[doc] = values.longValue();
    }
    return all;
  }

  /** Tells a draft what is committed under its id. */
  void look(Draft draft) throws IOException {
    String id = draft.article().id();
    if (reader == null || reader.numDocs() == 0) {
      draft.found(Draft.State.ABSENT);
    } else if (!outdated.isEmpty() && outdated.contains(Fingerprint.of(id))) {
      draft.found(Draft.State.DIFFERENT);
    } else {
      look(reader, draft);
    }
  }

  /** Notes that an article that was committed is about to be replaced. */
  void replaced(String articleId) {
    outdated.add(Fingerprint.of(articleId));
  }

  /** The stories that the committed articles tell, in an order that is always the same. */
  Stories stories() throws IOException {
    Map<Long, StorySketch> firsts = new TreeMap<>();
    forEachStory((key, sketch, content) -> firsts.computeIfAbsent(key, k -> sketch.get()));
    Stories stories = new Stories();
    Map<Long, Integer> numbers = new HashMap<>();
    firsts.forEach((key, sketch) -> numbers.put(key, stories.add(new Story(key, sketch))));
    firsts.clear();
    forEachStory(
        (key, sketch, content) -> {
          Integer number = numbers.get(key);
          if (number != null) {
            stories.know(content, number);
          }
        });
    return stories;
  }

  private interface StoryVisitor {
    void visit(long key, Supplier<StorySketch> first, long content);
  }

  private void forEachStory(StoryVisitor visitor) throws IOException {
    if (reader == null) {
      return;
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues groups = DocValues.getSorted(leaf.reader(), Schema.GROUP);
      BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), Schema.STORY);
      NumericDocValues contents = DocValues.getNumeric(leaf.reader(), Schema.CONTENT);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = groups.nextDoc(); doc != NO_MORE_DOCS; doc = groups.nextDoc()) {
        if ((live == null || live.get(doc))
            && sketches.advanceExact(doc)
            && contents.advanceExact(doc)) {
          long key = Story.key(groups.lookupOrd(groups.ordValue()).utf8ToString());
          BytesRef sketch = sketches.binaryValue();
          visitor.visit(key, () -> StorySketch.of(key, sketch), contents.longValue());
        }
      }
    }
  }

  /** Notes that an article is about to be deleted, and says whether it was committed. */
  boolean forget(String articleId) throws IOException {
    boolean held = reader != null && holds(reader, articleId);
    if (held) {
      outdated.add(Fingerprint.of(articleId));
    }
    return held;
  }

  private static void look(DirectoryReader reader, Draft draft) throws IOException {
    Term id = new Term(Schema.ID, draft.article().id());
    for (LeafReaderContext leaf : reader.leaves()) {
      int doc = liveDocument(leaf.reader(), id);
      if (doc != NO_MORE_DOCS) {
        NumericDocValues fingerprints = leaf.reader().getNumericDocValues(Schema.FINGERPRINT);
        if (fingerprints == null || !fingerprints.advanceExact(doc)) {
          draft.found(Draft.State.DIFFERENT);
        } else {
          draft.found(fingerprints.longValue(), draft.carried() ? group(leaf.reader(), doc) : null);
        }
        return;
      }
    }
    draft.found(Draft.State.ABSENT);
  }

  private static @Nullable String group(LeafReader leaf, int doc) throws IOException {
    SortedDocValues groups = DocValues.getSorted(leaf, Schema.GROUP);
    return groups.advanceExact(doc) ? groups.lookupOrd(groups.ordValue()).utf8ToString() : null;
  }

  private static boolean holds(DirectoryReader reader, String articleId) throws IOException {
    Term id = new Term(Schema.ID, articleId);
    for (LeafReaderContext leaf : reader.leaves()) {
      if (liveDocument(leaf.reader(), id) != NO_MORE_DOCS) {
        return true;
      }
    }
    return false;
  }

  private static int liveDocument(LeafReader leaf, Term id) throws IOException {
    PostingsEnum postings = leaf.postings(id, PostingsEnum.NONE);
    if (postings == null) {
      return NO_MORE_DOCS;
    }
    Bits live = leaf.getLiveDocs();
    int doc = postings.nextDoc();
    while (doc != NO_MORE_DOCS && live != null && !live.get(doc)) {
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
