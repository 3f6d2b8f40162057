package org.fihris.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user typed, understood.
 *
 * <p>Trees made by {@link QueryParser} are in a plain form that makes them easy to carry out:
 *
 * <ul>
 *   <li>a {@link Not} stands only in an {@link All}, beside at least one node that is no {@code
 *       Not}: a query that only excludes becomes {@link Everything} and its exclusions;
 *   <li>{@code Everything} stands only at the root, in an {@code All} of exclusions, or in a {@code
 *       Not};
 *   <li>no {@code All} stands directly in an {@code All}, no {@link Any} in an {@code Any}, and
 *       both hold at least two nodes;
 *   <li>no {@link InField} directly holds a {@code Not}, another {@code InField} or days; where
 *       fields are nested deeper, the innermost one counts;
 *   <li>a {@link Near} joins words, phrases, exact words, wildcards, fuzzy words, another {@code
 *       Near}, or an {@code Any} of these.
 * </ul>
 *
 * <p>Immutable.
 */
public sealed interface QueryNode {

  /**
   * One word as it was typed, without the punctuation around it.
   *
   * <p>Analysis may make several terms of it ({@code كوفيد-19}, a URL, {@code 12:30}); they are
   * meant to stand together and in this order. Or none, where it is a stop word.
   */
  record Word(String text) implements QueryNode {}

  /** Words that were quoted, verbatim: to be found next to each other and in this order. */
  record Phrase(String text) implements QueryNode {}

  /**
   * Words behind an equals sign, verbatim: to be found as they are spelt, with hamza and vowel
   * marks, next to each other and in this order.
   */
  record Exact(String text) implements QueryNode {}

  /**
   * Letters and digits of a word with signs between them: {@code *} stands for any letters or none,
   * {@code ?} for one.
   */
  record Wildcard(String text) implements QueryNode {}

  /**
   * A word that may be written with other letters.
   *
   * @param edits how many may be other, missing, too many or swapped, from 1 to {@link
   *     QueryParser#MAX_EDITS}
   */
  record Fuzzy(String text, int edits) implements QueryNode {
    public Fuzzy {
      Range.check("edits", edits, 1, QueryParser.MAX_EDITS);
    }
  }

  /**
   * Two nodes that must stand near each other in one field.
   *
   * @param distance how many words may stand between them at most, from 0 to {@link
   *     QueryParser#MAX_DISTANCE}
   * @param ordered whether {@code left} must come first
   */
  record Near(QueryNode left, QueryNode right, int distance, boolean ordered) implements QueryNode {
    public Near {
      Range.check("distance", distance, 0, QueryParser.MAX_DISTANCE);
    }
  }

  /**
   * Articles published on certain days.
   *
   * @param from the first day, null for no limit
   * @param to the last day, that day included, null for no limit; never both null
   */
  record Days(@Nullable LocalDate from, @Nullable LocalDate to) implements QueryNode {

    /**
     * @throws IllegalArgumentException if both are null or the first day is after the last
     */
    public Days {
      if (from == null && to == null) {
        throw new IllegalArgumentException("expected a first or a last day");
      }
      if (from != null && to != null && from.isAfter(to)) {
        throw new IllegalArgumentException("the first day, " + from + ", is after " + to);
      }
    }
  }

  /** Articles whose day of publication is not known. */
  record Undated() implements QueryNode {}

  /** A node that is looked for in one field only. */
  record InField(QueryField field, QueryNode node) implements QueryNode {}

  /** What must not match. */
  record Not(QueryNode node) implements QueryNode {}

  /**
   * Nodes that must all match.
   *
   * @param nodes at least one
   */
  record All(List<QueryNode> nodes) implements QueryNode {
    public All {
      nodes = Shape.someOf(nodes);
    }
  }

  /**
   * Nodes of which at least one must match.
   *
   * @param nodes at least one
   */
  record Any(List<QueryNode> nodes) implements QueryNode {
    public Any {
      nodes = Shape.someOf(nodes);
    }
  }

  /** Every article: what an empty query and {@code *} ask for. */
  record Everything() implements QueryNode {}

  /**
   * The query as it was understood, in the syntax of {@link QueryParser}.
   *
   * <p>Parsing the result gives this node again if it came from the parser, unless the printed form
   * passes one of the parser's limits.
   */
  default String display() {
    return QueryPrinter.print(this);
  }

  /**
   * This query with one of its words enough where it asked for all of them: the words, phrases and
   * alternatives that stand side by side at the root become alternatives. What stands in a named
   * field, what is excluded and days stay conditions.
   *
   * @return this node itself where there is nothing to relax
   */
  default QueryNode relaxed() {
    return Shape.relaxed(this);
  }
}
