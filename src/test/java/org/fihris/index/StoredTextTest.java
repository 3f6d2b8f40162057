package org.fihris.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredTextTest {

  @Test
  void aLetterOfArabicTakesOneByte() {
    String text = "ضرب زلزال مدمر إقليم الحوز في المغرب، وقال المعهد: «٧ درجات».";

    // Two guillemets of two bytes, the byte that selects the window, four of the checksum.
    assertThat(StoredText.encoded(text)).hasSize(text.length() + 2 + 1 + 4);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(100);
  }

  /** Bytes as the standard gives them: SC3, letters of the window, SQ0, SQ4, SQU. */
  @Test
  void theBytesAreThoseOfTheStandard() {
    byte[] bytes = StoredText.encoded("اa\n«—پی\u0007");

    assertThat(Arrays.copyOf(bytes, bytes.length - 4))
        .isEqualTo(
            new byte[] {
              0x13,
              (byte) 0xA7,
              'a',
              '\n',
              1,
              (byte) 0xAB,
              5,
              0x14,
              (byte) 0xFE,
              0x0E,
              6,
              (byte) 0xCC,
              1,
              7
            });
  }

  @Property(tries = 2_000)
  void everyTextComesBack(@ForAll("texts") String text) {
    assertThat(decoded(StoredText.encoded(text))).isEqualTo(text);
  }

  @Property(tries = 2_000)
  void aChangedByteIsNoticed(@ForAll("texts") String text, @ForAll int place, @ForAll byte by) {
    byte[] bytes = StoredText.encoded(text);
    bytes[Math.floorMod(place, bytes.length)] ^= by == 0 ? 1 : by;

    assertThat(decoded(bytes)).isNull();
  }

  @Property
  void whatIsNoTextIsDamaged(@ForAll byte[] bytes) {
    assertThat(decoded(bytes)).isNull();
  }

  /** Among other bytes, as a reader may have them. */
  private static @Nullable String decoded(byte[] bytes) {
    byte[] more = new byte[bytes.length + 7];
    System.arraycopy(bytes, 0, more, 3, bytes.length);
    return StoredText.decoded(new BytesRef(more, 3, bytes.length));
  }

  /** Of all UTF-16 units, half of them those of news. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> any = Arbitraries.chars().all();
    Arbitrary<Character> usual =
        Arbitraries.chars().with("ابتثجحخدذ ،؟«»—“”0٧٪aZ\n\t\u0001\u0013پ");
    return Arbitraries.oneOf(any, usual).list().ofMaxSize(80).map(StoredTextTest::joined);
  }

  private static String joined(Iterable<Character> units) {
    StringBuilder text = new StringBuilder();
    units.forEach(text::append);
    return text.toString();
  }
}
