package org.fihris.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fihris.config.ConfigException;

/**
 * A table that is put in the place of one beside an index.
 *
 * @param name how messages name it
 */
record TableFile(String name, String content) {
  private static final String STANDARD_INPUT = "-";

  /** Reads a file, or standard input for a hyphen. */
  static TableFile read(String file) throws IOException {
    boolean isStandard = file.equals(STANDARD_INPUT);
    String name = isStandard ? "standard input" : file;
    byte[] bytes = isStandard ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
    try {
      return new TableFile(
          name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new ConfigException(name + ": not UTF-8; save it as UTF-8", e);
    }
  }
}
