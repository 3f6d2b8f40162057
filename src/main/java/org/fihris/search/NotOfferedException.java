package org.fihris.search;

import org.fihris.cluster.ClusterAddress;
import org.fihris.index.IndexException;

/**
 * What an index does not have for the way in which it is kept, whatever is in it: one on a cluster
 * has less than one in a folder.
 */
public final class NotOfferedException extends IndexException {
  private static final long serialVersionUID = 1L;

  private NotOfferedException(String message) {
    super(message);
  }

  /**
   * Of an index on a cluster, with the remedy.
   *
   * @param what it does not have, without an article: {@code suggestions yet}
   */
  public static NotOfferedException of(ClusterAddress address, String what) {
    return new NotOfferedException(
        address
            + ": an index on a cluster has no "
            + what
            + ". Use an index in a folder for that; fihris pull makes one of it"
            + " (docs/cluster-data.md).");
  }
}
