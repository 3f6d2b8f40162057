package org.fihris.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text that is written in one direction.
 *
 * @param foreign whether it is in Latin letters inside an Arabic text, so that it has to be kept
 *     apart: the marks around it would go astray
 */
record Run(boolean foreign, List<Piece> pieces) {

  /**
   * A stretch that is marked, or one that is not.
   *
   * @param nearness null where it is not marked
   * @param word the word of the query that it matches; null where that is not known
   * @param number of the mark in the text that is read, from 1; 0 where marks are not counted
   */
  record Piece(String text, @Nullable Nearness nearness, @Nullable String word, int number) {}

  /** Words in Latin letters with what stands between them, beginning and ending in one. */
  private static final Pattern LATIN =
      Pattern.compile(
          "\\p{IsLatin}[\\p{IsLatin}\\p{N}\\p{M}'’.&/_@:+-]*"
              + "(?:[ ,]{1,2}[\\p{IsLatin}\\p{N}][\\p{IsLatin}\\p{N}\\p{M}'’.&/_@:+-]*)*"
              + "(?<=[\\p{IsLatin}\\p{N}\\p{M}])");

  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

  /** A text without marks. */
  static List<Run> of(String text) {
    return of(text, List.of(), 0);
  }

  /**
   * A text with its marks.
   *
   * @param first the number of the first mark; 0 where marks are not counted
   */
  static List<Run> of(String text, List<Snippet.Mark> marks, int first) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    if (ARABIC.matcher(text).find()) {
      Matcher latin = LATIN.matcher(text);
      while (latin.find()) {
        if (!cuts(marks, latin.start()) && !cuts(marks, latin.end())) {
          add(runs, false, text, at, latin.start(), marks, first);
          add(runs, true, text, latin.start(), latin.end(), marks, first);
          at = latin.end();
        }
      }
    }
    add(runs, false, text, at, text.length(), marks, first);
    return List.copyOf(runs);
  }

  /** A mark over both sides of a border cannot be parted by it. */
  private static boolean cuts(List<Snippet.Mark> marks, int border) {
    return marks.stream().anyMatch(mark -> mark.start() < border && border < mark.end());
  }

  private static void add(
      List<Run> runs,
      boolean foreign,
      String text,
      int start,
      int end,
      List<Snippet.Mark> marks,
      int first) {
    if (start >= end) {
      return;
    }
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    for (int i = 0; i < marks.size(); i++) {
      Snippet.Mark mark = marks.get(i);
      if (mark.start() >= at && mark.end() <= end) {
        addPlain(pieces, text, at, mark.start());
        pieces.add(
            new Piece(
                text.substring(mark.start(), mark.end()),
                Nearness.of(mark.level()),
                mark.word(),
                first == 0 ? 0 : first + i));
        at = mark.end();
      }
    }
    addPlain(pieces, text, at, end);
    runs.add(new Run(foreign, List.copyOf(pieces)));
  }

  private static void addPlain(List<Piece> pieces, String text, int start, int end) {
    if (start < end) {
      pieces.add(new Piece(text.substring(start, end), null, null, 0));
    }
  }
}
