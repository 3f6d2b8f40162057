package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;

class EntityLabelsTest {

  @Test
  void agreesWithTheGazetteer() {
    IndexConfig config = IndexConfig.packaged();
    EntityLabels labels = EntityLabels.of(config);
    assertThat(Gazetteer.of(config).entities())
        .hasSizeGreaterThan(2_000)
        .allSatisfy(entity -> assertThat(labels.byId(entity.id())).isEqualTo(entity));
    assertThat(labels.byId("@given")).isNull();
  }
}
