package org.fihris.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.facet.Snapshot;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.IndexFolder;
import org.fihris.index.Schema;
import org.fihris.index.Stamp;
import org.fihris.index.StoredArticles;
import org.fihris.matching.RequestTranslator;
import org.fihris.snippet.MarkedTexts;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * A commit of an index with the corrections in force when it was opened. Safe for any number of
 * threads.
 */
final class OpenedCommit implements SingleArticles, Closeable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final EntityEditsFile.InForce edits;
  private final Snapshot snapshot;
  private final IndexState state;

  private OpenedCommit(
      IndexState state,
      Directory directory,
      DirectoryReader reader,
      EntityEditsFile.InForce edits) {
    this.state = state;
    this.directory = directory;
    this.reader = reader;
    this.edits = edits;
    this.snapshot = new Snapshot(new TimedSearcher(reader), edits.edits());
  }

  /** What is built on a commit, which is closed again if it fails. */
  interface Building {
    CommitSearcher on(OpenedCommit commit) throws IOException;
  }

  /**
   * Opens the last commit of an index and builds a searcher on it.
   *
   * @throws org.fihris.index.IndexException if there is none, it was built by another version or
   *     configuration, or its files are damaged
   */
  static CommitSearcher open(Path path, IndexConfig config, Building building) {
    Directory directory = IndexFolder.openExisting(path);
    DirectoryReader reader = null;
    try {
      IndexState state = IndexState.of(path, directory); // first: what changes later is noticed
      reader = DirectoryReader.open(directory);
      Stamp.of(reader.getIndexCommit().getUserData(), path)
          .requireUsableBy(Stamp.current(config), path);
      return building.on(
          new OpenedCommit(state, directory, reader, EntityEditsFile.inForce(path, config)));
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(reader, directory);
      throw IndexFolder.failure(path, "cannot be opened", e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(reader, directory);
      throw e;
    }
  }

  Directory directory() {
    return directory;
  }

  DirectoryReader reader() {
    return reader;
  }

  /** Whether the folder still holds what was opened here. */
  boolean isCurrent(Path path) throws IOException {
    return state.equals(IndexState.of(path, directory));
  }

  Snapshot snapshot() {
    return snapshot;
  }

  EntityEdits edits() {
    return edits.edits();
  }

  EntityEditsFile.InForce editsInForce() {
    return edits;
  }

  /** The article with an id; null if there is none. */
  @Nullable ScoreDoc find(String id) throws IOException {
    ScoreDoc[] found =
        snapshot.searcher().search(new TermQuery(new Term(Schema.ID, id)), 1).scoreDocs;
    return found.length == 0 ? null : found[0];
  }

  @Override
  public @Nullable Document stored(String id) throws IOException {
    ScoreDoc found = find(id);
    return found == null
        ? null
        : StoredArticles.read(snapshot.searcher().storedFields(), found.doc);
  }

  @Override
  public @Nullable List<Snippet> marked(
      Document stored, Article article, RequestTranslator.Understood understood)
      throws IOException {
    ScoreDoc found = find(article.id());
    return found == null
        ? null
        : MarkedTexts.of(
            found.doc, stored, article, snapshot.searcher(), snapshot.terms(), understood);
  }

  IndexStats stats(Path path) throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += length(file);
    }
    long dated = PointValues.size(reader, Schema.DAY) == 0 ? 0 : dated();
    return new IndexStats(
        reader.numDocs(),
        reader.numDocs() - dated,
        bytes,
        day(PointValues.getMinPackedValue(reader, Schema.DAY)),
        day(PointValues.getMaxPackedValue(reader, Schema.DAY)),
        edits.edits().lines().size(),
        edits.problem(),
        Stamp.of(reader.getIndexCommit().getUserData(), path));
  }

  /** A writer may have deleted it since it was listed. */
  private long length(String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private long dated() throws IOException {
    return snapshot
        .searcher()
        .count(IntPoint.newRangeQuery(Schema.DAY, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static @Nullable LocalDate day(byte @Nullable [] packed) {
    return packed == null ? null : LocalDate.ofEpochDay(IntPoint.decodeDimension(packed, 0));
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
