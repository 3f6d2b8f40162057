package org.fihris.cluster;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The scenarios on real nodes: {@code -Dfihris.cluster=opensearch://host:port,host:port/} with the
 * plugin of this version.
 */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class RealClusterTest extends ClusterScenarios {
  @Override
  String address(String index) {
    String base = System.getProperty("fihris.cluster");
    int path = base.indexOf('/', base.indexOf("://") + 3);
    return (path < 0 ? base : base.substring(0, path)) + "/" + index;
  }
}
