package org.fihris.plugin;

import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.config.IndexConfig;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Setting.Property;
import org.opensearch.common.settings.Settings;

/** The tables of this node and the analyzers that are made of them, for all its indices. */
final class NodeTables {

  /**
   * The folder with the node's own tables, inside its configuration folder; empty for those that
   * are packed into the plugin. All nodes of a cluster need the same.
   */
  static final Setting<String> FOLDER =
      Setting.simpleString("fihris.config", "", Property.NodeScope);

  /** What a node tells others of itself, with all nodes of the cluster. */
  static final String ANALYSIS_ATTRIBUTE = "fihris_analysis";

  static final String CONFIG_ATTRIBUTE = "fihris_config";

  private static final String ATTRIBUTES = "node.attr.";

  private final String hash;
  private final NewsAnalyzer stems;
  private final NewsAnalyzer words;

  /**
   * @throws org.fihris.config.ConfigException if the folder is not there, or a table has a fault
   * @throws IllegalArgumentException if the folder is outside the configuration of the node
   */
  NodeTables(Settings settings, Path configFolder) {
    IndexConfig config = config(FOLDER.get(settings), configFolder);
    hash = config.hash();
    stems = new NewsAnalyzer(config);
    words = stems.at(MatchLevel.EXACT);
  }

  private static IndexConfig config(String name, Path configFolder) {
    if (name.isEmpty()) {
      return IndexConfig.packaged();
    }
    Path folder = configFolder.resolve(name).normalize();
    if (!folder.startsWith(configFolder.normalize())) {
      throw new IllegalArgumentException(
          FOLDER.getKey()
              + ": "
              + folder
              + " is not inside "
              + configFolder
              + ", and a node may read no other folder. Copy it there and name it by its name.");
    }
    return IndexConfig.folder(folder);
  }

  Analyzer stems() {
    return stems;
  }

  Analyzer words() {
    return words;
  }

  Settings attributes() {
    return Settings.builder()
        .put(ATTRIBUTES + ANALYSIS_ATTRIBUTE, NewsAnalyzer.VERSION)
        .put(ATTRIBUTES + CONFIG_ATTRIBUTE, hash)
        .build();
  }

  String hash() {
    return hash;
  }
}
