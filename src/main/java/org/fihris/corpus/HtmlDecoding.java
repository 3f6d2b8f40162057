package org.fihris.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.fihris.corpus.Decoding.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * Decodes pages in HTML, which may name their encoding themselves, and of which a template may have
 * cut a letter in two when it shortened a headline.
 */
final class HtmlDecoding {
  private static final char REPLACEMENT = '\uFFFD';

  /** One broken letter in so many is an accident, more are another encoding. */
  private static final int LETTERS_FOR_ONE_BROKEN = 100;

  private HtmlDecoding() {}

  /**
   * @param header what the server said the encoding is, {@code null} if nothing
   * @param offset where in the file the bytes begin, for the message
   */
  static Decoded decode(byte[] bytes, int from, int length, @Nullable Charset header, long offset) {
    Charset wide = Unicode16.marked(bytes, from, length);
    wide = wide == null ? Unicode16.unmarked(bytes, from, length) : wide;
    if (wide != null) {
      String text = Decoding.strict(bytes, from, length, wide);
      return text == null
          ? new Decoded.Refused("begins as UTF-16 but is not valid UTF-16 all through")
          : Decoding.checked(text);
    }
    Charset declared = DeclaredCharset.among(header, DeclaredCharset.inMarkup(bytes, from, length));
    Decoded decoded = new Decoding(declared).decode(bytes, from, length, offset);
    if (decoded instanceof Decoded.Refused) {
      String text = new String(bytes, from, length, StandardCharsets.UTF_8);
      return isNearlyAllUtf8(text) ? Decoding.checked(text) : decoded;
    }
    return decoded;
  }

  private static boolean isNearlyAllUtf8(String text) {
    long beyondAscii = text.chars().filter(c -> c > '~' && c != REPLACEMENT).count();
    long broken = text.chars().filter(c -> c == REPLACEMENT).count();
    return broken * LETTERS_FOR_ONE_BROKEN <= beyondAscii;
  }
}
