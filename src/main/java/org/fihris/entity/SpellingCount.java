package org.fihris.entity;

/** Counts what two skeletons of as many consonants differ in. For one use. */
final class SpellingCount {
  private final boolean sameOrder;
  private int differences;
  private boolean loose;

  /**
   * @param order what the order of the consonants counts for; negative if it is another
   */
  SpellingCount(int order) {
    differences = order;
    sameOrder = order == 0;
  }

  int differences() {
    return differences;
  }

  /** Whether ا stands for و. */
  boolean loose() {
    return loose;
  }

  /** Counts; false if the two are no spellings of one word. */
  boolean add(Skeleton one, Skeleton other) {
    if (differences < 0) {
      return false;
    }
    for (int i = 0; i <= one.length(); i++) {
      boolean end = i == one.length();
      if (!addVowel(one.vowels().get(i), other.vowels().get(i), i == 0, end)) {
        return false;
      }
      if (!end && sameOrder && one.letters().charAt(i) != other.letters().charAt(i)) {
        differences++;
      }
    }
    return true;
  }

  private boolean addVowel(String one, String other, boolean start, boolean end) {
    if (one.equals(other)) {
      return true;
    }
    // آن is no other spelling of ن, كارلا none of كارل and ماريو none of ماريا.
    if (start && one.isEmpty() != other.isEmpty() || end && !endsAlike(one, other)) {
      return false;
    }
    boolean left = isWithin(one, other) || isWithin(other, one);
    boolean single = one.length() == 1 && other.length() == 1;
    if (!left && !(single && (one + other).indexOf('ا') >= 0)) {
      return false;
    }
    loose |= !left && (one + other).indexOf('و') >= 0;
    differences += left ? 1 : 2;
    return true;
  }

  /** ي at the end may be left out; ا and و tell women from men and names from names. */
  private static boolean endsAlike(String one, String other) {
    return last(one) == last(other)
        || last(one) != 'ا'
            && last(one) != 'و'
            && last(other) != 'ا'
            && last(other) != 'و'
            && Math.abs(one.length() - other.length()) == 1;
  }

  private static char last(String vowel) {
    return vowel.isEmpty() ? ' ' : vowel.charAt(vowel.length() - 1);
  }

  /** Whether all letters of the one stand in the other in this order. */
  private static boolean isWithin(String one, String other) {
    int at = 0;
    for (int i = 0; i < other.length() && at < one.length(); i++) {
      if (other.charAt(i) == one.charAt(at)) {
        at++;
      }
    }
    return at == one.length();
  }
}
