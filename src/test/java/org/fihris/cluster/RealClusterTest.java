package org.fihris.cluster;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The scenarios on real nodes with the plugin of this version: {@code src/test/sh/cluster.sh test},
 * or {@code -Dfihris.cluster=http://host:port}.
 */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class RealClusterTest extends ClusterScenarios {
  @Override
  String address(String index) {
    return System.getProperty("fihris.cluster").replaceFirst("^http", "opensearch") + "/" + index;
  }
}
