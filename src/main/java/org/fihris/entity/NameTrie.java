package org.fihris.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All names, word by word. A node where a name ends holds what that name may mean. */
final class NameTrie {

  /** An entity that a name may mean. */
  record Claim(int entity, Use use) {}

  /**
   * What a name may mean; no claim at all for a phrase that means none of the entities.
   *
   * @param joins whether particles may be joined to the front of the name
   */
  record Meaning(List<Claim> claims, boolean joins) {}

  /** A place in the trie. */
  static final class Node {
    private final Map<Integer, Node> next = new HashMap<>(2);
    private @Nullable Meaning meaning;

    @Nullable Node after(int word) {
      return next.get(word);
    }

    @Nullable Meaning meaning() {
      return meaning;
    }
  }

  private final WordTable table;
  private final @Nullable Node[] first;

  NameTrie(Gazetteer gazetteer) {
    table = new WordTable(vocabulary(gazetteer));
    first = new Node[table.size()];
    gazetteer.phrases().forEach(phrase -> add(phrase, null));
    List<GazetteerTable.Row> rows = gazetteer.rows();
    for (int entity = 0; entity < rows.size(); entity++) {
      for (Name name : rows.get(entity).names()) {
        add(name, new Claim(entity, name.use()));
      }
    }
  }

  WordTable table() {
    return table;
  }

  /** The node of names that begin with this word, if any do. */
  @Nullable Node start(int word) {
    return word < 0 ? null : first[word];
  }

  private static Set<String> vocabulary(Gazetteer gazetteer) {
    Set<String> words = new HashSet<>(gazetteer.givenNames());
    for (GazetteerTable.Row row : gazetteer.rows()) {
      row.names().forEach(name -> name.spellings().forEach(words::addAll));
      words.addAll(row.cues().before());
      words.addAll(row.cues().anywhere());
    }
    gazetteer.phrases().forEach(name -> name.spellings().forEach(words::addAll));
    return words;
  }

  private void add(Name name, @Nullable Claim claim) {
    for (List<String> words : name.spellings()) {
      Node node = node(words);
      List<Claim> claims = new ArrayList<>();
      boolean joins = name.joins();
      if (node.meaning != null) {
        claims.addAll(node.meaning.claims());
        joins |= node.meaning.joins();
      }
      if (claim != null && !claims.contains(claim)) {
        claims.add(claim);
      }
      node.meaning = new Meaning(List.copyOf(claims), joins);
    }
  }

  private Node node(List<String> words) {
    int head = table.find(words.getFirst());
    Node node = first[head];
    if (node == null) {
      node = new Node();
      first[head] = node;
    }
    for (String word : words.subList(1, words.size())) {
      node = node.next.computeIfAbsent(table.find(word), key -> new Node());
    }
    return node;
  }
}
