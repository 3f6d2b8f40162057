package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicBytesTest {
  private static final List<Charset> BOTH =
      List.of(Charset.forName("windows-1256"), Charset.forName("ISO-8859-6"));

  /** Cut out of generated news at random, in the middle of words too. */
  @ParameterizedTest(name = "of {0} characters {1} in 100 are told")
  @CsvSource({"20, 90", "50, 99", "200, 100"})
  void theCodePageIsToldAndNeverMistaken(int length, int least) {
    Random random = new Random(length);
    String text = WarcFile.words(random, 20_000);
    int told = 0;
    int all = 2000;
    for (int i = 0; i < all; i++) {
      Charset real = BOTH.get(i % 2);
      int from = random.nextInt(text.length() - length);
      byte[] bytes = text.substring(from, from + length).getBytes(real);
      Charset found = ArabicBytes.charsetOf(bytes, 0, bytes.length, null);
      assertThat(found).isIn(real, null);
      told += found == null ? 0 : 1;
      // What it is said to be changes nothing where the bytes tell.
      if (found != null) {
        Charset wrong = BOTH.get((i + 1) % 2);
        assertThat(ArabicBytes.charsetOf(bytes, 0, bytes.length, wrong)).isEqualTo(real);
      }
    }
    assertThat(told * 100).isGreaterThanOrEqualTo(least * all);
  }

  @Test
  void randomBytesAreNoArabic() {
    Random random = new Random(5);
    byte[] bytes = new byte[300];
    for (int i = 0; i < 1000; i++) {
      random.nextBytes(bytes);
      assertThat(ArabicBytes.charsetOf(bytes, 0, bytes.length, null)).isNull();
      assertThat(ArabicBytes.charsetOf(bytes, 0, bytes.length, BOTH.getFirst())).isNull();
    }
  }
}
