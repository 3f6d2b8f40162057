package org.fihris;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.fihris.cluster.ClusterAddress;
import org.fihris.cluster.ClusterArticles;
import org.fihris.cluster.ClusterBeside;
import org.fihris.cluster.ClusterConnection;
import org.fihris.cluster.ClusterFigures;
import org.fihris.cluster.ClusterOptions;
import org.fihris.cluster.ClusterSuggestionBuilder;
import org.fihris.cluster.ClusterWriter;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityLabels;
import org.fihris.index.ArticleCopy;
import org.fihris.index.ArticleSource;
import org.fihris.index.ArticleStore;
import org.fihris.index.ArticleSum;
import org.fihris.index.ArticleWriter;
import org.fihris.index.BesideIndex;
import org.fihris.index.CopyProgress;
import org.fihris.index.CopySummary;
import org.fihris.index.EditedText;
import org.fihris.index.FolderArticles;
import org.fihris.index.FolderBeside;
import org.fihris.index.IndexException;
import org.fihris.index.IndexFolder;
import org.fihris.index.IndexVerification;
import org.fihris.index.SourceEntry;
import org.fihris.index.SourceManifest;
import org.fihris.index.Stamp;
import org.fihris.saved.Alert;
import org.fihris.saved.Alerts;
import org.fihris.search.IndexStats;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestionBuilder;
import org.fihris.suggest.SuggestionFiles;

/**
 * An index of news articles: in a folder, or on an OpenSearch cluster.
 *
 * <p>This is only a name for the place and the configuration to use it with: it holds no file and
 * no connection open, and may be shared by threads. Writers and searchers are opened from it and
 * closed on their own.
 *
 * <p>What only the index of a folder has throws {@link IndexException} for one on a cluster, and
 * says so.
 *
 * <pre>{@code
 * NewsIndex index = NewsIndex.open(Path.of("news.idx"));
 * try (NewsWriter writer = index.writer()) {
 *   writer.add(Article.of("1", "قمة في الرياض", "عقدت في الرياض قمة ..."));
 *   writer.commit();
 * }
 * try (NewsSearcher searcher = index.searcher()) {
 *   Hits hits = searcher.search(SearchRequest.of("القمة"));
 * }
 * }</pre>
 */
public final class NewsIndex {
  private final Place place;
  private final IndexConfig config;

  /** Where an index is. */
  private sealed interface Place {
    record Folder(Path path) implements Place {}

    record Cluster(ClusterAddress address, ClusterOptions options) implements Place {}
  }

  private NewsIndex(Place place, IndexConfig config) {
    this.place = place;
    this.config = config;
  }

  /** The index in a folder, with the configuration packed into the engine. */
  public static NewsIndex open(Path path) {
    return open(path, IndexConfig.packaged());
  }

  /** The index in a folder, with a configuration of the caller's. The folder need not exist yet. */
  public static NewsIndex open(Path path, IndexConfig config) {
    return new NewsIndex(new Place.Folder(path), config);
  }

  /**
   * The index on a cluster, with the configuration packed into the engine: {@code
   * opensearch://host:9200/news}, see {@link ClusterAddress}. Nothing is asked of the cluster yet.
   *
   * @throws IndexException if it is no such address
   */
  public static NewsIndex open(URI address) {
    return open(address, IndexConfig.packaged(), ClusterOptions.defaults());
  }

  /**
   * As {@link #open(URI)}, with a configuration of the caller's, which the nodes have to have too.
   *
   * @param options how the index is laid out if it has to be made
   */
  public static NewsIndex open(URI address, IndexConfig config, ClusterOptions options) {
    return new NewsIndex(new Place.Cluster(ClusterAddress.of(address), options), config);
  }

  /**
   * The folder of the index.
   *
   * @throws IndexException if it is on a cluster
   */
  public Path path() {
    return folder("folder");
  }

  /** Whether the index is on a cluster. */
  public boolean isOnCluster() {
    return place instanceof Place.Cluster;
  }

  /** The folder, or the address on a cluster, as it is named on a command line. */
  @Override
  public String toString() {
    return switch (place) {
      case Place.Folder(var path) -> path.toString();
      case Place.Cluster(var address, var options) -> address.toString();
    };
  }

