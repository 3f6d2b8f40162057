package org.fihris.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Several lookups in the term dictionaries of an index, which are answered at once. */
public record TermsRequest(List<TermLookup> lookups) {

  /** The most lookups of one request. */
  public static final int MOST_LOOKUPS = 64;

  /** The most terms that all of them may ask for. */
  public static final int MOST_TERMS = 400_000;

  /**
   * @throws WireException if they are none, or more than a node answers at once
   */
  public TermsRequest {
    lookups = List.copyOf(lookups);
    if (lookups.isEmpty() || lookups.size() > MOST_LOOKUPS) {
      throw new WireException(
          "There are from 1 to " + MOST_LOOKUPS + " lookups at once, not " + lookups.size() + ".");
    }
    if (lookups.stream().mapToLong(TermLookup::limit).sum() > MOST_TERMS) {
      throw new WireException("All lookups may ask for " + MOST_TERMS + " terms together.");
    }
  }

  /** As maps, lists, strings and numbers: {@code {"lookups": [...]}}. */
  public Map<String, Object> tree() {
    return Map.of("lookups", lookups.stream().map(TermLookup::tree).toList());
  }

  /**
   * The request of a tree.
   *
   * @throws WireException if it is none, or more than a node answers at once
   */
  public static TermsRequest of(Map<String, ?> tree) {
    TreeNode node = TreeNode.of(tree, "request");
    List<?> trees = node.list("lookups");
    node.end();
    if (trees.size() > MOST_LOOKUPS) {
      throw new WireException("There are more than " + MOST_LOOKUPS + " lookups.");
    }
    Budget budget = new Budget();
    List<TermLookup> lookups = new ArrayList<>();
    for (Object lookup : trees) {
      lookups.add(TermLookup.of(lookup, budget));
    }
    return new TermsRequest(lookups);
  }
}
