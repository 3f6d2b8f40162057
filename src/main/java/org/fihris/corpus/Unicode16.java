package org.fihris.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells UTF-16, with a byte order mark or without. */
final class Unicode16 {
  /** Fewer units tell nothing without a mark. */
  private static final int LEAST_UNITS = 4;

  private Unicode16() {}

  /** The order of UTF-16 that a byte order mark names, or {@code null} if there is none. */
  static @Nullable Charset marked(byte[] bytes, int from, int length) {
    if (length < 2) {
      return null;
    }
    int mark = (bytes[from] & 0xFF) << 8 | bytes[from + 1] & 0xFF;
    return mark == 0xFEFF
        ? StandardCharsets.UTF_16BE
        : mark == 0xFFFE ? StandardCharsets.UTF_16LE : null;
  }

  /**
   * The order in which four of five pairs of bytes are Arabic or Latin letters, {@code null} if
   * there is none. In no other encoding of text is every second byte a zero or a six.
   */
  static @Nullable Charset unmarked(byte[] bytes, int from, int length) {
    int units = Math.min(length, 512) / 2;
    int big = 0;
    int little = 0;
    for (int i = 0; i < units; i++) {
      byte first = bytes[from + 2 * i];
      byte second = bytes[from + 2 * i + 1];
      big += isUsual(first, second) ? 1 : 0;
      little += isUsual(second, first) ? 1 : 0;
    }
    if (units < LEAST_UNITS || Math.max(big, little) * 5 < units * 4) {
      return null;
    }
    return big > little
        ? StandardCharsets.UTF_16BE
        : little > big ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean isUsual(byte high, byte low) {
    return switch (high) {
      case 0 -> low < 0 || low >= ' ' || low == '\n' || low == '\r' || low == '\t';
      case 0x06 -> true;
      default -> false;
    };
  }
}
