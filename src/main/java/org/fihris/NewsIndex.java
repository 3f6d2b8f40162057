package org.fihris;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityLabels;
import org.fihris.index.ArticleWriter;
import org.fihris.index.IndexVerification;
import org.fihris.index.SourceEntry;
import org.fihris.index.SourceManifest;
import org.fihris.saved.Alert;
import org.fihris.saved.Alerts;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestionBuilder;
import org.fihris.suggest.SuggestionFiles;

/**
 * An index of news articles in a folder.
 *
 * <p>This is only a name for the folder and the configuration to use it with: it holds no file
 * open, and may be shared by threads. Writers and searchers are opened from it and closed on their
 * own.
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
  private final Path path;
  private final IndexConfig config;

  private NewsIndex(Path path, IndexConfig config) {
    this.path = path;
    this.config = config;
  }

  /** The index in a folder, with the configuration packed into the engine. */
  public static NewsIndex open(Path path) {
    return open(path, IndexConfig.packaged());
  }

  /** The index in a folder, with a configuration of the caller's. The folder need not exist yet. */
  public static NewsIndex open(Path path, IndexConfig config) {
    return new NewsIndex(path, config);
  }

  /** The folder of the index. */
  public Path path() {
    return path;
  }

  /**
   * Opens the index for writing, and makes it if there is none. One writer can be open at a time.
   *
   * @throws org.fihris.index.IndexException if it is being written to already, was built by another
   *     version, or the folder cannot be used
   */
  public NewsWriter writer() {
    return NewsWriter.open(path, config, ArticleWriter.Mode.UPDATE, null);
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
    return NewsWriter.open(path, config, ArticleWriter.Mode.UPDATE, listener);
  }

  /**
   * Opens the index for writing it anew: whatever it holds, by whatever version, is gone once the
   * first commit is made.
   *
   * @throws org.fihris.index.IndexException as {@link #writer()} does, but for the version
   */
  public NewsWriter rebuild() {
    return NewsWriter.open(path, config, ArticleWriter.Mode.REBUILD, null);
  }

  /**
   * Opens the index for searching, as it was committed last.
   *
   * @throws org.fihris.index.IndexException if there is none, it was built by another version or
   *     configuration, or its files are damaged
   */
  public NewsSearcher searcher() {
    return NewsSearcher.open(path, config);
  }

  /**
   * Builds what {@link NewsSearcher#suggest} gives, of the last commit. A run over sources does so
   * at its end; a program that writes articles one by one calls this when enough of them are new.
   *
   * @return whether they were built; false where those of the last commit were there
   * @throws org.fihris.index.IndexException if there is no index, it cannot be read, or the
   *     suggestions cannot be written
   */
  public boolean buildSuggestions() {
    return SuggestionBuilder.build(path, config);
  }

  /** The corrections to the entities of this index, to look at and to change. */
  public EntityCorrections corrections() {
    return new EntityCorrections(this, config);
  }

  /** The searches of this index that are kept, to look at and to change. */
  public SavedSearches savedSearches() {
    return new SavedSearches(path);
  }

  /**
   * The files that were read into the index, by their paths, each with what became of it.
   *
   * @throws org.fihris.index.IndexException if there is no index, or this list of it is damaged
   */
  public List<SourceEntry> sources() {
    return SourceManifest.of(path).entries();
  }

  /**
   * Reads the whole index and checks it.
   *
   * @throws org.fihris.index.IndexException if there is none
   */
  public IndexVerification verify() {
    IndexVerification found = IndexVerification.of(path, EntityLabels.of(config));
    for (String problem : Alerts.problems(path)) {
      found = found.withProblem(problem);
    }
    String suggestions = SuggestionFiles.problem(path);
    return suggestions == null ? found : found.withProblem(suggestions);
  }
}
