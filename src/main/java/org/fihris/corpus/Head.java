package org.fihris.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose first bytes were looked at and are read again, so that nothing that was complete
 * before a failure is lost.
 */
final class Head extends InputStream {
  /** A tar header, the longest thing that tells a container. */
  private static final int LENGTH = 512;

  private final byte[] head;
  private final InputStream rest;
  private final @Nullable IOException failure;
  private int position;

  private Head(byte[] head, InputStream rest, @Nullable IOException failure) {
    this.head = head;
    this.rest = rest;
    this.failure = failure;
  }

  static Head of(InputStream in) throws IOException {
    byte[] bytes = new byte[LENGTH];
    int length = 0;
    try {
      int read;
      while (length < LENGTH && (read = in.read(bytes, length, LENGTH - length)) >= 0) {
        length += read;
      }
    } catch (IOException e) {
      if (length == 0) {
        throw e;
      }
      return new Head(Arrays.copyOf(bytes, length), in, e);
    }
    return new Head(Arrays.copyOf(bytes, length), in, null);
  }

  /** The first bytes of the stream, at most 512; not to be changed. */
  byte[] bytes() {
    return head;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position < head.length) {
      int given = Math.min(length, head.length - position);
      System.arraycopy(head, position, bytes, from, given);
      position += given;
      return given;
    }
    if (failure != null) {
      throw failure;
    }
    return rest.read(bytes, from, length);
  }
}
