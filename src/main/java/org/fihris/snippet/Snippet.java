package org.fihris.snippet;

import java.util.List;
import org.fihris.analysis.MatchLevel;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an article with the places that match, as data: escaping, colour and dots where it is
 * cut are for whoever shows it.
 *
 * @param field the field it is from: title, summary or body; of an article that is read whole also
 *     subtitle
 * @param text the piece as it stands in the article, in a hit with blanks for line ends
 * @param marks what matched, in order, not overlapping; whole words only
 * @param start where the piece begins in the field as it is searched, in UTF-16 units; there the
 *     sub-headline is the last line of the summary
 * @param cut where it begins or ends inside a sentence
 */
public record Snippet(String field, String text, List<Mark> marks, int start, Cut cut) {

  /**
   * A marked part of a snippet: a word, or words that were looked for side by side.
   *
   * @param start first UTF-16 unit of it in the snippet's text
   * @param end the unit after its last
   * @param word the word of the query that it matches, as it was typed, or null where the query
   *     does not tell: it is in Lucene's syntax, or asks for words of kin
   * @param level how near it is to that word; {@link MatchLevel#NAME} where it is another name of
   *     what the word names; null where the query is in Lucene's syntax
   */
  public record Mark(int start, int end, @Nullable String word, @Nullable MatchLevel level) {

    /** This in a text that begins elsewhere. */
    public Mark moved(int by) {
      return new Mark(start + by, end + by, word, level);
    }
  }

  /**
   * Where a sentence was cut, and whoever shows the piece may put an ellipsis.
   *
   * @param start whether the sentence begins before the piece
   * @param end whether the sentence goes on behind it
   */
  public record Cut(boolean start, boolean end) {

    /** Whole sentences. */
    public static final Cut NOWHERE = new Cut(false, false);
  }

  public Snippet {
    marks = List.copyOf(marks);
  }
}
