package org.fihris.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a record into text: as UTF-8 and, where they are not that but plainly Arabic
 * in windows-1256, as that. Anything else is refused, so that no garbled letters get in.
 */
final class Decoding {

  /** A text, or the reason why the bytes are none. */
  sealed interface Decoded {
    record Text(String text) implements Decoded {}

    record Refused(String reason) implements Decoded {}
  }

  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Every full JDK has it; a trimmed one may not. */
  private static final @Nullable Charset WINDOWS_1256 =
      Charset.isSupported("windows-1256") ? Charset.forName("windows-1256") : null;

  private Decoding() {}

  /** Decodes the current record of a buffer. */
  static Decoded record(RecordBuffer buffer) {
    return decode(
        buffer.array(),
        buffer.recordFrom(),
        Math.toIntExact(buffer.recordLength()),
        buffer.recordOffset());
  }

  /**
   * @param offset where in the file the bytes begin, for the message
   */
  static Decoded decode(byte[] bytes, int from, int length, long offset) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    // Malformed input shows as this character, which a text may also hold for good.
    int malformed = text.indexOf(REPLACEMENT) < 0 ? -1 : firstMalformed(bytes, from, length);
    if (malformed >= 0) {
      if (WINDOWS_1256 == null || !Windows1256.isArabic(bytes, from, length)) {
        return new Decoded.Refused(
            "holds a byte that is not UTF-8 (%02X at byte %d, counted from 0); save it as UTF-8"
                .formatted(bytes[from + malformed], offset + malformed));
      }
      text = new String(bytes, from, length, WINDOWS_1256);
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    String junk = junkIn(text);
    return junk == null ? new Decoded.Text(text) : new Decoded.Refused(junk);
  }

  /** Index, relative to {@code from}, of the first byte that is not UTF-8; -1 if all is. */
  private static int firstMalformed(byte[] bytes, int from, int length) {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
    CharBuffer out = CharBuffer.allocate(4096);
    while (true) {
      var result = strict.decode(in, out, true);
      if (result.isError()) {
        return in.position() - from;
      }
      if (result.isUnderflow()) {
        return -1;
      }
      out.clear();
    }
  }

  /** What shows that the text is none, or {@code null}. */
  private static @Nullable String junkIn(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        if (c == 0) {
          return "is binary data, not text: there is a zero byte in it";
        }
        controls++;
      }
    }
    // A stray control character happens in real pages; one in fifty does not.
    return controls * 50L > text.length()
        ? "is binary data, not text: it is full of control characters"
        : null;
  }
}
