package org.fihris.eval;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One document that a run found for a query.
 *
 * @param query the id of the topic
 * @param document the id of the document
 * @param rank as it stands in the file; the order of a run is that of its scores
 * @param score higher is better; a finite number
 * @param tag the name of the run
 */
public record RunLine(String query, String document, int rank, double score, String tag) {

  /**
   * The order in which trec_eval takes the lines of a query: by score from high to low, and among
   * equal scores by document id from high to low, as its UTF-8 bytes compare. The rank is ignored.
   */
  public static final Comparator<RunLine> ORDER =
      Comparator.comparingDouble(RunLine::score)
          .thenComparing(
              line -> line.document.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
          .reversed();

  /**
   * @throws IllegalArgumentException if an id or the tag is empty or holds white space, which the
   *     format has no way to write, or the score is not finite
   */
  public RunLine {
    checkColumn("query id", query);
    checkColumn("document id", document);
    checkColumn("tag", tag);
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("expected a finite score, found " + score);
    }
  }

  private static void checkColumn(String name, String text) {
    if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "a " + name + " of a run must have no white space and not be empty: \"" + text + '"');
    }
  }

  /** The line of a run file, {@code query Q0 document rank score tag}, without a line feed. */
  public String format() {
    return query + " Q0 " + document + ' ' + rank + ' ' + score + ' ' + tag;
  }
}
