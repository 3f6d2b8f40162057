package org.fihris.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.query.QueryNode;
import org.jspecify.annotations.Nullable;

/**
 * A query tree in which the words that name an entity stand as one node, so that an article that
 * names the entity otherwise may match in its place. Words in quotation marks, behind =, in a named
 * field and near others are left alone. For one use.
 */
final class EntityExpansion {
  private final @Nullable Names names;
  private final List<NamedEntities.Named> named = new ArrayList<>();
  private final Map<QueryNode, NamedEntities.Named> byNode = new IdentityHashMap<>();
  private final Map<QueryNode, Group> byFirstWord = new IdentityHashMap<>();
  private final QueryNode root;
  private final QueryNode relaxed;

  /** Words of one name. */
  private record Group(List<QueryNode> words, NamedEntities.Named entity) {}

  /** Tells the entities that words which follow each other name. */
  interface Names {
    List<NamedEntities.Named> find(List<String> words) throws IOException;
  }

  /**
   * @param names null to leave the trees as they are
   * @param relaxed made of the very nodes of {@code root}
   */
  EntityExpansion(@Nullable Names names, QueryNode root, QueryNode relaxed) throws IOException {
    this.names = names;
    this.root = names == null ? root : expand(root);
    this.relaxed = relaxed == root ? this.root : regroup(relaxed);
  }

  QueryNode root() {
    return root;
  }

  QueryNode relaxed() {
    return relaxed;
  }

  /** By node, to be looked up by identity, the entity that its words name. */
  Map<QueryNode, NamedEntities.Named> byNode() {
    return byNode;
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
      case QueryNode.Wildcard wildcard -> wildcard;
      case QueryNode.Fuzzy fuzzy -> fuzzy;
      case QueryNode.Near near -> near;
      case QueryNode.Days days -> days;
      case QueryNode.Undated undated -> undated;
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
    for (NamedEntities.Named name : find(run)) {
      nodes.addAll(run.subList(next, name.first()));
      List<QueryNode> words = List.copyOf(run.subList(name.first(), name.last() + 1));
      QueryNode node = words.size() == 1 ? words.getFirst() : new QueryNode.All(words);
      byNode.put(node, name);
      byFirstWord.put(words.getFirst(), new Group(words, name));
      nodes.add(node);
      named.add(name);
      next = name.last() + 1;
    }
    nodes.addAll(run.subList(next, run.size()));
  }

  private List<NamedEntities.Named> find(List<QueryNode.Word> run) throws IOException {
    return names == null ? List.of() : names.find(run.stream().map(QueryNode.Word::text).toList());
  }

  /** The relaxed tree: any word of a name, or what may match in the place of the name. */
  private QueryNode regroup(QueryNode node) {
    return switch (node) {
      case QueryNode.Any any -> new QueryNode.Any(regroup(any.nodes()));
      case QueryNode.All all -> new QueryNode.All(all.nodes().stream().map(this::regroup).toList());
      case QueryNode.Word word -> word;
      case QueryNode.Phrase phrase -> phrase;
      case QueryNode.Exact exact -> exact;
      case QueryNode.Wildcard wildcard -> wildcard;
      case QueryNode.Fuzzy fuzzy -> fuzzy;
      case QueryNode.Near near -> near;
      case QueryNode.Days days -> days;
      case QueryNode.Undated undated -> undated;
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
        byNode.put(any, group.entity());
        regrouped.add(any);
        next += group.words().size();
      }
    }
    return regrouped;
  }
}
