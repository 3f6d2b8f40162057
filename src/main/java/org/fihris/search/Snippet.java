package org.fihris.search;

import java.util.List;
import org.fihris.analysis.MatchLevel;
import org.jspecify.annotations.Nullable;

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
   * @param word the word of the query that it matches, as it was typed, or null where the query
   *     does not tell: it is in Lucene's syntax, or asks for words of kin
   * @param level how near it is to that word; null where the query is in Lucene's syntax
   */
  public record Mark(int start, int end, @Nullable String word, @Nullable MatchLevel level) {}

  public Snippet {
    marks = List.copyOf(marks);
  }
}
