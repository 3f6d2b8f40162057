package org.fihris.cluster;

import org.fihris.index.IndexException;
import org.fihris.index.Stamp;
import tools.jackson.databind.JsonNode;

/** Whether a cluster can be used by this engine. */
final class ClusterCheck {
  private static final String VERSION = "3.";
  private static final String PLUGIN =
      " Install the plugin of this version of Fihris on every node (docs/cluster.md).";

  private ClusterCheck() {}

  /**
   * @throws IndexException if not
   */
  static void requireUsable(ClusterConnection connection, Stamp engine) {
    ClusterAddress address = connection.address();
    JsonNode version = connection.probe("/").json().path("version");
    String number = version.path("number").asString("");
    if (!version.path("distribution").asString("").equals("opensearch")
        || !number.startsWith(VERSION)) {
      throw new IndexException(
          address
              + ": what answers there is not OpenSearch 3"
              + (number.isEmpty() ? "" : " (it says version " + number + ")")
              + ". Correct the address, or bring the cluster to OpenSearch 3.");
    }
    ClusterConnection.Answer plugin = connection.probe("/_fihris");
    String analysis = plugin.json().path("analysis").asString("");
    String config = plugin.json().path("config").asString("");
    if (!plugin.isFound() || analysis.isEmpty()) {
      throw new IndexException(
          address
              + ": the nodes do not have the plugin of Fihris, without which they cannot"
              + " analyse Arabic as it does."
              + PLUGIN);
    }
    if (!analysis.equals(engine.analysis())) {
      throw new IndexException(
          address
              + ": the plugin on the nodes has version "
              + analysis
              + " of the Arabic analysis, this version of Fihris has version "
              + engine.analysis()
              + "."
              + PLUGIN);
    }
    if (!config.equals(engine.config())) {
      throw new IndexException(
          address
              + ": the nodes use another index-config (fingerprint "
              + config
              + ", here "
              + engine.config()
              + "). Name the folder that they use (--config FOLDER), or give all nodes this one"
              + " (docs/cluster.md).");
    }
    JsonNode other = plugin.json().path("other_nodes").path(0).path("name");
    if (other.isString()) {
      throw new IndexException(
          address
              + ": the node "
              + other.asString()
              + " does not analyse Arabic as the others do: its plugin or its index-config is"
              + " another one."
              + PLUGIN);
    }
  }
}
