package org.fihris.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;

/** The articles of the last commit of an index in a folder, in the order of the index. */
public final class FolderArticles implements ArticleSource {
  private static final int BATCH = 200;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final Path path;
  private final Directory directory;
  private final DirectoryReader reader;
  private int leaf;
  private @Nullable Cursor cursor;

  private FolderArticles(Path path, Directory directory, DirectoryReader reader) {
    this.path = path;
    this.directory = directory;
    this.reader = reader;
  }

  /**
   * @throws IndexException if there is no index, or it was built by another version or
   *     configuration
   */
  public static FolderArticles open(Path path, IndexConfig config) {
    Directory directory = IndexFolder.openExisting(path);
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      Stamp.of(reader.getIndexCommit().getUserData(), path)
          .requireUsableBy(Stamp.current(config), path);
      return new FolderArticles(path, directory, reader);
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(reader, directory);
      throw IndexFolder.failure(path, "cannot be read", e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(reader, directory);
      throw e;
    }
  }

  @Override
  public long count() {
    return reader.numDocs();
  }

  @Override
  public synchronized List<IndexedArticle> next() {
    List<IndexedArticle> next = new ArrayList<>();
    long characters = 0;
    try {
      while (next.size() < BATCH && characters < BATCH_CHARACTERS) {
        if (cursor == null) {
          if (leaf == reader.leaves().size()) {
            break;
          }
          cursor = new Cursor(reader.leaves().get(leaf++).reader());
        }
        if (!cursor.advance()) {
          cursor = null;
          continue;
        }
        IndexedArticle article = cursor.article();
        next.add(article);
        characters += article.article().text().length();
      }
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
    return next;
  }

  @Override
  public ArticleSum sum() {
    ArticleSum sum = ArticleSum.NONE;
    try {
      for (LeafReaderContext context : reader.leaves()) {
        Cursor each = new Cursor(context.reader());
        while (each.advance()) {
          sum = sum.and(each.tie(), each.fingerprint(), each.group());
        }
      }
      return sum;
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
  }

  /** Goes through the articles of a segment. */
  private static final class Cursor {
    private final int end;
    private final @Nullable Bits live;
    private final StoredFields stored;
    private final NumericDocValues ties;
    private final NumericDocValues fingerprints;
    private final NumericDocValues contents;
    private final SortedDocValues groups;
    private final BinaryDocValues sketches;
    private int doc = -1;

    Cursor(LeafReader leaf) throws IOException {
      end = leaf.maxDoc();
      live = leaf.getLiveDocs();
      stored = leaf.storedFields();
      ties = DocValues.getNumeric(leaf, Schema.TIE);
      fingerprints = DocValues.getNumeric(leaf, Schema.FINGERPRINT);
      contents = DocValues.getNumeric(leaf, Schema.CONTENT);
      groups = DocValues.getSorted(leaf, Schema.GROUP);
      sketches = DocValues.getBinary(leaf, Schema.STORY);
    }

    boolean advance() {
      doc++;
      while (doc < end && live != null && !live.get(doc)) {
        doc++;
      }
      return doc < end;
    }

    private long number(NumericDocValues values) throws IOException {
      return values.advanceExact(doc) ? values.longValue() : 0;
    }

    long tie() throws IOException {
      return number(ties);
    }

    long fingerprint() throws IOException {
      return number(fingerprints);
    }

    String group() throws IOException {
      return groups.advanceExact(doc) ? groups.lookupOrd(groups.ordValue()).utf8ToString() : "";
    }

    IndexedArticle article() throws IOException {
      Document document = StoredArticles.read(stored, doc);
      Article article = ArticleDocument.toArticle(document);
      long key = Story.key(group());
      BytesRef sketch = sketches.advanceExact(doc) ? sketches.binaryValue() : null;
      Story story =
          new Story(key, sketch == null ? StorySketch.of(article) : StorySketch.of(key, sketch));
      return new IndexedArticle(
          article, ArticleDocument.names(document), fingerprint(), number(contents), story);
    }
  }

  @Override
  public void close() {
    try {
      IOUtils.close(reader, directory);
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be closed", e);
    }
  }
}
