package org.fihris.corpus;

/**
 * Tells Arabic text in windows-1256 from other bytes that are not UTF-8: damaged UTF-8, Western
 * European text, Arabic in ISO 8859-6 or MacArabic, binary data.
 */
final class Windows1256 {
  private static final int ALEF = 0xC7;
  private static final int LAM = 0xE1;

  /** Lam in ISO 8859-6 and MacArabic, which have alef where windows-1256 has it. */
  private static final int OTHER_LAM = 0xE4;

  private static final int MIN_LETTERS = 6;

  private Windows1256() {}

  static boolean isArabic(byte[] bytes, int from, int length) {
    int high = 0;
    int letters = 0;
    int article = 0;
    int otherArticle = 0;
    int previous = 0;
    for (int i = from; i < from + length; i++) {
      int b = bytes[i] & 0xFF;
      if (b >= 0x80) {
        high++;
        letters += isLetter(b) ? 1 : 0;
      }
      if (previous == ALEF) {
        article += b == LAM ? 1 : 0;
        otherArticle += b == OTHER_LAM ? 1 : 0;
      }
      previous = b;
    }
    // The definite article makes up far more than one letter in fifty of any Arabic newspaper.
    return letters >= MIN_LETTERS
        && letters * 10L >= high * 8L
        && article * 50L >= letters
        && article >= otherArticle;
  }

  /** The letters of Arabic; between them the code page has French ones. */
  private static boolean isLetter(int b) {
    return (b >= 0xC1 && b <= 0xDF && b != 0xD7)
        || b == LAM
        || (b >= 0xE3 && b <= 0xE6)
        || b == 0xEC
        || b == 0xED;
  }
}
