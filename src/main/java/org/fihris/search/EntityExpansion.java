package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.fihris.query.QueryNode;

/**
 * A query tree in which the words that name an entity stand as one node, with another query that an
 * article may match in the place of the node. Words in quotation marks, behind = and in a named
 * field are left alone. For one use.
 */
final class EntityExpansion {
  private final NamedEntities namedEntities;
  private final List<NamedEntities.Named> named = new ArrayList<>();
  private final Map<QueryNode, Query> others = new IdentityHashMap<>();
  private final Map<QueryNode, Group> byFirstWord = new IdentityHashMap<>();
  private final QueryNode root;
  private final QueryNode relaxed;

  /** Words of one name and what may match in their place. */
  private record Group(List<QueryNode> words, Query other) {}

  /**
   * @param relaxed made of the very nodes of {@code root}
   */
  EntityExpansion(NamedEntities namedEntities, QueryNode root, QueryNode relaxed)
      throws IOException {
    this.namedEntities = namedEntities;
    this.root = expand(root);
    this.relaxed = relaxed == root ? this.root : regroup(relaxed);
  }

  QueryNode root() {
    return root;
  }

  QueryNode relaxed() {
    return relaxed;
  }

  /** By node, to be looked up by identity, what may match in its place. */
  Map<QueryNode, Query> others() {
    return others;
  }

  List<NamedEntities.Named> named() {
    return named;
  }

  private QueryNode expand(QueryNode node) throws IOException {
    return switch (node) {
      case QueryNode.Word word -> {
        List<QueryNode> same = new ArrayList<>();
        addRun(List.of(word), same);
        yield same.getFirst();
      }
      case QueryNode.All all -> new QueryNode.All(expandAll(all.nodes()));
      case QueryNode.Any any -> {
        List<QueryNode> nodes = new ArrayList<>();
        for (QueryNode part : any.nodes()) {
          nodes.add(expand(part));
        }
        yield new QueryNode.Any(nodes);
      }
      case QueryNode.Phrase phrase -> phrase;
      case QueryNode.Exact exact -> exact;
      case QueryNode.InField inField -> inField;
      case QueryNode.Not not -> not;
      case QueryNode.Everything everything -> everything;
    };
  }

  private List<QueryNode> expandAll(List<QueryNode> nodes) throws IOException {
    List<QueryNode> expanded = new ArrayList<>();
    List<QueryNode.Word> run = new ArrayList<>();
    for (QueryNode node : nodes) {
      if (node instanceof QueryNode.Word word) {
        run.add(word);
      } else {
        addRun(run, expanded);
        run.clear();
        expanded.add(expand(node));
      }
    }
    addRun(run, expanded);
    return expanded;
  }

  /** Adds words that follow each other, those of a name as one node. */
  private void addRun(List<QueryNode.Word> run, List<QueryNode> nodes) throws IOException {
    int next = 0;
    for (NamedEntities.Named name :
        namedEntities.find(run.stream().map(QueryNode.Word::text).toList())) {
      nodes.addAll(run.subList(next, name.first()));
      List<QueryNode> words = List.copyOf(run.subList(name.first(), name.last() + 1));
      QueryNode node = words.size() == 1 ? words.getFirst() : new QueryNode.All(words);
      others.put(node, name.articles());
      byFirstWord.put(words.getFirst(), new Group(words, name.articles()));
      nodes.add(node);
      named.add(name);
      next = name.last() + 1;
    }
    nodes.addAll(run.subList(next, run.size()));
  }

  /** The relaxed tree: any word of a name, or what may match in the place of the name. */
  private QueryNode regroup(QueryNode node) {
    return switch (node) {
      case QueryNode.Any any -> new QueryNode.Any(regroup(any.nodes()));
      case QueryNode.All all -> new QueryNode.All(all.nodes().stream().map(this::regroup).toList());
      case QueryNode.Word word -> word;
      case QueryNode.Phrase phrase -> phrase;
      case QueryNode.Exact exact -> exact;
      case QueryNode.InField inField -> inField;
      case QueryNode.Not not -> not;
      case QueryNode.Everything everything -> everything;
    };
  }

  private List<QueryNode> regroup(List<QueryNode> nodes) {
    List<QueryNode> regrouped = new ArrayList<>();
    int next = 0;
    while (next < nodes.size()) {
      QueryNode node = nodes.get(next);
      Group group = byFirstWord.get(node);
      if (group == null || group.words().size() == 1) {
        regrouped.add(node);
        next++;
      } else {
        QueryNode any = new QueryNode.Any(group.words());
        others.put(any, group.other());
        regrouped.add(any);
        next += group.words().size();
      }
    }
    return regrouped;
  }
}
