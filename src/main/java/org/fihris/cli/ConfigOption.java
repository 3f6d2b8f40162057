package org.fihris.cli;

import java.nio.file.Path;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The choice of another configuration than the one packed into the program. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "Tables to use in the place of the packed ones (as in index-config).")
  private @Nullable Path folder;

  IndexConfig read() {
    return folder == null ? IndexConfig.packaged() : IndexConfig.folder(folder);
  }
}
