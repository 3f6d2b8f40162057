package org.fihris.page;

import java.util.ArrayList;
import java.util.List;
import org.fihris.snippet.Snippet;

/**
 * A line or paragraph with its marks.
 *
 * @param cutStart whether its sentence begins before it
 * @param cutEnd whether its sentence goes on behind it
 */
record MarkedLine(boolean cutStart, boolean cutEnd, List<Run> runs) {

  static MarkedLine of(Snippet snippet) {
    return new MarkedLine(
        snippet.cut().start(), snippet.cut().end(), Run.of(snippet.text(), snippet.marks(), 0));
  }

  /** A text without marks. */
  static MarkedLine of(String text) {
    return new MarkedLine(false, false, Run.of(text));
  }

  /**
   * The paragraphs of a text.
   *
   * @param first the number of its first mark
   */
  static List<MarkedLine> paragraphs(Snippet text, int first) {
    List<MarkedLine> paragraphs = new ArrayList<>();
    int start = 0;
    for (String paragraph : text.text().split("\n", -1)) {
      int from = start;
      int to = start + paragraph.length();
      start = to + 1;
      if (paragraph.isBlank()) {
        continue;
      }
      int before = (int) text.marks().stream().filter(mark -> mark.end() <= from).count();
      List<Snippet.Mark> inside =
          text.marks().stream()
              .filter(mark -> mark.start() >= from && mark.end() <= to)
              .map(
                  mark ->
                      new Snippet.Mark(
                          mark.start() - from, mark.end() - from, mark.word(), mark.level()))
              .toList();
      paragraphs.add(new MarkedLine(false, false, Run.of(paragraph, inside, first + before)));
    }
    return List.copyOf(paragraphs);
  }
}
