package org.fihris.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles into an index. Nothing is visible to searchers before {@link #commit()}; what was
 * committed survives any crash.
 *
 * <p>Safe for any number of threads. One writer can be open on an index at a time, across
 * processes.
 */
public final class ArticleWriter implements ArticleStore {

  /**
   * Fewer than Lucene's own choice: a search looks up every word in each segment, and merging more
   * often took no more processor time that could be measured.
   */
  private static final double SEGMENTS_PER_TIER = 4;

  private final Path path;
  private final Directory directory;
  private final IndexWriter writer;
  private final NewsAnalyzer analyzer;

  /** What a thread cuts its articles into; gone with the thread or the writer. */
  private final ThreadLocal<ArticleTexts> texts;

  private final CommittedArticles before;
  private final AddedIds added = new AddedIds();
  private final Stamp stamp;
  private final ManifestFiles sources;
  private final @Nullable NewArticles newArticles;
  private @Nullable Stories stories;
  private boolean prepared;

  private ArticleWriter(
      Path path,
      Directory directory,
      IndexWriter writer,
      NewsAnalyzer analyzer,
      CommittedArticles before,
      Stamp stamp,
      ManifestFiles sources,
      @Nullable NewArticles newArticles) {
    this.path = path;
    this.directory = directory;
    this.writer = writer;
    this.analyzer = analyzer;
    this.texts = ThreadLocal.withInitial(() -> new ArticleTexts(analyzer));
    this.before = before;
    this.stamp = stamp;
    this.sources = sources;
    this.newArticles = newArticles;
  }

  /** How a writer treats an index that is there already. */
  public enum Mode {
    /** Update it, or make it if there is none. */
    UPDATE,
    /** Leave nothing of it, whatever version built it, once the first commit is made. */
    REBUILD
  }

  /**
   * Opens an index for writing.
   *
   * @param bufferMegabytes memory for articles not yet written to a segment, for example 256
   * @throws IndexException if another writer is open, the index was built by another version or
   *     configuration, or the folder cannot be used
   */
  public static ArticleWriter open(Path path, IndexConfig config, Mode mode, int bufferMegabytes) {
    return open(path, config, mode, bufferMegabytes, false);
  }

  /**
   * As {@link #open(Path, IndexConfig, Mode, int)}.
   *
   * @param tellsOfNew whether a list is kept of the articles that are new, see {@link #newArticles}
   */
  public static ArticleWriter open(
      Path path, IndexConfig config, Mode mode, int bufferMegabytes, boolean tellsOfNew) {
    NewsAnalyzer analyzer = new NewsAnalyzer(config); // first: a faulty table leaves no folder
    Directory directory = IndexFolder.openOrCreate(path);
    return open(path, directory, analyzer, config, mode, bufferMegabytes, tellsOfNew);
  }

  /**
   * As {@link #open(Path, IndexConfig, Mode, int, boolean)}.
   *
   * @param directory over the folder, which the writer closes: tests give one that fails
   * @param analyzer of the configuration, which the writer closes too
   */
  static ArticleWriter open(
      Path path,
      Directory directory,
      NewsAnalyzer analyzer,
      IndexConfig config,
      Mode mode,
      double bufferMegabytes,
      boolean tellsOfNew) {
    IndexWriter writer = null;
    try {
      Stamp stamp = Stamp.current(config);
      boolean update = requireUsable(directory, path, stamp, mode);
      IndexWriterConfig settings =
          new IndexWriterConfig(analyzer)
              .setOpenMode(update ? OpenMode.APPEND : OpenMode.CREATE)
              .setCodec(new ArticleCodec(analyzer::wordStems))
              .setSimilarity(new ArticleSimilarity())
              .setCommitOnClose(false)
              .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
              .setMergeScheduler(new WriterFailure.Merges())
              .setRAMBufferSizeMB(bufferMegabytes);
      writer = new IndexWriter(directory, settings);
      if (!update) {
        // Only then: setting it counts as a change, and a run without changes shall commit nothing.
        writer.setLiveCommitData(stamp.commitData().entrySet());
      }
      CommittedArticles before =
          update ? CommittedArticles.of(directory) : CommittedArticles.none();
      ManifestFiles sources =
          update ? ManifestFiles.of(directory, before.commitData()) : ManifestFiles.none(directory);
      DurableFile.deleteLeftBehind(path);
      NewArticles newArticles = tellsOfNew ? NewArticles.of(new NewArticlesFile(path)) : null;
      return new ArticleWriter(
          path, directory, writer, analyzer, before, stamp, sources, newArticles);
    } catch (LockObtainFailedException e) {
      IOUtils.closeWhileHandlingException(writer, directory, analyzer);
      throw IndexFolder.beingWritten(path, e);
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(writer, directory, analyzer);
      throw IndexFolder.failure(path, "cannot be opened for writing", e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer, directory, analyzer);
      throw e;
    }
  }

  /**
   * Whether there is an index to update; throws if what is there must not be touched. A rebuild
   * takes any index of Fihris, also a damaged one or one of another version, but nobody else's.
   */
  private static boolean requireUsable(Directory directory, Path path, Stamp stamp, Mode mode)
      throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    if (mode == Mode.UPDATE) {
      commitStamp(directory, path).requireUsableBy(stamp, path);
      return true;
    }
    try {
      commitStamp(directory, path);
    } catch (IOException e) {
      // It cannot be read, which may be why it is to be built again.
    }
    return false;
  }

  private static Stamp commitStamp(Directory directory, Path path) throws IOException {
    return Stamp.of(SegmentInfos.readLatestCommit(directory).getUserData(), path);
  }

  /**
   * Adds an article whose text names no entities, or replaces the one with its id. An article that
   * is equal in everything to the one committed when this writer was opened is left as it is.
   *
   * @throws IndexException if the disk fails
   */
  public Outcome put(Article article) {
    return put(article, List.of());
  }

  @Override
  public void look(List<Draft> drafts) {
    try {
      for (Draft draft : drafts) {
        before.look(draft);
      }
    } catch (IOException | IllegalStateException e) {
      throw WriterFailure.told(path, "cannot be read", e);
    }
  }

  @Override
  public void settle(List<Draft> drafts) {
    for (Draft draft : drafts) {
      StorySketch sketch = draft.sketch();
      if (sketch != null) {
        draft.settled(stories().settle(sketch));
      }
    }
  }

  /** Read when they are first needed: a run that finds nothing new does without them. */
  private synchronized Stories stories() {
    if (stories == null) {
      try {
        stories = before.stories();
      } catch (IOException | IllegalStateException e) {
        throw WriterFailure.told(path, "cannot be read", e);
      }
    }
    return stories;
  }

  @Override
  public List<Written> write(List<Draft> drafts) {
    List<Written> written = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      written.add(new Written.Done(write(draft)));
    }
    return written;
  }

  private Outcome write(Draft draft) {
    if (draft.state() == Draft.State.SAME) {
      return Outcome.UNCHANGED;
    }
    IndexedArticle indexed = draft.indexed();
    String id = draft.article().id();
    try {
      Document document = Schema.facets().build(ArticleDocument.of(indexed, texts.get()));
      boolean absent = draft.state() == Draft.State.ABSENT;
      if (!absent) {
        before.replaced(id);
      }
      write(new Term(Schema.ID, id), document, absent);
      return absent ? Outcome.ADDED : Outcome.UPDATED;
    } catch (IOException | IllegalStateException e) {
      throw WriterFailure.told(path, "cannot be written", e);
    }
  }

  /** Looking for an older document is a good part of the work, so a new one goes without. */
  private void write(Term id, Document document, boolean absent) throws IOException {
    if (!absent) {
      writer.updateDocument(id, document);
      return;
    }
    synchronized (added.lock(id.text())) {
      if (added.add(id.text())) {
        if (newArticles != null) {
          newArticles.note(id.text());
        }
        writer.addDocument(document);
      } else {
        writer.updateDocument(id, document);
      }
    }
  }

  /** {@inheritDoc} Held is what was committed when this writer was opened. */
  @Override
  public int delete(Collection<String> ids) {
    try {
      int known = 0;
      for (String id : ids) {
        known += before.forget(id) ? 1 : 0;
        writer.deleteDocuments(new Term(Schema.ID, id));
      }
      return known;
    } catch (IOException | IllegalStateException e) {
      throw WriterFailure.told(path, "cannot be written", e);
    }
  }

  @Override
  public SourceManifest sources() {
    return sources.manifest();
  }

  @Override
  public @Nullable String sourcesDamage() {
    return sources.damage();
  }

  @Override
  public void forEachArticle(ArticleVisitor visitor) {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      CommittedArticles.forEach(reader, visitor);
    } catch (IOException | IllegalStateException e) {
      throw WriterFailure.told(path, "cannot be read", e);
    }
  }

  @Override
  public void commit() {
    try {
      synchronized (sources) {
        ManifestFiles.Staged staged = sources.stage();
        if (staged != null) {
          Map<String, String> data = stamp.commitData();
          data.putAll(staged.commitData());
          writer.setLiveCommitData(data.entrySet());
        }
        FullBuffers.write(writer);
        if (newArticles != null) {
          if (!prepared) {
            writer.prepareCommit();
            prepared = true;
          }
          newArticles.keep();
        }
        writer.commit();
        prepared = false;
        if (staged != null) {
          sources.committed(staged);
        }
        sources.deleteOthers();
      }
    } catch (IOException | IllegalStateException e) {
      throw WriterFailure.told(path, "cannot be committed", e);
    }
  }

  /** The articles that are new and were not told of; null if no list of them is kept. */
  public @Nullable NewArticles newArticles() {
    return newArticles;
  }

  /** Closes the writer. What was not committed is dropped. */
  @Override
  public void close() {
    try {
      IOUtils.close(before, writer::rollback, analyzer, directory);
    } catch (IOException | IllegalStateException e) {
      throw WriterFailure.told(path, "cannot be closed", e);
    }
  }
}