  /** Where all is decided that an index on a cluster does not have. */
  private Path folder(String what) {
    return switch (place) {
      case Place.Folder(var path) -> path;
      case Place.Cluster(var address, var options) ->
          throw new IndexException(
              address
                  + ": an index on a cluster has no "
                  + what
                  + ". Use an index in a folder for that; fihris pull makes one of it"
                  + " (docs/cluster-data.md).");
    };
  }

  /**
   * Opens the index for writing, and makes it if there is none. One writer can be open at a time.
   *
   * @throws IndexException if it is being written to already, was built by another version, or the
   *     folder cannot be used
   */
  public NewsWriter writer() {
    return switch (place) {
      case Place.Folder(var path) -> NewsWriter.open(path, config, ArticleWriter.Mode.UPDATE, null);
      case Place.Cluster(var address, var options) ->
          NewsWriter.open(address, config, options, null);
    };
  }

  /**
   * Opens the index for writing as {@link #writer()} does, and tells of what is new for its saved
   * searches.
   *
   * @param listener called in every commit, on the thread that commits, with the articles that are
   *     new since the last report: each story once for a saved search, ever. When it returns they
   *     count as reported. After a crash some may come a second time, none is left out
   */
  public NewsWriter writer(Consumer<List<Alert>> listener) {
    return switch (place) {
      case Place.Folder(var path) ->
          NewsWriter.open(path, config, ArticleWriter.Mode.UPDATE, listener);
      case Place.Cluster(var address, var options) ->
          NewsWriter.open(address, config, options, listener);
    };
  }

  /**
   * Opens the index for writing it anew: whatever it holds, by whatever version, is gone once the
   * first commit is made; on a cluster, at once.
   *
   * @throws org.fihris.index.IndexException as {@link #writer()} does, but for the version
   */
  public NewsWriter rebuild() {
    return switch (place) {
      case Place.Folder(var path) ->
          NewsWriter.open(path, config, ArticleWriter.Mode.REBUILD, null);
      case Place.Cluster(var address, var options) -> NewsWriter.rebuild(address, config, options);
    };
  }

  /**
   * Opens the index for searching, as it was committed last.
   *
   * @throws IndexException if there is none, it was built by another version or configuration, or
   *     it cannot be read
   */
  public NewsSearcher searcher() {
    return switch (place) {
      case Place.Folder(var path) -> NewsSearcher.open(path, config);
      case Place.Cluster(var address, var options) -> NewsSearcher.open(address, config);
    };
  }

  /**
   * Builds what {@link NewsSearcher#suggest} gives, of the last commit. {@code fihris index} does
   * so at its end; a program calls this when enough articles are new.
   *
   * @return whether they were built; false where those of the last commit were there
   * @throws IndexException if there is no index, it cannot be read, or the suggestions cannot be
   *     written
   */
  public boolean buildSuggestions() {
    return switch (place) {
      case Place.Folder(var path) -> SuggestionBuilder.build(path, config);
      case Place.Cluster(var address, var options) ->
          ClusterSuggestionBuilder.build(address, config);
    };
  }

  /** The corrections to the entities of this index, to look at and to change. */
  public EntityCorrections corrections() {
    return new EntityCorrections(this, config);
  }

  /** The searches of this index that are kept, to look at and to change. */
  public SavedSearches savedSearches() {
    return new SavedSearches(this);
  }

  /**
   * What lies beside it.
   *
   * @throws IndexException if there is no index, or the cluster cannot be used
   */
  BesideIndex beside() {
    return switch (place) {
      case Place.Folder(var path) -> FolderBeside.ofExisting(path);
      case Place.Cluster(var address, var options) -> ClusterBeside.open(address, config);
    };
  }

  /**
   * The files that were read into the index, by their paths, each with what became of it.
   *
   * @throws IndexException if there is no index, or this list of it is damaged
   */
  public List<SourceEntry> sources() {
    return SourceManifest.of(folder("list of the sources that were read")).entries();
  }

