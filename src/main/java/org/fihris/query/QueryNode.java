package org.fihris.query;

import java.util.List;

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
 *   <li>no {@link InField} directly holds a {@code Not} or another {@code InField}; where fields
 *       are nested deeper, the innermost one counts.
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
   * field and what is excluded stays a condition.
   *
   * @return this node itself where there is nothing to relax
   */
  default QueryNode relaxed() {
    return Shape.relaxed(this);
  }
}
