package org.fihris.cli;

import java.net.URI;
import java.nio.file.Path;
import org.fihris.NewsIndex;
import org.fihris.cluster.ClusterAddress;
import org.fihris.cluster.ClusterOptions;
import org.fihris.config.IndexConfig;

/** The index of a word on the command line: a folder, or an address on a cluster. */
final class IndexAddress {
  private IndexAddress() {}

  static NewsIndex open(String named, IndexConfig config, ClusterOptions options) {
    if (!ClusterAddress.isOne(named)) {
      return NewsIndex.open(Path.of(named), config);
    }
    return onCluster(named, config, options);
  }

  /** The index of an address on a cluster; anything else is told. */
  static NewsIndex onCluster(String named, IndexConfig config, ClusterOptions options) {
    ClusterAddress.parse(named); // tells what is wrong with it, without repeating a password
    return NewsIndex.open(URI.create(named), config, options);
  }
}
