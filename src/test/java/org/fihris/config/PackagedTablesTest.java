package org.fihris.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PackagedTablesTest {

  @Test
  void theirFingerprintIsTheOneThatTheBuildNoted() throws IOException {
    assertThat(IndexConfig.packaged().hash()).isEqualTo(text("hash"));
  }

  @ParameterizedTest
  @FieldSource("org.fihris.config.IndexConfig#FILES")
  void areUtf8(String file) throws IOException {
    assertThat(text(file)).doesNotContain("\uFFFD");
  }

  private static String text(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(IndexConfig.class.getResourceAsStream("index-config/" + file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
