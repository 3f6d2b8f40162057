package org.fihris.cluster;

import org.fihris.config.IndexConfig;

/** Addresses of indexes on the nodes that {@code -Dfihris.cluster} names. */
public final class TestAddress {
  private static int given;

  private TestAddress() {}

  /** That of an index that no test has used. */
  public static synchronized ClusterAddress fresh(String what) {
    String base = System.getProperty("fihris.cluster").replaceFirst("^http", "opensearch");
    int end = base.indexOf('/', base.indexOf("://") + 3);
    return ClusterAddress.parse(
        (end < 0 ? base : base.substring(0, end))
            + "/fihris-"
            + what
            + "-"
            + Long.toString(System.nanoTime(), 36)
            + "-"
            + given++);
  }

  /** As {@link #delete(ClusterAddress)}, by the address as text. */
  public static void delete(String address) {
    delete(ClusterAddress.parse(address));
  }

  /** Deletes an index and what lies beside it. */
  static void delete(ClusterAddress address) {
    try (ClusterConnection connection = ClusterConnection.open(address, IndexConfig.packaged())) {
      connection.ask("DELETE", connection.ofIndex(""));
      connection.ask("DELETE", connection.ofIndex("") + ".beside");
      connection.ask("DELETE", connection.ofIndex("") + ".suggestions-*");
    }
  }
}
