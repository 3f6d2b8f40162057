package org.fihris.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes typing errors as people make them, one in a text, from a seed. It has tables of its own, so
 * that what is measured with it is not measured with the tables that mend it. Hamza, ة and ى are
 * left alone, since folding covers them.
 */
final class TypingErrorMaker {

  /** The kinds of error, each as likely as the others where it can be made. */
  enum Kind {
    /** The key beside the right one. */
    NEXT_KEY,
    DROPPED,
    DOUBLED,
    SWAPPED,
    /** A space too many, or one left out. */
    SPACE,
    /** A letter of the same sound. */
    SOUND,
    /** As another newsroom might write a foreign name: a long vowel more or less, another g. */
    TRANSLITERATION
  }

  record Mistake(Kind kind, String text) {}

  /** Rows of the Arabic keyboard; \0 is the key of لا. */
  private static final String[] ROWS = {"ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤر\0ىةوزظ"};

  private static final String[] SOUNDS = {"ضظ", "سص", "تط", "ذز", "قك"};

  /** What newsrooms write for one foreign sound. */
  private static final String[] FOREIGN = {"غجقك", "فب", "تط", "سصث", "زس", "شج"};

  private static final String VOWELS = "اوي";
  private static final int SHORTEST = 4;

  private final Random random;

  TypingErrorMaker(Random random) {
    this.random = random;
  }

  /** A text of one word or more with one mistake. */
  Mistake mistake(String text) {
    while (true) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      String wrong = wrong(kind, text);
      if (wrong != null && !wrong.equals(text)) {
        return new Mistake(kind, wrong);
      }
    }
  }

  private String wrong(Kind kind, String text) {
    String[] words = text.split(" ");
    if (kind == Kind.SPACE) {
      return space(words, text);
    }
    int at = random.nextInt(words.length);
    if (words[at].length() < SHORTEST) {
      return null;
    }
    words[at] = wrongWord(kind, words[at]);
    return words[at] == null ? null : String.join(" ", words);
  }

  private String space(String[] words, String text) {
    if (words.length > 1) {
      int at = random.nextInt(words.length - 1);
      words[at] = words[at] + words[at + 1];
      words[at + 1] = "";
      return String.join(" ", words).replaceAll(" +", " ").strip();
    }
    int at = 2 + random.nextInt(Math.max(1, text.length() - 3));
    return text.substring(0, at) + " " + text.substring(at);
  }

  private String wrongWord(Kind kind, String word) {
    int at = random.nextInt(word.length());
    String front = word.substring(0, at);
    char letter = word.charAt(at);
    String end = word.substring(at + 1);
    return switch (kind) {
      case NEXT_KEY -> replaced(front, beside(letter), end);
      case DROPPED -> front + end;
      case DOUBLED -> front + letter + letter + end;
      case SWAPPED -> end.isEmpty() ? null : front + end.charAt(0) + letter + end.substring(1);
      case SOUND -> replaced(front, others(SOUNDS, letter), end);
      case TRANSLITERATION -> transliterated(front, letter, end);
      case SPACE -> null;
    };
  }

  private String transliterated(String front, char letter, String end) {
    if (random.nextBoolean()) {
      return replaced(front, others(FOREIGN, letter), end);
    }
    if (front.isEmpty() || end.isEmpty()) {
      return null;
    }
    if (VOWELS.indexOf(letter) >= 0) {
      return front + end;
    }
    boolean besideVowel =
        VOWELS.indexOf(front.charAt(front.length() - 1)) >= 0 || VOWELS.indexOf(end.charAt(0)) >= 0;
    return besideVowel
        ? null
        : front + letter + VOWELS.charAt(random.nextInt(VOWELS.length())) + end;
  }

  private String replaced(String front, List<Character> letters, String end) {
    return letters.isEmpty() ? null : front + letters.get(random.nextInt(letters.size())) + end;
  }

  private static List<Character> others(String[] groups, char letter) {
    List<Character> others = new ArrayList<>();
    for (String group : groups) {
      if (group.indexOf(letter) >= 0) {
        for (char other : group.toCharArray()) {
          if (other != letter) {
            others.add(other);
          }
        }
      }
    }
    return others;
  }

  private static List<Character> beside(char letter) {
    List<Character> beside = new ArrayList<>();
    for (int row = 0; row < ROWS.length; row++) {
      int column = ROWS[row].indexOf(letter);
      if (column >= 0) {
        add(beside, row, column - 1);
        add(beside, row, column + 1);
        add(beside, row + 1, column);
        add(beside, row + 1, column - 1);
        add(beside, row - 1, column);
        add(beside, row - 1, column + 1);
      }
    }
    return beside;
  }

  private static void add(List<Character> letters, int row, int column) {
    if (row >= 0 && row < ROWS.length && column >= 0 && column < ROWS[row].length()) {
      char letter = ROWS[row].charAt(column);
      if (letter != 0 && "ئءؤىة".indexOf(letter) < 0) {
        letters.add(letter);
      }
    }
  }
}