  /**
   * Reads the whole index and checks it.
   *
   * @throws IndexException if there is none
   */
  public IndexVerification verify() {
    Path path = folder("files to verify; OpenSearch checks its own");
    IndexVerification found = IndexVerification.of(path, EntityLabels.of(config));
    for (String problem : Alerts.problems(new FolderBeside(path))) {
      found = found.withProblem(problem);
    }
    String suggestions = SuggestionFiles.problem(path);
    return suggestions == null ? found : found.withProblem(suggestions);
  }

  /**
   * Checks that there is an index, built by this version and configuration.
   *
   * @throws IndexException if not
   */
  public void requireExisting() {
    switch (place) {
      case Place.Folder(var path) -> IndexFolder.requireExisting(path);
      case Place.Cluster(var address, var options) -> {
        try (ClusterConnection connection = ClusterConnection.open(address, config)) {
          connection.requireIndex(Stamp.current(config));
        }
      }
    }
  }

  /**
   * The index in figures.
   *
   * @throws IndexException as {@link #searcher()} does
   */
  public IndexStats stats() {
    return switch (place) {
      case Place.Folder(var path) -> {
        try (NewsSearcher searcher = NewsSearcher.open(path, config)) {
          yield searcher.stats();
        }
      }
      // Without all that a searcher of a cluster asks for first.
      case Place.Cluster(var address, var options) -> {
        try (ClusterConnection connection = ClusterConnection.open(address, config)) {
          Stamp stamp = connection.requireIndex(Stamp.current(config));
          yield IndexStats.of(ClusterFigures.of(connection, stamp), corrections().inForce());
        }
      }
    };
  }

  /**
   * Carries all articles of the last commit into another index, made if there is none, with their
   * stories as they are, commits, and compares the two. Articles that the other index holds already
   * are left alone: a copy that was interrupted goes on when it is made again. Corrections to
   * entities and saved searches go along where the other index has none of its own.
   *
   * @param target in a folder or on a cluster, with the same configuration
   * @param progress told of what is done, by any thread
   * @throws IndexException if one of the two cannot be used, the copy fails, or the two do not hold
   *     the same articles in the end, as where the other index held some of its own
   */
  public CopySummary copyTo(NewsIndex target, CopyProgress progress) {
    long start = System.nanoTime();
    try (ArticleSource source = source()) {
      long written;
      try (ArticleStore store = target.store()) {
        written = ArticleCopy.run(source, store, progress);
      }
      ArticleSum sum = source.sum();
      target.requireSame(sum, this);
      carryTables(target);
      return new CopySummary(sum.count(), written, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void carryTables(NewsIndex target) {
    try (BesideIndex from = beside();
        BesideIndex into = target.beside()) {
      for (EditedText.Kind kind : EditedText.Kind.values()) {
        String table = from.text(kind).read();
        if (table != null && into.text(kind).read() == null) {
          into.text(kind).change(before -> before == null ? table : before);
        }
      }
    } catch (IOException e) {
      throw new IndexException(
          this + ": corrections and saved searches cannot be read: " + e.getMessage(), e);
    }
  }

  private ArticleSource source() {
    return switch (place) {
      case Place.Folder(var path) -> FolderArticles.open(path, config);
      case Place.Cluster(var address, var options) -> ClusterArticles.open(address, config);
    };
  }

  private ArticleStore store() {
    return switch (place) {
      case Place.Folder(var path) ->
          ArticleWriter.open(path, config, ArticleWriter.Mode.UPDATE, NewsWriter.BUFFER_MEGABYTES);
      case Place.Cluster(var address, var options) ->
          ClusterWriter.open(address, config, options, false);
    };
  }

  private void requireSame(ArticleSum sum, NewsIndex source) {
    try (ArticleSource here = source()) {
      ArticleSum found = here.sum();
      if (found.equals(sum)) {
        return;
      }
      throw new IndexException(
          this
              + ": holds "
              + found.count()
              + " articles, and not the "
              + sum.count()
              + " of "
              + source
              + (found.count() > sum.count()
                  ? ": it had others before. Delete those, or name a new index."
                  : ": something else has changed it meanwhile. Copy again."));
    }
  }
}
