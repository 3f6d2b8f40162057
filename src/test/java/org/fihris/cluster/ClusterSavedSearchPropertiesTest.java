package org.fihris.cluster;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.apitests.SavedSearchProperties;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** New articles are reported exactly where a search of the index on a cluster finds them. */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class ClusterSavedSearchPropertiesTest extends SavedSearchProperties {
  private final List<ClusterAddress> made = new ArrayList<>();

  @Override
  protected int rounds() {
    return 2;
  }

  @Override
  protected NewsIndex fresh(int round) {
    ClusterAddress address = TestAddress.fresh("saved");
    made.add(address);
    return NewsIndex.open(
        URI.create(address.toString()), IndexConfig.packaged(), new ClusterOptions(2, 0));
  }

  @AfterEach
  void delete() {
    made.forEach(TestAddress::delete);
  }
}
