package org.fihris.cli;

import org.fihris.cluster.ClusterOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an index is laid out on a cluster if it has to be made. */
final class ClusterLayoutOptions {
  @Option(
      names = "--shards",
      paramLabel = "N",
      description =
          "Parts of an index that is made on a cluster, for as many machines; default 3, fixed for"
              + " good.")
  private @Nullable Integer shards;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description = "Further copies of each part; default 1.")
  private @Nullable Integer replicas;

  ClusterOptions read() {
    ClusterOptions defaults = ClusterOptions.defaults();
    return new ClusterOptions(
        shards == null ? defaults.shards() : shards,
        replicas == null ? defaults.replicas() : replicas);
  }
}
