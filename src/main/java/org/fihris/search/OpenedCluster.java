package org.fihris.search;

import java.io.IOException;
import org.fihris.cluster.ClusterAddress;
import org.fihris.cluster.ClusterBeside;
import org.fihris.cluster.ClusterConnection;
import org.fihris.cluster.ClusterFigures;
import org.fihris.cluster.ClusterSearch;
import org.fihris.cluster.ClusterSuggestions;
import org.fihris.config.IndexConfig;
import org.fihris.index.EditedText;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.IndexException;
import org.fihris.index.Stamp;
import org.fihris.suggest.SuggestionIndex;

/**
 * An index on a cluster, and what it and the corrections to its entities were when it was opened.
 * Safe for any number of threads.
 */
final class OpenedCluster implements AutoCloseable {
  private final ClusterConnection connection;
  private final Stamp stamp;
  private final ClusterSearch search;
  private final ClusterSearch.State state;
  private final ClusterSuggestions suggestions;
  private final String editsVersion;
  private final EntityEditsFile.InForce edits;

  private OpenedCluster(ClusterConnection connection, IndexConfig config) throws IOException {
    this.connection = connection;
    this.stamp = connection.requireIndex(Stamp.current(config));
    this.search = new ClusterSearch(connection, TimeLimit::left);
    this.state = search.state();
    this.suggestions = new ClusterSuggestions(connection, search, state);
    this.editsVersion = versionOfEdits(connection); // first: what changes later is noticed
    this.edits = EntityEditsFile.in(ClusterBeside.of(connection), config).read();
  }

  /** What is built on an index, which is closed again if it fails. */
  interface Building {
    ClusterSearcher on(OpenedCluster cluster) throws IOException;
  }

  /**
   * Opens an index and builds a searcher on it.
   *
   * @throws IndexException if no node answers, the cluster cannot be used, there is no index of
   *     that name, or it was built by another version or configuration
   */
  static ClusterSearcher open(ClusterAddress address, IndexConfig config, Building building) {
    ClusterConnection connection = ClusterConnection.open(address, config);
    try {
      return building.on(new OpenedCluster(connection, config));
    } catch (IOException e) {
      connection.close();
      throw new IndexException(address + " cannot be opened: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static String versionOfEdits(ClusterConnection connection) throws IOException {
    return ClusterBeside.of(connection).text(EditedText.Kind.ENTITY_EDITS).version();
  }

  ClusterAddress address() {
    return connection.address();
  }

  ClusterSearch search() {
    return search;
  }

  ClusterSearch.State state() {
    return state;
  }

  SuggestionIndex suggestions() {
    return suggestions;
  }

  EntityEditsFile.InForce edits() {
    return edits;
  }

  /** Whether articles, corrections and suggestions are still what they were. */
  boolean isCurrent() throws IOException {
    ClusterSearch.State now = search.state();
    return now.sequence() == state.sequence()
        && now.state().equals(state.state())
        && suggestions.isCurrent()
        && versionOfEdits(connection).equals(editsVersion);
  }

  IndexStats stats() {
    return IndexStats.of(ClusterFigures.of(connection, stamp), edits);
  }

  @Override
  public void close() {
    connection.close();
  }
}
