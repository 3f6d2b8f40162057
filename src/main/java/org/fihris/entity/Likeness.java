package org.fihris.entity;

/**
 * How two spellings that may be of one name differ.
 *
 * @param differences how many vowels and letters of one sound are written in another way, a vowel
 *     in the place of another and two consonants that changed places for two; 0 for equal spellings
 * @param loose whether a word of two consonants differs, or ا stands for و: so differ other names
 *     too
 * @param shared how many words are written alike
 * @param arabic whether one of these words is Arabic, so that the others may be as well
 */
public record Likeness(int differences, boolean loose, int shared, boolean arabic) {

  static final Likeness EQUAL_WORD = new Likeness(0, false, 1, false);

  Likeness and(Likeness other) {
    return new Likeness(
        differences + other.differences,
        loose || other.loose,
        shared + other.shared,
        arabic || other.arabic);
  }

  /**
   * How much evidence the difference asks for, from 1, in parts of what one difference of two
   * foreign names asks for.
   */
  public int doubt() {
    int names = loose ? LOOSE : 1;
    int words = arabic ? ARABIC : 1;
    return Math.max(1, differences) * names * words;
  }

  private static final int LOOSE = 4;
  private static final int ARABIC = 4;
}
