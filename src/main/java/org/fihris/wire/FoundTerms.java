package org.fihris.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a lookup found, in the order of terms.
 *
 * @param cut whether there are more than the lookup asked for
 */
public record FoundTerms(List<Counted> terms, boolean cut) {
  public FoundTerms {
    terms = List.copyOf(terms);
  }

  /** How many terms are looked at before it is asked again whether to go on. */
  private static final int BETWEEN_CHECKS = 256;

  /**
   * A term that was found.
   *
   * @param articles how many have it; deleted ones that are not merged away yet count
   */
  public record Counted(String term, long articles) {}

  /** Stops a lookup, by an exception, where it was called off or takes too long. */
  @FunctionalInterface
  public interface Check {
    void goOn();
  }

  /**
   * Looks up in one index or shard.
   *
   * @param check asked again and again; what it throws is thrown here
   * @throws WireException if the automaton of the lookup cannot be read
   */
  public static FoundTerms in(IndexReader reader, TermLookup lookup, Check check)
      throws IOException {
    check.goOn();
    Terms dictionary = MultiTerms.getTerms(reader, lookup.field());
    if (dictionary == null) {
      return new FoundTerms(List.of(), false);
    }
    return switch (lookup.wanted()) {
      case TermLookup.Wanted.Accepted(String automaton) ->
          accepted(dictionary, automaton, lookup.limit(), check);
      case TermLookup.Wanted.Listed(List<String> terms) ->
          listed(dictionary, terms, lookup.limit(), check);
    };
  }

  private static FoundTerms accepted(Terms dictionary, String automaton, int limit, Check check)
      throws IOException {
    CompiledAutomaton compiled =
        new CompiledAutomaton(AutomatonCodec.automaton(automaton), false, true);
    check.goOn();
    TermsEnum all = compiled.getTermsEnum(dictionary);
    List<Counted> found = new ArrayList<>();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      if (found.size() == limit) {
        return new FoundTerms(found, true);
      }
      found.add(new Counted(term.utf8ToString(), all.docFreq()));
      if (found.size() % BETWEEN_CHECKS == 0) {
        check.goOn();
      }
    }
    return new FoundTerms(found, false);
  }

  private static FoundTerms listed(Terms dictionary, List<String> terms, int limit, Check check)
      throws IOException {
    TermsEnum all = dictionary.iterator();
    List<Counted> found = new ArrayList<>();
    int looked = 0;
    for (BytesRef term : terms.stream().map(BytesRef::new).sorted().distinct().toList()) {
      if (all.seekExact(term)) {
        if (found.size() == limit) {
          return new FoundTerms(found, true);
        }
        found.add(new Counted(term.utf8ToString(), all.docFreq()));
      }
      if (++looked % BETWEEN_CHECKS == 0) {
        check.goOn();
      }
    }
    return new FoundTerms(found, false);
  }

  /**
   * What one lookup found in the shards of an index, as if they were one: the counts are those of
   * the whole, since a shard leaves out only terms behind all that it gives.
   */
  public static FoundTerms together(List<FoundTerms> shards, int limit) {
    TreeMap<BytesRef, Long> articles = new TreeMap<>();
    boolean cut = false;
    for (FoundTerms shard : shards) {
      cut |= shard.cut;
      for (Counted counted : shard.terms) {
        articles.merge(new BytesRef(counted.term), counted.articles, Long::sum);
      }
    }
    List<Counted> first = new ArrayList<>();
    for (Map.Entry<BytesRef, Long> entry : articles.entrySet()) {
      if (first.size() == limit) {
        return new FoundTerms(first, true);
      }
      first.add(new Counted(entry.getKey().utf8ToString(), entry.getValue()));
    }
    return new FoundTerms(first, cut);
  }

  Map<String, Object> tree() {
    return Map.of(
        "terms",
        terms.stream().map(Counted::term).toList(),
        "articles",
        terms.stream().map(Counted::articles).toList(),
        "cut",
        cut);
  }

  static FoundTerms of(@Nullable Object tree) {
    TreeNode node = TreeNode.of(tree, "found");
    List<String> terms = node.strings("terms");
    List<Long> articles = node.wholes("articles");
    if (articles.size() != terms.size()) {
      return node.fail("articles", "one for each term");
    }
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      counted.add(new Counted(terms.get(i), articles.get(i)));
    }
    FoundTerms found = new FoundTerms(counted, node.bool("cut"));
    node.end();
    return found;
  }
}
