package org.fihris.cli;

import org.fihris.analysis.NewsAnalyzer;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityLabels;
import org.fihris.entity.ListedNames;

/**
 * Reads the tables that a search asks for on a thread of its own, in the order in which it does,
 * while the index is opened. A command that searches once would take a quarter longer if one had to
 * wait for the other.
 */
final class TablesAhead {
  private TablesAhead() {}

  static void read(IndexConfig config) {
    Thread.ofPlatform()
        .daemon()
        .name("tables")
        .start(
            () -> {
              try {
                new NewsAnalyzer(config).close();
                ListedNames.of(config).mayName("");
                EntityLabels.of(config);
              } catch (ConfigException e) {
                // The search meets the same fault and tells it.
              }
            });
  }
}
