package org.fihris.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/** Terms as text; those of this engine's fields all are. */
final class Utf8Terms {
  private Utf8Terms() {}

  /**
   * @throws WireException if the bytes are no text
   */
  static String text(BytesRef term) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(term.bytes, term.offset, term.length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new WireException("A term is not UTF-8, and only text can be sent.", e);
    }
  }
}
