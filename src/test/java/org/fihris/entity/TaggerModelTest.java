package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.fihris.config.ConfigException;
import org.junit.jupiter.api.Test;

class TaggerModelTest {
  private static final int NAME = "FIHRIS-TAGGER".length();

  private static TaggerModel model() {
    float[][] transitions = new float[TaggerModel.LABELS][TaggerModel.LABELS];
    transitions[0][1] = 0.5f;
    return TaggerModel.of("a file", 0.75, Map.of(7L, row(1), -9L, row(2)), transitions);
  }

  private static float[] row(float weight) {
    float[] row = new float[TaggerModel.LABELS];
    Arrays.fill(row, weight);
    return row;
  }

  @Test
  void isReadAsItWasWritten() {
    TaggerModel read = TaggerModel.read(model().toBytes(), "tagger.bin");
    assertThat(read.toBytes()).isEqualTo(model().toBytes());
    assertThat(read.origin()).isEqualTo("a file");
    assertThat(read.threshold()).isEqualTo(0.75);
    assertThat(read.transition(0, 1)).isEqualTo(0.5);
    double[] scores = new double[TaggerModel.LABELS];
    read.score(new long[] {7, 8, -9}, 3, scores);
    assertThat(scores).containsOnly(3.0);
  }

  @Test
  void everyDamagedByteIsNoticed() {
    byte[] bytes = model().toBytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      assertRefused(damaged, i < NAME ? "not a model of names" : "damaged");
    }
    assertRefused(Arrays.copyOf(bytes, bytes.length - 1), "damaged");
    assertRefused(Arrays.copyOf(bytes, 10), "not a model of names");
    assertRefused(new byte[0], "not a model of names");
  }

  @Test
  void amodelOfAnotherVersionSaysSo() throws java.security.NoSuchAlgorithmException {
    byte[] bytes = model().toBytes();
    bytes[NAME + 7]++;
    byte[] body = Arrays.copyOf(bytes, bytes.length - 32);
    byte[] sum = java.security.MessageDigest.getInstance("SHA-256").digest(body);
    System.arraycopy(sum, 0, bytes, body.length, sum.length);
    assertRefused(bytes, "another version");
  }

  private static void assertRefused(byte[] bytes, String why) {
    assertThatThrownBy(() -> TaggerModel.read(bytes, "entities/tagger.bin"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("entities/tagger.bin: ")
        .hasMessageContaining(why)
        .hasMessageContaining("train");
  }

  @Test
  void impossibleWeightsAreRefused() {
    float[][] none = new float[0][];
    assertThatThrownBy(() -> TaggerModel.of("", 0.5, Map.of(), none))
        .isInstanceOf(IllegalArgumentException.class);
    float[][] square = new float[TaggerModel.LABELS][TaggerModel.LABELS];
    assertThatThrownBy(() -> TaggerModel.of("", Double.NaN, Map.of(), square))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
