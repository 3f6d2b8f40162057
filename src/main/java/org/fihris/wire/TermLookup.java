package org.fihris.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.automaton.Automaton;

/**
 * What is to be looked up in the term dictionary of one field.
 *
 * @param field the name of the field
 * @param wanted which of its terms
 * @param limit the most terms of the answer, the first in the order of terms
 */
public record TermLookup(String field, Wanted wanted, int limit) {

  /** The most terms that one lookup may ask for. */
  public static final int MOST = 100_000;

  /** Which terms are looked up. */
  public sealed interface Wanted {

    /**
     * Those that an automaton accepts.
     *
     * @param automaton as {@link AutomatonCodec} writes it
     */
    record Accepted(String automaton) implements Wanted {

      /**
       * @throws WireException if the automaton is larger than a node takes
       */
      public static Accepted by(Automaton automaton) {
        return new Accepted(AutomatonCodec.text(automaton));
      }
    }

    /** These, as far as the field has them. */
    record Listed(List<String> terms) implements Wanted {
      public Listed {
        terms = List.copyOf(terms);
      }
    }
  }

  /**
   * @throws WireException if the limit is below 1 or above {@link #MOST}
   */
  public TermLookup {
    if (limit < 1 || limit > MOST) {
      throw new WireException("A limit of terms is from 1 to " + MOST + ", not " + limit + ".");
    }
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("field", field);
    switch (wanted) {
      case Wanted.Accepted accepted -> tree.put("automaton", accepted.automaton);
      case Wanted.Listed listed -> tree.put("terms", listed.terms);
    }
    tree.put("limit", limit);
    return tree;
  }

  static TermLookup of(Object tree, Budget budget) {
    TreeNode node = TreeNode.of(tree, "lookup");
    String field = node.field();
    Wanted wanted;
    if (node.has("automaton")) {
      String automaton = node.string("automaton");
      AutomatonCodec.automaton(automaton);
      wanted = new Wanted.Accepted(automaton);
    } else {
      List<String> terms = node.strings("terms");
      terms.forEach(budget::spend);
      wanted = new Wanted.Listed(terms);
    }
    TermLookup lookup = new TermLookup(field, wanted, node.size("limit"));
    node.end();
    return lookup;
  }
}
