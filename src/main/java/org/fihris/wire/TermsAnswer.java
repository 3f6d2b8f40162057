package org.fihris.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answer to a {@link TermsRequest}.
 *
 * @param articles how many articles the index has, without deleted ones
 * @param found for each lookup, in their order, what it found
 */
public record TermsAnswer(long articles, List<FoundTerms> found) {
  public TermsAnswer {
    found = List.copyOf(found);
  }

  /** The answers of the shards of an index as one. */
  public static TermsAnswer together(List<TermsAnswer> shards, TermsRequest request) {
    List<FoundTerms> found = new ArrayList<>();
    for (int i = 0; i < request.lookups().size(); i++) {
      int lookup = i;
      found.add(
          FoundTerms.together(
              shards.stream().map(shard -> shard.found.get(lookup)).toList(),
              request.lookups().get(lookup).limit()));
    }
    return new TermsAnswer(shards.stream().mapToLong(TermsAnswer::articles).sum(), found);
  }

  /**
   * As maps, lists, strings and numbers: {@code {"articles": 12, "found": [{"terms": ["وزير"],
   * "articles": [3], "cut": false}]}}.
   */
  public Map<String, Object> tree() {
    return Map.of("articles", articles, "found", found.stream().map(FoundTerms::tree).toList());
  }

  /**
   * The answer of a tree.
   *
   * @throws WireException if it is none
   */
  public static TermsAnswer of(Map<String, ?> tree) {
    TreeNode node = TreeNode.of(tree, "answer");
    long articles = node.whole("articles");
    List<FoundTerms> found = new ArrayList<>();
    for (Object one : node.list("found")) {
      found.add(FoundTerms.of(one));
    }
    node.end();
    return new TermsAnswer(articles, found);
  }
}
