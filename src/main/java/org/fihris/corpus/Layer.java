package org.fihris.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One stream in a pile of them (a file, what a gzip holds, what a tar member holds): counts what
 * was read and remembers that it failed, so that the failure is told once and not by every layer.
 */
class Layer extends FilterInputStream {
  private long count;
  private @Nullable IOException failure;

  Layer(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      int read = in.read(bytes, from, length);
      if (read > 0) {
        count += read;
        passed(read);
      }
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (RuntimeException e) {
      // Decompressors run into these on damaged data.
      failure = new IOException("the data is damaged", e);
      throw failure;
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    byte[] waste = new byte[(int) Math.min(8192, Math.max(bytes, 0))];
    long skipped = 0;
    int read = 0;
    while (skipped < bytes && read >= 0) {
      read = read(waste, 0, (int) Math.min(waste.length, bytes - skipped));
      skipped += Math.max(read, 0);
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Called for bytes that were just read. */
  void passed(int bytes) throws IOException {}

  /** Bytes read so far. */
  long count() {
    return count;
  }

  /** Whether reading has failed, so that nothing more can be expected from here. */
  boolean hasFailed() {
    return failure != null;
  }
}
