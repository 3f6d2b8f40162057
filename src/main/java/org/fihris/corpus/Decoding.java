package org.fihris.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a file's records into text. The bytes decide: what is valid UTF-8 is read as
 * that, and what is plainly Arabic in windows-1256 or ISO 8859-6 as that, whatever they are
 * declared to be; a declaration only settles what they leave open. Anything else is refused, so
 * that no garbled letters get in.
 *
 * <p>One for each file: what some of its records are in helps with those too short to tell.
 */
final class Decoding {

  /** A text, or the reason why the bytes are none. */
  sealed interface Decoded {
    record Text(String text) implements Decoded {}

    record Refused(String reason) implements Decoded {}
  }

  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** In the charset of Western pages three letters in a row that are not ASCII are no word. */
  private static final int LONGEST_WESTERN_RUN = 2;

  /** Fewer may be a word or two; of true text one letter in a hundred is of these. */
  private static final int LEAST_MISREAD = 12;

  private @Nullable Charset expected;

  /**
   * @param expected what the file is declared to be in, or seems to be by its beginning; {@code
   *     null} if nothing tells
   */
  Decoding(@Nullable Charset expected) {
    this.expected = expected;
  }

  /**
   * @param head the first bytes of a file, of which the last letter may be cut
   */
  static Decoding ofFile(byte[] head, int from, int length) {
    return new Decoding(ArabicBytes.charsetOf(head, from, length, null));
  }

  /**
   * The beginning of a file as text, to look at: letters may be missing.
   *
   * @param bytes may end within a letter
   */
  String head(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, expected == null ? StandardCharsets.UTF_8 : expected);
  }

  /** Decodes the current record of a buffer. */
  Decoded record(RecordBuffer buffer) {
    return decode(
        buffer.array(),
        buffer.recordFrom(),
        Math.toIntExact(buffer.recordLength()),
        buffer.recordOffset());
  }

  /**
   * @param offset where in the file the bytes begin, for the message
   */
  Decoded decode(byte[] bytes, int from, int length, long offset) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    // Malformed input shows as this character, which a text may also hold for good.
    int malformed = text.indexOf(REPLACEMENT) < 0 ? -1 : firstMalformed(bytes, from, length);
    if (malformed >= 0) {
      Charset charset = ofOneByte(bytes, from, length);
      if (charset == null) {
        return new Decoded.Refused(
            "holds a byte that is not UTF-8 (%02X at byte %d, counted from 0)%s; save it as UTF-8"
                .formatted(bytes[from + malformed], offset + malformed, besides()));
      }
      expected = charset;
      text = new String(bytes, from, length, charset);
    }
    return checked(text);
  }

  /** The text without its byte order mark, unless it is none. */
  static Decoded checked(String text) {
    String unmarked =
        !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    String junk = junkIn(unmarked);
    return junk == null ? new Decoded.Text(unmarked) : new Decoded.Refused(junk);
  }

  private @Nullable Charset ofOneByte(byte[] bytes, int from, int length) {
    Charset arabic = ArabicBytes.charsetOf(bytes, from, length, expected);
    if (arabic != null) {
      return arabic;
    }
    return isWestern(expected) && hasOnlyShortRuns(bytes, from, length) ? expected : null;
  }

  private String besides() {
    return expected == null || expected.equals(StandardCharsets.UTF_8)
        ? " and does not show what it is"
        : " and " + expected.name() + ", which it is said to be, makes no sense";
  }

  private static boolean isWestern(@Nullable Charset charset) {
    return charset != null
        && (charset.name().equals("windows-1252") || charset.name().startsWith("ISO-8859-1"));
  }

  private static boolean hasOnlyShortRuns(byte[] bytes, int from, int length) {
    int run = 0;
    for (int i = from; i < from + length; i++) {
      run = bytes[i] < 0 ? run + 1 : 0;
      if (run > LONGEST_WESTERN_RUN) {
        return false;
      }
    }
    return true;
  }

  /** Index, relative to {@code from}, of the first byte that is not UTF-8; -1 if all is. */
  static int firstMalformed(byte[] bytes, int from, int length) {
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

  /** The bytes as strictly as the charset goes, or {@code null} if they are not all of it. */
  static @Nullable String strict(byte[] bytes, int from, int length, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** What shows that the text is none, or {@code null}. */
  private static @Nullable String junkIn(String text) {
    int controls = 0;
    int beyondAscii = 0;
    int leads = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~') {
        beyondAscii++;
        leads += isLeadByteMisread(c) ? 1 : 0;
      } else if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        if (c == 0) {
          return "is binary data, not text: there is a zero byte in it";
        }
        controls++;
      }
    }
    if (leads >= LEAST_MISREAD && leads * 3L > beyondAscii) {
      return "was garbled before: it is UTF-8 that somebody read as another encoding and saved; get"
          + " the original";
    }
    // A stray control character happens in real pages; one in fifty does not.
    return controls * 50L > text.length()
        ? "is binary data, not text: it is full of control characters"
        : null;
  }

  /**
   * D8 and D9, with which every Arabic letter begins in UTF-8, as windows-1256 or Latin-1 has them.
   */
  private static boolean isLeadByteMisread(char c) {
    return c == 'ط' || c == 'ظ' || c == 'Ø' || c == 'Ù';
  }
}
