package org.fihris.date;

import java.util.HashMap;
import java.util.Map;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/** A part of the day, which tells the halves of the clock apart. */
enum DayPart {
  MORNING("صباحا صباح الصباح فجرا فجر الفجر am"),
  NOON("ظهرا ظهر الظهر"),
  AFTERNOON("عصرا عصر العصر pm"),
  EVENING("مساء المساء"),
  NIGHT("ليلا ليل الليل");

  /**
   * A part with its words.
   *
   * @param end the token after its last
   * @param adverb whether the word alone tells when, as صباحا does and صباح does not
   */
  record Read(int end, DayPart part, boolean adverb) {}

  private static final int NOON_HOUR = 12;
  private static final Map<String, DayPart> WORDS = words();

  private final String spellings;

  DayPart(String spellings) {
    this.spellings = spellings;
  }

  /** صباحا, بعد الظهر, في المساء, من صباح, قبل الظهر, بعد منتصف الليل. */
  static @Nullable Read at(DateTokens tokens, int i) {
    String first = tokens.get(i).text();
    if (first.equals("من") || first.equals("في")) {
      String next = tokens.get(i + 1).text();
      Read read = next.equals("من") || next.equals("في") ? null : at(tokens, i + 1);
      return read == null ? null : new Read(read.end, read.part, read.adverb || first.equals("في"));
    }
    String second = tokens.get(i + 1).text();
    if (first.equals("بعد") && second.equals("منتصف") && isNight(tokens.get(i + 2).text())) {
      return new Read(i + 3, MORNING, true);
    }
    boolean noon = second.equals("الظهر") || second.equals("ظهر") || second.equals("الزوال");
    if (noon && (first.equals("بعد") || first.equals("قبل"))) {
      return new Read(i + 2, first.equals("بعد") ? AFTERNOON : MORNING, !second.equals("ظهر"));
    }
    DayPart part = WORDS.get(first);
    return part == null ? null : new Read(i + 1, part, first.endsWith("ا") || first.equals("مساء"));
  }

  private static boolean isNight(String text) {
    return WORDS.get(text) == NIGHT;
  }

  /**
   * The hour on the clock of 24 hours. Twelve in the evening or at night is midnight, and small
   * hours of the night are those behind it.
   *
   * @param hour from 0 to 23; from 13 on it needs no part
   */
  int hour(int hour) {
    if (hour > NOON_HOUR || hour == 0) {
      return hour;
    }
    boolean twelve = hour == NOON_HOUR;
    return switch (this) {
      case MORNING -> twelve ? 0 : hour;
      case NOON -> hour <= 4 ? hour + NOON_HOUR : hour;
      case AFTERNOON -> twelve ? hour : hour + NOON_HOUR;
      case EVENING -> twelve ? 0 : hour + NOON_HOUR;
      case NIGHT -> twelve ? 0 : hour >= 6 ? hour + NOON_HOUR : hour;
    };
  }

  private static Map<String, DayPart> words() {
    Map<String, DayPart> words = new HashMap<>();
    for (DayPart part : values()) {
      for (String spelling : part.spellings.split(" ")) {
        words.put(Folding.fold(spelling), part);
      }
    }
    return Map.copyOf(words);
  }
}
