package org.fihris.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A UTF-16 stream as the UTF-8 that all readers work on. */
final class Utf16AsUtf8 extends InputStream {
  private static final int CHARS = 8192;

  private final Reader in;
  private final char[] chars = new char[CHARS];
  private int kept;
  private byte[] bytes = new byte[0];
  private int position;

  /**
   * @param charset UTF-16LE or UTF-16BE; a byte order mark has been read
   */
  Utf16AsUtf8(InputStream in, Charset charset) {
    // The decoder, unlike the charset, makes the reader refuse what is malformed.
    this.in = new InputStreamReader(in, charset.newDecoder());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == bytes.length) {
      if (!decodeMore()) {
        return -1;
      }
    }
    int given = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, target, from, given);
    position += given;
    return given;
  }

  private boolean decodeMore() throws IOException {
    int read;
    try {
      read = in.read(chars, kept, CHARS - kept);
    } catch (CharacterCodingException e) {
      throw new IOException(
          "begins as UTF-16 but is not valid UTF-16 all through; save it as UTF-8", e);
    }
    if (read < 0) {
      return false;
    }
    int length = kept + read;
    // The second half of a surrogate pair may come with the next read.
    kept = Character.isHighSurrogate(chars[length - 1]) ? 1 : 0;
    bytes = new String(chars, 0, length - kept).getBytes(StandardCharsets.UTF_8);
    position = 0;
    chars[0] = chars[length - 1];
    return true;
  }
}
