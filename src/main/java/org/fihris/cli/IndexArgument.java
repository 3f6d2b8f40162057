package org.fihris.cli;

import java.nio.file.Path;
import org.fihris.NewsIndex;
import org.fihris.cluster.ClusterOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The index a command works on, and the configuration to use it with. */
final class IndexArgument {
  @Parameters(
      index = "0",
      paramLabel = "INDEX",
      description = "The folder of the index, or opensearch://HOST:PORT/NAME.")
  private @Nullable String index;

  @Mixin private ConfigOption config = new ConfigOption();

  NewsIndex open() {
    return open(ClusterOptions.defaults());
  }

  /** As {@link #open()}, with how it is laid out if it has to be made on a cluster. */
  NewsIndex open(ClusterOptions options) {
    return IndexAddress.open(named(), config.read(), options);
  }

  /** The index as it was named. */
  String named() {
    if (index == null) {
      throw new IllegalStateException("picocli did not set a required parameter");
    }
    return index;
  }

  /** The folder of the index. */
  Path path() {
    return open().path();
  }
}
