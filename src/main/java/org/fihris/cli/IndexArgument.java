package org.fihris.cli;

import java.nio.file.Path;
import org.fihris.NewsIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The index a command works on, and the configuration to use it with. */
final class IndexArgument {
  @Parameters(index = "0", paramLabel = "INDEX", description = "The folder of the index.")
  private @Nullable Path index;

  @Mixin private ConfigOption config = new ConfigOption();

  NewsIndex open() {
    return NewsIndex.open(path(), config.read());
  }

  Path path() {
    if (index == null) {
      throw new IllegalStateException("picocli did not set a required parameter");
    }
    return index;
  }
}
