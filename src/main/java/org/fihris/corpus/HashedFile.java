package org.fihris.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is hashed (SHA-256) and counted while it is read. */
final class HashedFile extends FilterInputStream {
  private final MessageDigest digest;
  private long count;

  private HashedFile(InputStream in) {
    super(in);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  static HashedFile open(Path path) throws IOException {
    return new HashedFile(Files.newInputStream(path));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    if (read > 0) {
      digest.update(bytes, from, read);
      count += read;
    }
    return read;
  }

  /** What was skipped would be missing in the hash. */
  @Override
  public long skip(long bytes) throws IOException {
    return bytes <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(bytes, 1 << 13)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  /** The hash of what was read so far, in hexadecimal digits; to be asked for once. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
