package org.fihris.index;

import java.io.IOException;
import java.nio.file.Path;
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
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.entity.SeenName;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles into an index. Nothing is visible to searchers before {@link #commit()}; what was
 * committed survives any crash.
 *
 * <p>Safe for any number of threads. One writer can be open on an index at a time, across
 * processes.
 */
public final class ArticleWriter implements AutoCloseable {

  /** What a write did. */
  public enum Outcome {
    ADDED,
    UPDATED,
    UNCHANGED
  }

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
      NewArticles newArticles = tellsOfNew ? NewArticles.of(path) : null;
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
   * An article on its way into an index: drafted by any thread, settled in its turn, then written.
   */
  public static final class Draft {
    private final Article article;
    private final List<SeenName> names;
    private final long fingerprint;
    private final CommittedArticles.State state;
    private final @Nullable StorySketch sketch; // null where it is in the index already
    private @Nullable Story story;

    private Draft(
        Article article,
        List<SeenName> names,
        long fingerprint,
        CommittedArticles.State state,
        @Nullable StorySketch sketch) {
      this.article = article;
      this.names = names;
      this.fingerprint = fingerprint;
      this.state = state;
      this.sketch = sketch;
    }

    public Article article() {
      return article;
    }

    /** The fingerprint of everything that is indexed of the article. */
    public long fingerprint() {
      return fingerprint;
    }
  }

  /**
   * Adds an article, or replaces the one with its id. An article that is equal in everything to the
   * one committed when this writer was opened is left as it is.
   *
   * @throws IndexException if the disk fails
   */
  public Outcome put(Article article) {
    return put(article, List.of());
  }

  /**
   * As {@link #put(Article)}, for an article whose text names its entities.
   *
   * @param names the spellings under which it does
   */
  public Outcome put(Article article, List<SeenName> names) {
    Draft draft = draft(article, names);
    settle(draft);
    return write(draft);
  }

  /**
   * Looks at an article without writing anything, as the first of three steps; the work that can be
   * shared by threads.
   *
   * @param names the spellings under which its text names its entities
   * @throws IndexException if the disk fails
   */
  public Draft draft(Article article, List<SeenName> names) {
    try {
      long fingerprint = Fingerprint.of(article);
      CommittedArticles.State state = before.state(article.id(), fingerprint);
      boolean same = state == CommittedArticles.State.SAME;
      return new Draft(article, names, fingerprint, state, same ? null : StorySketch.of(article));
    } catch (IOException | IllegalStateException e) {
      throw WriterFailure.told(path, "cannot be read", e);
    }
  }

  /**
   * Finds the story that an article tells, as the second step. Of two that tell the same one, the
   * article settled first is the first of the story: where the order of articles is to decide and
   * not the order of threads, the caller sees to the order of these calls.
   *
   * @throws IndexException if the disk fails
   */
  public void settle(Draft draft) {
    if (draft.sketch != null) {
      draft.story = stories().settle(draft.sketch);
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

  /**
   * Writes an article, as the last step.
   *
   * @throws IndexException if the disk fails
   * @throws IllegalStateException if it was not settled
   */
  public Outcome write(Draft draft) {
    if (draft.sketch == null) {
      return Outcome.UNCHANGED;
    }
    if (draft.story == null) {
      throw new IllegalStateException("settle the draft before it is written");
    }
    Article article = draft.article;
    try {
      Document document =
          Schema.facets()
              .build(
                  ArticleDocument.of(
                      article,
                      draft.names,
                      draft.fingerprint,
                      draft.sketch,
                      draft.story,
                      texts.get()));
      boolean absent = draft.state == CommittedArticles.State.ABSENT;
      if (!absent) {
        before.replaced(article.id());
      }
      write(new Term(Schema.ID, article.id()), document, absent);
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

  /**
   * Deletes articles; ids that are not there are passed over.
   *
   * @return how many of the ids were in the index when this writer was opened
   */
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

  /** The source files of the index; what is changed in it becomes durable with the next commit. */
  public SourceManifest sources() {
    return sources.manifest();
  }

  /** Why nothing is known of the sources though something should be; null if nothing is wrong. */
  public @Nullable String sourcesDamage() {
    return sources.damage();
  }

  /** Takes the id of an article and the fingerprint of everything that is indexed of it. */
  public interface ArticleVisitor {
    void visit(String id, long fingerprint);
  }

  /**
   * Goes through all articles as they are now, those included that are not committed yet.
   *
   * @throws IndexException if the disk fails
   */
  public void forEachArticle(ArticleVisitor visitor) {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      CommittedArticles.forEach(reader, visitor);
    } catch (IOException | IllegalStateException e) {
      throw WriterFailure.told(path, "cannot be read", e);
    }
  }

  /** Makes all that was written so far durable and visible to searchers opened from now on. */
  public void commit() {
    try {
      synchronized (sources) {
        ManifestFiles.Staged staged = sources.stage();
        if (staged != null) {
          Map<String, String> data = stamp.commitData();
          data.putAll(staged.commitData());
          writer.setLiveCommitData(data.entrySet());
        }
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
