package org.fihris.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fihris.text.Folding;

/**
 * The usual Arabic keyboard over the Latin one: what a text is that was typed while the other one
 * was switched on, and which keys lie side by side.
 */
final class Keyboard {
  /** Keys from left to right, row by row; no key has two letters but that of لا. */
  private static final List<String> LATIN = List.of("qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./");

  private static final List<String> ARABIC = List.of("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤر\0ىةوزظ");
  private static final String LAM_ALEF = "لا";

  /** With the shift key; the others give vowel marks and signs. */
  private static final Map<Character, String> SHIFTED =
      Map.of('H', "أ", 'Y', "إ", 'N', "آ", 'G', "لأ", 'T', "لإ", 'B', "لآ");

  private static final Map<Character, String> ARABIC_OF = new HashMap<>();
  private static final Map<Character, Character> LATIN_OF = new HashMap<>();

  /** By folded letter the places of its keys: row and column. */
  private static final Map<Character, List<int[]>> PLACES = new HashMap<>();

  static {
    ARABIC_OF.put('`', "ذ");
    LATIN_OF.put('ذ', '`');
    for (int row = 0; row < LATIN.size(); row++) {
      for (int column = 0; column < LATIN.get(row).length(); column++) {
        char latin = LATIN.get(row).charAt(column);
        char arabic = ARABIC.get(row).charAt(column);
        ARABIC_OF.put(latin, arabic == 0 ? LAM_ALEF : String.valueOf(arabic));
        if (arabic != 0) {
          LATIN_OF.put(arabic, latin);
          PLACES
              .computeIfAbsent(folded(arabic), letter -> new ArrayList<>())
              .add(new int[] {row, column});
        }
      }
    }
    SHIFTED.forEach(
        (latin, arabic) -> {
          if (arabic.length() == 1) {
            LATIN_OF.put(arabic.charAt(0), Character.toLowerCase(latin));
          }
        });
  }

  private Keyboard() {}

  private static char folded(char arabic) {
    return Folding.fold(String.valueOf(arabic)).charAt(0);
  }

  /** What the keys of a Latin text are on the Arabic keyboard; other characters stay. */
  static String toArabic(String latin) {
    StringBuilder arabic = new StringBuilder();
    for (char key : latin.toCharArray()) {
      String letter = SHIFTED.get(key);
      if (letter == null) {
        letter = ARABIC_OF.get(Character.toLowerCase(key));
      }
      arabic.append(letter == null ? String.valueOf(key) : letter);
    }
    return arabic.toString();
  }

  /**
   * What the keys of an Arabic text are on the Latin keyboard; other characters stay. لا is one key
   * or two.
   */
  static List<String> toLatin(String arabic) {
    String twoKeys = keys(arabic);
    String oneKey = keys(arabic.replace(LAM_ALEF, "b"));
    return oneKey.equals(twoKeys) ? List.of(twoKeys) : List.of(oneKey, twoKeys);
  }

  private static String keys(String arabic) {
    StringBuilder latin = new StringBuilder();
    for (char letter : arabic.toCharArray()) {
      latin.append(LATIN_OF.getOrDefault(letter, letter));
    }
    return latin.toString();
  }

  /** Whether two folded Arabic letters lie on keys that touch. */
  static boolean touch(char one, char other) {
    for (int[] a : PLACES.getOrDefault(one, List.of())) {
      for (int[] b : PLACES.getOrDefault(other, List.of())) {
        int[] upper = a[0] <= b[0] ? a : b;
        int[] lower = upper == a ? b : a;
        int right = upper[1] - lower[1];
        boolean sameRow = upper[0] == lower[0] && Math.abs(right) == 1;
        // Each row stands half a key further to the right than the one above.
        boolean rowBelow = lower[0] - upper[0] == 1 && (right == 0 || right == 1);
        if (sameRow || rowBelow) {
          return true;
        }
      }
    }
    return false;
  }
}
