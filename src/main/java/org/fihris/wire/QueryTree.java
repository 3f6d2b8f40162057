package org.fihris.wire;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.Query;

/**
 * Lucene queries as trees of maps, lists, strings, numbers and booleans, which JSON and other
 * formats carry, and back. Each query is a map with one key, its kind, over a map of what it is
 * made of: {@code {"term": {"field": "title", "term": "وزير"}}}.
 *
 * <p>What this engine's own translation of queries makes can be said, and what Lucene's classic
 * parser makes. Terms are text: valid UTF-8. Both directions hold the same limits. Safe for any
 * number of threads.
 */
public final class QueryTree {
  private QueryTree() {}

  /**
   * The tree of a query; {@link #toQuery} gives an equal query of it. Of a regular expression comes
   * one that finds the same.
   *
   * @throws WireException if the query is of another kind, or more than a node takes
   */
  public static Map<String, Object> of(Query query) {
    return new QueryWriter().tree(query);
  }

  /**
   * The query of a tree.
   *
   * @throws WireException if it is none, or more than a node takes
   */
  public static Query toQuery(Map<String, ?> tree) {
    return toQuery(tree, query -> query);
  }

  /**
   * The query of a tree, in which some queries are put in the place of others.
   *
   * @param inPlace gives the query to be put in the place of one that scores by the statistics of
   *     several terms or of places: of synonyms, phrases and what stands in an opening
   * @throws WireException if it is none, or more than a node takes
   */
  public static Query toQuery(Map<String, ?> tree, UnaryOperator<Query> inPlace) {
    return new QueryReader(inPlace).query(tree);
  }
}
