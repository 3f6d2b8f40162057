package org.fihris.suggest;

import java.util.HashSet;
import java.util.Set;

/**
 * How far a word that was typed is from one that may have been meant: the sum of the errors that
 * lead from one to the other, where the usual ones weigh less. An error like any other weighs 1;
 * the weights are estimates by hand.
 */
final class TypingErrors {
  private static final double ANY_LETTER = 1.0;
  private static final double LEFT_OUT = 0.75;
  private static final double OTHER_LETTER = 1.25;
  private static final double DOUBLED = 0.45;
  private static final double WEAK_LETTER = 0.7;
  private static final double SWAPPED = 0.65;
  private static final double SAME_SOUND = 0.55;
  private static final double SAME_SHAPE = 0.8;
  private static final double NEXT_KEY = 0.75;

  /** Few mistake the first letter. */
  private static final double FIRST = 0.1;

  /** Letters that newsrooms put in and leave out of foreign names, and writers of other words. */
  private static final String WEAK = "اويهءئؤ";

  /** Letters that are mistaken for each other by ear, or stand for one letter of foreign names. */
  private static final Set<String> SOUNDS =
      pairs(
          "ضظ صس طت ذز قك ضد ذد ثس ثت حه غج غق غك جك قج فب فو بو ؤو ئي ءا ئا ؤا صز سز شج شس تد طد"
              + " خح خك ظز ظذ عا عء");

  /** Letters that differ by dots. */
  private static final Set<String> SHAPES =
      pairs("بت بث تث بن تن نث بي تي ني ئي جح جخ حخ دذ رز سش صض طظ عغ فق يى");

  private TypingErrors() {}

  private static Set<String> pairs(String list) {
    Set<String> pairs = new HashSet<>();
    for (String pair : list.split(" ")) {
      pairs.add(pair);
      pairs.add(new StringBuilder(pair).reverse().toString());
    }
    return Set.copyOf(pairs);
  }

  /** The weight of the errors that make {@code typed} of {@code meant}, both folded. */
  static double between(String typed, String meant) {
    double[][] sums = new double[typed.length() + 1][meant.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        sums[i][j] = i + j == 0 ? 0 : least(typed, meant, i, j, sums);
      }
    }
    return sums[typed.length()][meant.length()];
  }

  private static double least(String typed, String meant, int i, int j, double[][] sums) {
    double least = Double.MAX_VALUE;
    if (i > 0) {
      least = Math.min(least, sums[i - 1][j] + added(typed, i - 1) + first(i - 1, j));
    }
    if (j > 0) {
      least = Math.min(least, sums[i][j - 1] + left(meant, j - 1) + first(i, j - 1));
    }
    if (i > 0 && j > 0) {
      char is = typed.charAt(i - 1);
      char was = meant.charAt(j - 1);
      double other = is == was ? 0 : other(is, was) + first(i - 1, j - 1);
      least = Math.min(least, sums[i - 1][j - 1] + other);
      if (i > 1 && j > 1 && is != was && is == meant.charAt(j - 2) && was == typed.charAt(i - 2)) {
        least = Math.min(least, sums[i - 2][j - 2] + SWAPPED);
      }
    }
    return least;
  }

  private static double first(int i, int j) {
    return i == 0 && j == 0 ? FIRST : 0;
  }

  /** A letter too many. */
  private static double added(String typed, int at) {
    char letter = typed.charAt(at);
    if (at > 0) {
      char before = typed.charAt(at - 1);
      if (before == letter) {
        return DOUBLED;
      }
      if (Keyboard.touch(before, letter)) {
        return NEXT_KEY;
      }
    }
    return WEAK.indexOf(letter) >= 0 ? WEAK_LETTER : ANY_LETTER;
  }

  /** A letter left out. */
  private static double left(String meant, int at) {
    char letter = meant.charAt(at);
    if (at > 0 && meant.charAt(at - 1) == letter) {
      return DOUBLED;
    }
    return WEAK.indexOf(letter) >= 0 ? WEAK_LETTER : LEFT_OUT;
  }

  private static double other(char is, char was) {
    String pair = "" + is + was;
    if (SOUNDS.contains(pair)) {
      return SAME_SOUND;
    }
    if (Keyboard.touch(is, was)) {
      return NEXT_KEY;
    }
    return SHAPES.contains(pair) ? SAME_SHAPE : OTHER_LETTER;
  }

  /** The letters that may be mistaken for a letter by ear, and itself. */
  static String soundsLike(char letter) {
    StringBuilder alike = new StringBuilder().append(letter);
    for (String pair : SOUNDS) {
      if (pair.charAt(0) == letter) {
        alike.append(pair.charAt(1));
      }
    }
    return alike.toString();
  }

  /** Whether a letter comes and goes in the spellings of names. */
  static boolean isWeak(char letter) {
    return WEAK.indexOf(letter) >= 0;
  }
}
