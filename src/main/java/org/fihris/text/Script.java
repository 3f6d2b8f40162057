package org.fihris.text;

/** Tests on the script of a text. */
public final class Script {
  private Script() {}

  /** Whether {@code c} is a letter of the Arabic script, presentation forms included. */
  public static boolean isArabicLetter(int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
  }

  /** Whether the text holds at least one Arabic letter. */
  public static boolean hasArabic(CharSequence text) {
    return text.codePoints().anyMatch(Script::isArabicLetter);
  }

  /** The share of Arabic letters among all letters, from 0 to 1; 0 for a text without letters. */
  public static double arabicShare(CharSequence text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long arabic = text.codePoints().filter(Script::isArabicLetter).count();
    return letters == 0 ? 0 : (double) arabic / letters;
  }
}
