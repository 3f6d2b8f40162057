package org.fihris.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fihris.NewsIndex;
import org.fihris.cluster.ClusterOptions;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "pull",
    description = {
      "Carry an index of a cluster into a folder, with the stories as they are, and compare the"
          + " two.",
      "Articles that the folder holds already are left alone. An interrupted run goes on where it"
          + " stopped when it is started again."
    })
final class PullCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "ADDRESS",
      description = "opensearch://HOST:PORT/NAME of an index.")
  private @Nullable String address;

  @Parameters(index = "1", paramLabel = "INDEX", description = "The folder to make the index in.")
  private @Nullable Path folder;

  @Mixin private IndexCopy copy = new IndexCopy();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (folder == null || address == null) {
      throw new IllegalStateException("picocli did not set a required parameter");
    }
    IndexConfig config = copy.config().read();
    NewsIndex cluster = IndexAddress.onCluster(address, config, ClusterOptions.defaults());
    return copy.run(cluster, NewsIndex.open(folder, config), spec);
  }
}
