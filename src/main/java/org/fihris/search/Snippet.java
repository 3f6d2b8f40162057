package org.fihris.search;

import java.util.List;

/**
 * A piece of an article with the places that match, as data: escaping and colour are for whoever
 * shows it.
 *
 * @param field the field it is from: title, summary or body
 * @param text the piece, as it stands in the article
 * @param marks what matched, in order, not overlapping; whole words only
 */
public record Snippet(String field, String text, List<Mark> marks) {

  /**
   * A marked part of a snippet.
   *
   * @param start first UTF-16 unit of it in the snippet's text
   * @param end the unit after its last
   */
  public record Mark(int start, int end) {}

  public Snippet {
    marks = List.copyOf(marks);
  }
}
