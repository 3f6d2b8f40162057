package org.fihris.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Texts as an index stores them: in SCSU, the Unicode Consortium's compression of text (Technical
 * Standard 6), with Arabic in the active window, followed by a checksum. A letter of Arabic takes
 * one byte in the place of two, so that less is packed, read and unpacked; the checksum tells a
 * text that is damaged on the disk, which what is packed would give as another one.
 *
 * <p>Any sequence of UTF-16 units comes back as it was, lone surrogates too.
 */
final class StoredText {

  /** Makes window 3, which begins at U+0600 by default, the active one. */
  private static final byte SELECT_ARABIC = 0x13;

  /** Takes the next byte from static window 0, or where it is over 0x7F from dynamic window 0. */
  private static final byte QUOTE_0 = 0x01;

  /** Takes the next byte from static window 4, the dashes and quotation marks at U+2000. */
  private static final byte QUOTE_4 = 0x05;

  /** Takes the next two bytes as a UTF-16 unit. */
  private static final byte QUOTE_UNIT = 0x0E;

  private static final int ARABIC = 0x600;
  private static final int PUNCTUATION = 0x2000;
  private static final int WINDOW = 0x80;
  private static final int CHECKSUM_BYTES = Integer.BYTES;
  private static final int MOST_BYTES_OF_UNIT = 3;

  private static final VarHandle INTEGER =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** In the place of a unit, for a byte that is a command. */
  private static final char COMMAND = '\uFFFF';

  /** The unit that a byte stands for, by the byte. */
  private static final char[] UNITS = units();

  private StoredText() {}

  static byte[] encoded(String text) {
    byte[] bytes = new byte[1 + encodedLength(text) + CHECKSUM_BYTES];
    int end = 0;
    bytes[end++] = SELECT_ARABIC;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (isPlain(unit)) {
        bytes[end++] = (byte) unit;
      } else if (isIn(ARABIC, unit)) {
        bytes[end++] = (byte) (unit - ARABIC + WINDOW);
      } else if (unit < 2 * WINDOW) {
        bytes[end++] = QUOTE_0;
        bytes[end++] = (byte) unit;
      } else if (isIn(PUNCTUATION, unit)) {
        bytes[end++] = QUOTE_4;
        bytes[end++] = (byte) (unit - PUNCTUATION);
      } else {
        bytes[end++] = QUOTE_UNIT;
        bytes[end++] = (byte) (unit >> 8);
        bytes[end++] = (byte) unit;
      }
    }
    INTEGER.set(bytes, end, checksum(bytes, 0, end));
    return bytes;
  }

  private static int encodedLength(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (isPlain(unit) || isIn(ARABIC, unit)) {
        length++;
      } else {
        length += unit < 2 * WINDOW || isIn(PUNCTUATION, unit) ? 2 : MOST_BYTES_OF_UNIT;
      }
    }
    return length;
  }

  /** Whether a unit stands for itself; other controls are commands of the encoding. */
  private static boolean isPlain(int unit) {
    return unit >= ' '
        ? unit < WINDOW
        : unit == '\n' || unit == '\t' || unit == '\r' || unit == '\0';
  }

  private static boolean isIn(int window, char unit) {
    return unit >= window && unit < window + WINDOW;
  }

  /**
   * The text of stored bytes.
   *
   * @return null if they are damaged
   */
  static @Nullable String decoded(BytesRef stored) {
    byte[] bytes = stored.bytes;
    int at = stored.offset;
    int end = stored.offset + stored.length - CHECKSUM_BYTES;
    if (end <= at
        || bytes[at] != SELECT_ARABIC
        || checksum(bytes, at, end) != (int) INTEGER.get(bytes, end)) {
      return null;
    }
    char[] units = new char[end - ++at];
    int length = 0;
    while (at < end) {
      byte head = bytes[at++];
      char unit = UNITS[head & 0xFF];
      if (unit != COMMAND) {
        units[length++] = unit;
      } else if (head == QUOTE_0) {
        units[length++] = (char) (bytes[at++] & 0xFF);
      } else if (head == QUOTE_4) {
        units[length++] = (char) (PUNCTUATION + bytes[at++]);
      } else {
        units[length++] = (char) (bytes[at++] << 8 | bytes[at++] & 0xFF);
      }
    }
    return new String(units, 0, length);
  }

  private static char[] units() {
    char[] units = new char[2 * WINDOW];
    for (int head = 0; head < units.length; head++) {
      units[head] =
          head >= WINDOW ? (char) (ARABIC + head - WINDOW) : isPlain(head) ? (char) head : COMMAND;
    }
    return units;
  }

  private static int checksum(byte[] bytes, int from, int to) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, to - from);
    return (int) checksum.getValue();
  }
}
