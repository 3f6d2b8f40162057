package org.fihris.cluster;

/**
 * How an index is laid out on a cluster when it is made; one that is there stays as it is.
 *
 * @param shards parts of the index, which can lie on as many machines; fixed for good
 * @param replicas further copies of each part, for when a machine fails
 */
public record ClusterOptions(int shards, int replicas) {
  private static final int MOST_SHARDS = 1024; // OpenSearch's own limit
  private static final int MOST_REPLICAS = 100;

  public ClusterOptions {
    if (shards < 1 || shards > MOST_SHARDS) {
      throw new IllegalArgumentException("shards: 1 to " + MOST_SHARDS + ", not " + shards);
    }
    if (replicas < 0 || replicas > MOST_REPLICAS) {
      throw new IllegalArgumentException("replicas: 0 to " + MOST_REPLICAS + ", not " + replicas);
    }
  }

  /** Three shards, each with one replica. */
  public static ClusterOptions defaults() {
    return new ClusterOptions(3, 1);
  }
}
