package org.fihris.cluster;

import org.fihris.config.IndexConfig;
import org.fihris.index.BesideIndex;
import org.fihris.index.EditedText;
import org.fihris.index.Journal;
import org.fihris.index.KeptIds;
import org.fihris.index.Stamp;

/**
 * What lies beside an index on a cluster: documents of a second index, whose name ends with {@code
 * .beside}. It is made when something is first written there, and stays when the index is built
 * anew.
 */
public final class ClusterBeside implements BesideIndex {
  private final ClusterConnection connection;
  private final BesideDocuments documents;
  private final boolean owned;

  private ClusterBeside(ClusterConnection connection, boolean owned) {
    this.connection = connection;
    this.documents = new BesideDocuments(connection);
    this.owned = owned;
  }

  /**
   * @throws org.fihris.index.IndexException if no node answers, the cluster cannot be used, there
   *     is no index, or it was built by another version or configuration
   */
  public static ClusterBeside open(ClusterAddress address, IndexConfig config) {
    ClusterConnection connection = ClusterConnection.open(address, config);
    try {
      connection.requireIndex(Stamp.current(config));
      return new ClusterBeside(connection, true);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The same over a connection that stays open. */
  public static ClusterBeside of(ClusterConnection connection) {
    return new ClusterBeside(connection, false);
  }

  @Override
  public EditedText text(EditedText.Kind kind) {
    return new ClusterText(documents, kind);
  }

  @Override
  public KeptIds newArticles() {
    return new ClusterKeptIds(documents, "new-articles");
  }

  @Override
  public Journal reportedStories() {
    return new ClusterJournal(documents, "reported-stories", "some may be reported again");
  }

  @Override
  public void close() {
    if (owned) {
      connection.close();
    }
  }
}
