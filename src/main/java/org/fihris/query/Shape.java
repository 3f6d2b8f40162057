package org.fihris.query;

import java.util.ArrayList;
import java.util.List;
import org.fihris.query.QueryNode.All;
import org.fihris.query.QueryNode.Any;
import org.fihris.query.QueryNode.Days;
import org.fihris.query.QueryNode.Everything;
import org.fihris.query.QueryNode.Exact;
import org.fihris.query.QueryNode.Fuzzy;
import org.fihris.query.QueryNode.InField;
import org.fihris.query.QueryNode.Near;
import org.fihris.query.QueryNode.Not;
import org.fihris.query.QueryNode.Phrase;
import org.fihris.query.QueryNode.Undated;
import org.fihris.query.QueryNode.Wildcard;
import org.fihris.query.QueryNode.Word;
import org.jspecify.annotations.Nullable;

/** Puts nodes together in the plain form that {@link QueryNode} promises. */
final class Shape {
  private static final Everything EVERYTHING = new Everything();

  private Shape() {}

  static List<QueryNode> someOf(List<QueryNode> nodes) {
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("expected at least one node");
    }
    return List.copyOf(nodes);
  }

  /** All of {@code nodes}; everything where there are none. */
  static QueryNode all(List<QueryNode> nodes) {
    List<QueryNode> kept = new ArrayList<>();
    for (QueryNode node : nodes) {
      for (QueryNode part : node instanceof All all ? all.nodes() : List.of(node)) {
        if (!(part instanceof Everything)) {
          kept.add(part);
        }
      }
    }
    if (kept.stream().allMatch(Not.class::isInstance)) {
      kept.addFirst(EVERYTHING);
    }
    return kept.size() == 1 ? kept.getFirst() : new All(kept);
  }

  /**
   * Any of {@code nodes}.
   *
   * @param nodes at least one
   */
  static QueryNode any(List<QueryNode> nodes) {
    List<QueryNode> kept = new ArrayList<>();
    for (QueryNode node : nodes) {
      switch (node) {
        case Everything everything -> {
          return everything;
        }
        case Any any -> kept.addAll(any.nodes());
        case Not not -> kept.add(all(List.of(not)));
        case Word word -> kept.add(word);
        case Phrase phrase -> kept.add(phrase);
        case Exact exact -> kept.add(exact);
        case Wildcard wildcard -> kept.add(wildcard);
        case Fuzzy fuzzy -> kept.add(fuzzy);
        case Near near -> kept.add(near);
        case Days days -> kept.add(days);
        case Undated undated -> kept.add(undated);
        case InField inField -> kept.add(inField);
        case All all -> kept.add(all);
      }
    }
    return kept.size() == 1 ? kept.getFirst() : new Any(kept);
  }

  /** What {@code node} excludes; two negations take each other back. */
  static QueryNode not(QueryNode node) {
    if (node instanceof Not inner) {
      return inner.node();
    }
    boolean onlyExcludesOne =
        node instanceof All all && all.nodes().size() == 2 && onlyExcludes(all);
    return onlyExcludesOne ? ((Not) ((All) node).nodes().getLast()).node() : new Not(node);
  }

  /** {@code node} in a field; of nested fields the innermost counts. */
  static QueryNode inField(QueryField field, QueryNode node) {
    return switch (node) {
      case Not not -> not(inField(field, not.node()));
      case All all when onlyExcludes(all) ->
          all(all.nodes().stream().skip(1).map(part -> inField(field, part)).toList());
      case InField inner -> inner;
      case Everything everything -> everything;
      case Word word -> new InField(field, word);
      case Phrase phrase -> new InField(field, phrase);
      case Exact exact -> new InField(field, exact);
      case Wildcard wildcard -> new InField(field, wildcard);
      case Fuzzy fuzzy -> new InField(field, fuzzy);
      case Near near -> new InField(field, near);
      case Days days -> days;
      case Undated undated -> undated;
      case All all -> new InField(field, all);
      case Any any -> new InField(field, any);
    };
  }

  /**
   * Both nodes near each other, in the field that both are looked for in; ids and addresses are
   * whole, and nothing is near in them.
   *
   * @return null if they are not of the kind that can stand near something
   */
  static @Nullable QueryNode near(QueryNode left, QueryNode right, int distance, boolean ordered) {
    if (left instanceof InField(QueryField field, QueryNode first)
        && right instanceof InField(QueryField same, QueryNode second)
        && field == same
        && !field.isVerbatim()) {
      QueryNode near = near(first, second, distance, ordered);
      return near == null ? null : new InField(field, near);
    }
    return standsSomewhere(left) && standsSomewhere(right)
        ? new Near(left, right, distance, ordered)
        : null;
  }

  /** Whether a node is found at places of a text. */
  private static boolean standsSomewhere(QueryNode node) {
    return switch (node) {
      case Word word -> true;
      case Phrase phrase -> true;
      case Exact exact -> true;
      case Wildcard wildcard -> true;
      case Fuzzy fuzzy -> true;
      case Near near -> true;
      case Any any -> any.nodes().stream().allMatch(Shape::standsSomewhere);
      case Days days -> false;
      case Undated undated -> false;
      case InField inField -> false;
      case Not not -> false;
      case All all -> false;
      case Everything everything -> false;
    };
  }

  static boolean onlyExcludes(QueryNode node) {
    return node instanceof All all
        && all.nodes().getFirst() instanceof Everything
        && all.nodes().stream().skip(1).allMatch(Not.class::isInstance);
  }

  static QueryNode relaxed(QueryNode node) {
    if (!(node instanceof All all)) {
      return node;
    }
    List<QueryNode> alternatives = new ArrayList<>();
    List<QueryNode> conditions = new ArrayList<>();
    for (QueryNode part : all.nodes()) {
      boolean isCondition =
          part instanceof InField
              || part instanceof Not
              || part instanceof Everything
              || part instanceof Days
              || part instanceof Undated;
      (isCondition ? conditions : alternatives).add(part);
    }
    if (alternatives.size() < 2) {
      return node;
    }
    conditions.addFirst(any(alternatives));
    return all(conditions);
  }
}
