package org.fihris;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fihris.article.Article;
import org.fihris.article.PageExtractor;
import org.fihris.article.Rejected;
import org.fihris.cluster.ClusterAddress;
import org.fihris.cluster.ClusterBeside;
import org.fihris.cluster.ClusterOptions;
import org.fihris.cluster.ClusterWriter;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.entity.EntityRecogniser;
import org.fihris.entity.Gazetteer;
import org.fihris.entity.Spellings;
import org.fihris.index.ArticleStore;
import org.fihris.index.ArticleWriter;
import org.fihris.index.BesideIndex;
import org.fihris.index.FolderBeside;
import org.fihris.index.IndexException;
import org.fihris.index.NewArticles;
import org.fihris.ingest.CorpusRun;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.ingest.EntityTagger;
import org.fihris.ingest.IndexSummary;
import org.fihris.saved.Alert;
import org.fihris.saved.Alerts;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles into an index. Nothing is visible to searchers before {@link #commit()}; what was
 * committed survives a crash.
 *
 * <p>Safe for any number of threads. Every method throws {@link IndexException} if the disk or the
 * cluster fails.
 *
 * <p>On a cluster what was written is safe before it is committed, and closing the writer does not
 * drop it.
 */
public final class NewsWriter implements AutoCloseable {
  /** Megabytes of articles held in memory before a segment is written. */
  static final int BUFFER_MEGABYTES = 256;

  private final ArticleStore store;
  private final PageExtractor extractor;
  private final EntityTagger tagger;
  private final @Nullable Alerts alerts;

  private NewsWriter(
      ArticleStore store, PageExtractor extractor, EntityTagger tagger, @Nullable Alerts alerts) {
    this.store = store;
    this.extractor = extractor;
    this.tagger = tagger;
    this.alerts = alerts;
  }

  /**
   * @param listener told of what is new for saved searches; null for nobody
   */
  static NewsWriter open(
      Path path,
      IndexConfig config,
      ArticleWriter.Mode mode,
      @Nullable Consumer<List<Alert>> listener) {
    return open(
        config,
        () -> {
          ArticleWriter writer =
              ArticleWriter.open(path, config, mode, BUFFER_MEGABYTES, listener != null);
          return new Opened(
              writer,
              writer.newArticles(),
              () -> new FolderBeside(path),
              () -> NewsSearcher.open(path, config));
        },
        listener);
  }

  /**
   * Opens the index of a cluster for writing.
   *
   * @param listener told of what is new for saved searches; null for nobody
   */
  static NewsWriter open(
      ClusterAddress address,
      IndexConfig config,
      ClusterOptions options,
      @Nullable Consumer<List<Alert>> listener) {
    return open(
        config,
        () -> {
          ClusterWriter writer =
              ClusterWriter.open(address, config, options, false, listener != null);
          return new Opened(
              writer,
              writer.newArticles(),
              () -> ClusterBeside.open(address, config),
              () -> NewsSearcher.open(address, config));
        },
        listener);
  }

  /** Opens the index of a cluster for writing it anew. */
  static NewsWriter rebuild(ClusterAddress address, IndexConfig config, ClusterOptions options) {
    return open(
        config,
        () ->
            new Opened(
                ClusterWriter.open(address, config, options, true, false),
                null,
                () -> ClusterBeside.open(address, config),
                () -> NewsSearcher.open(address, config)),
        null);
  }

  /**
   * Where articles are written to, and what reports of them are made with.
   *
   * @param newArticles null where nobody is told of them
   */
  private record Opened(
      ArticleStore store,
      @Nullable NewArticles newArticles,
      Supplier<BesideIndex> beside,
      Supplier<NewsSearcher> searcher) {}

  private static NewsWriter open(
      IndexConfig config, Supplier<Opened> opening, @Nullable Consumer<List<Alert>> listener) {
    // The tables come first: a fault in one must leave no index behind and no lock on it.
    Gazetteer gazetteer = Gazetteer.of(config);
    PageExtractor extractor = PageExtractor.of(config, gazetteer);
    EntityTagger tagger = new EntityTagger(EntityRecogniser.of(config), new Spellings(gazetteer));
    Opened opened = opening.get();
    NewArticles newArticles = opened.newArticles;
    BesideIndex beside = null;
    try {
      Alerts alerts = null;
      if (listener != null && newArticles != null) {
        beside = opened.beside.get();
        alerts = new Alerts(opened.searcher, beside, newArticles, listener);
      }
      return new NewsWriter(opened.store, extractor, tagger, alerts);
    } catch (RuntimeException e) {
      if (beside != null) {
        beside.close();
      }
      opened.store.close();
      throw e;
    }
  }

  /**
   * Adds an article, or replaces the one with its id. The entities that its text names are
   * recognised and added to those it carries.
   *
   * @return what was done; {@code UNCHANGED} where the index held it already, equal in everything
   */
  public ArticleStore.Outcome add(Article article) {
    EntityTagger.Tagged tagged = tagger.tag(article);
    return store.put(tagged.article(), tagged.names());
  }

  /**
   * Adds every article of a corpus and commits, at intervals and at the end. Pages of which no
   * article can be made are counted and reported, and do not stop the run.
   *
   * <p>What is suggested to somebody who types is not built anew: {@link
   * NewsIndex#buildSuggestions()} does that, as {@code fihris index} has it do at its end.
   *
   * <p>Where several records of one run have one id, the first is taken.
   *
   * <p>The index remembers what it has read. Files that have not changed since are passed by, and a
   * run that was interrupted goes on in the file where it stopped; what is in the index at the end
   * is the same as if everything had been read. A file that an older engine read, or other options,
   * is read again. An index on a cluster does not remember: every file is read, and what has not
   * changed in it is not written.
   *
   * @param rejections told of each page or record left out, from any thread, one at a time
   * @throws org.fihris.corpus.CorpusException if articles that vanished are to be deleted, and a
   *     source is an empty folder or holds a folder that cannot be listed; nothing is done then
   * @throws IndexException also if articles that vanished are to be deleted from an index on a
   *     cluster
   */
  public IndexSummary addAll(
      Corpus corpus, CorpusRunOptions options, Consumer<Rejected> rejections) {
    if (options.vanished() == CorpusRunOptions.Vanished.DELETE && store instanceof ClusterWriter) {
      throw new IndexException(
          "an index on a cluster does not remember which source gave an article, so that none is"
              + " known to have vanished. Delete by id (fihris delete), or index into a folder and"
              + " push it.");
    }
    return new CorpusRun(store, extractor, tagger, options, rejections, this::report).run(corpus);
  }

  /**
   * Deletes articles by id; ids that are not there are passed over.
   *
   * @return how many were there
   */
  public int delete(Collection<String> ids) {
    return store.delete(ids);
  }

  /**
   * Makes all that was written so far durable and visible to searchers opened from now on. If this
   * writer has a listener it is told of what is new for saved searches before this returns; what it
   * throws is thrown here, and what it was to be told of comes again with the next commit.
   */
  public void commit() {
    store.commit();
    report();
  }

  private void report() {
    if (alerts != null) {
      alerts.report();
    }
  }

  /**
   * What was wrong with the table of saved searches at the last commit, naming it and the line;
   * null if nothing was, or this writer has no listener.
   */
  public @Nullable String savedSearchesProblem() {
    return alerts == null ? null : alerts.problem();
  }

  /** Closes the writer. What was not committed is dropped. */
  @Override
  public void close() {
    store.close();
    if (alerts != null) {
      alerts.close();
    }
  }
}
