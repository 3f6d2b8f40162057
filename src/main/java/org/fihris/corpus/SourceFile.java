package org.fihris.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file of a corpus, as it stood on disk just before its turn came.
 *
 * @param path as it was named, or found below a folder that was named
 * @param named whether the user named the file itself, which is tried whatever it is called
 * @param bytes its size
 * @param modified when it was last changed, as exactly as the file system says
 */
public record SourceFile(Path path, boolean named, long bytes, Instant modified) {

  static SourceFile of(Path path, boolean named) throws IOException {
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
    return new SourceFile(path, named, found.size(), found.lastModifiedTime().toInstant());
  }

  /** The same for a file however it is named: see {@link #key(Path)}. */
  public String key() {
    return key(path);
  }

  /**
   * The absolute path without {@code .} and {@code ..}. Links are not followed: a link that is set
   * to the newest of several folders stays one source.
   */
  static String key(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /**
   * The hash of what is in the file now, reading all of it.
   *
   * @throws IOException if it cannot be read
   */
  public String hash() throws IOException {
    try (HashedFile in = HashedFile.open(path)) {
      byte[] waste = new byte[1 << 16];
      while (in.read(waste, 0, waste.length) >= 0) {
        // the hash is all that is wanted
      }
      return in.hash();
    }
  }

  /** Whether size and time are still what they were. */
  boolean isAsItWas() {
    try {
      return equals(of(path, named));
    } catch (IOException e) {
      return false;
    }
  }
}
