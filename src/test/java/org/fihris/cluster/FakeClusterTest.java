package org.fihris.cluster;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The scenarios on a stand-in for a cluster, which every build can start. */
class FakeClusterTest extends ClusterScenarios {
  private FakeCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster(2);
  }

  @Override
  String address(String index) {
    return cluster.address(index);
  }

  @Override
  @AfterEach
  void deleteIndexes() {
    cluster.close();
  }
}
