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
    name = "push",
    description = {
      "Carry an index into a cluster, with the stories as they are, and compare the two.",
      "Articles that the cluster holds already are left alone. An interrupted run goes on where it"
          + " stopped when it is started again."
    })
final class PushCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "INDEX", description = "The folder of the index.")
  private @Nullable Path folder;

  @Parameters(
      index = "1",
      paramLabel = "ADDRESS",
      description = "opensearch://HOST:PORT/NAME; the index is made if there is none.")
  private @Nullable String address;

  @Mixin private ClusterLayoutOptions layout = new ClusterLayoutOptions();
  @Mixin private IndexCopy copy = new IndexCopy();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (folder == null || address == null) {
      throw new IllegalStateException("picocli did not set a required parameter");
    }
    IndexConfig config = copy.config().read();
    ClusterOptions options = Checked.arguments(spec, layout::read);
    NewsIndex cluster = IndexAddress.onCluster(address, config, options);
    return copy.run(NewsIndex.open(folder, config), cluster, spec);
  }
}
