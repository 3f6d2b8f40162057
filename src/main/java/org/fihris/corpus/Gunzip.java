package org.fihris.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip data (RFC 1952), of one member or several in a row.
 *
 * <p>Unlike other implementations it gives every byte that can be unpacked before it reports that
 * the data ends early, and does not pass over a damaged second member in silence. Closing it frees
 * its memory and leaves the stream under it open.
 */
final class Gunzip extends InputStream {
  private static final int MAGIC_1 = 0x1F;
  private static final int MAGIC_2 = 0x8B;
  private static final int DEFLATE = 8;
  private static final int FLAG_CHECKSUM = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] packed = new byte[1 << 15];
  private int position;
  private int end;
  private boolean inMember;
  private boolean first = true;

  Gunzip(InputStream in) {
    this.in = in;
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
    while (inMember || beginMember()) {
      int unpacked = inflate(bytes, from, length);
      if (unpacked > 0) {
        checksum.update(bytes, from, unpacked);
        return unpacked;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsInput()) {
        feed();
      } else {
        throw new ZipException("the packed data needs a dictionary, which gzip has not");
      }
    }
    return -1;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int inflate(byte[] bytes, int from, int length) throws ZipException {
    try {
      return inflater.inflate(bytes, from, length);
    } catch (DataFormatException e) {
      throw new ZipException("the packed data does not make sense");
    }
  }

  private void feed() throws IOException {
    if (position == end && !fill()) {
      throw new EOFException();
    }
    inflater.setInput(packed, position, end - position);
    position = end;
  }

  /** Reads the header of the next member; false if there is none. */
  private boolean beginMember() throws IOException {
    int b = first ? packedByte() : afterPadding();
    if (b < 0) {
      return false;
    }
    first = false;
    if (b != MAGIC_1 || packedByte() != MAGIC_2 || packedByte() != DEFLATE) {
      throw new ZipException("something that is not gzip follows in it");
    }
    int flags = packedByte();
    skip(6);
    if ((flags & FLAG_EXTRA) != 0) {
      skip(packedByte() | packedByte() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText();
    }
    if ((flags & FLAG_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    checksum.reset();
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    position = end - inflater.getRemaining();
    long expected = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      expected |= (long) packedByte() << shift;
    }
    skip(4); // the length, of which the checksum tells as much
    inMember = false;
    if (expected != checksum.getValue()) {
      throw new ZipException("its checksum does not fit its content");
    }
  }

  /** The first byte after the zeros with which tapes and some programs fill up; -1 at the end. */
  private int afterPadding() throws IOException {
    int b = 0;
    while (b == 0) {
      if (position == end && !fill()) {
        return -1;
      }
      b = packed[position++] & 0xFF;
    }
    return b;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      packedByte();
    }
  }

  private void skipText() throws IOException {
    int b = packedByte();
    while (b != 0) {
      b = packedByte();
    }
  }

  private int packedByte() throws IOException {
    if (position == end && !fill()) {
      throw new EOFException();
    }
    return packed[position++] & 0xFF;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(packed, 0, packed.length));
    return end > 0;
  }
}
