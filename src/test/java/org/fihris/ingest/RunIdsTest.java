package org.fihris.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunIdsTest {

  @Test
  void agreesWithAMapOnManyIds() {
    RunIds ids = new RunIds();
    Map<Long, Long> expected = new HashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      long id = random.nextInt(50_000);
      long fingerprint = random.nextInt(3);
      Long before = expected.putIfAbsent(id == 0 ? 1 : id, fingerprint);
      RunIds.Sighting sighting =
          before == null
              ? RunIds.Sighting.FIRST
              : before == fingerprint ? RunIds.Sighting.REPEATED : RunIds.Sighting.CONFLICTING;
      assertThat(ids.see(id, fingerprint)).isEqualTo(sighting);
    }
  }

  @Test
  void tellsWhatItHoldsWithoutNotingIt() {
    RunIds ids = new RunIds();
    assertThat(ids.has(0)).isFalse();
    assertThat(ids.holds(7, 1)).isFalse();
    for (long id = 0; id < 5_000; id++) {
      ids.see(id * 31, id);
    }
    for (long id = 2; id < 5_000; id++) {
      assertThat(ids.holds(id * 31, id)).isTrue();
      assertThat(ids.holds(id * 31, id + 1)).isFalse();
      assertThat(ids.has(id * 31 + 2)).isFalse();
    }
    assertThat(ids.see(33, 4)).isEqualTo(RunIds.Sighting.FIRST);
  }
}
