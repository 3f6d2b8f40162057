package org.fihris.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.facet.NamedValues;
import org.fihris.facet.TermPattern;
import org.fihris.index.Schema;
import org.fihris.wire.FoundTerms;
import org.fihris.wire.TermLookup;

/** The names of the entities of a type, those of one entity as a group with its id. */
final class ClusterNames implements NamedValues {
  private static final int MOST_REMEMBERED = 20_000;

  /** Of the ids that are looked up at once; an automaton has a state for each at most. */
  private static final int LETTERS_AT_ONCE = 8_000;

  private final ClusterTerms terms;
  private final String idField;
  private final String nameField;
  private final Map<String, FoundTerms> named = new ConcurrentHashMap<>();

  ClusterNames(ClusterTerms terms, EntityType type) {
    this.terms = terms;
    this.idField = ClusterSchema.entitiesField(type);
    this.nameField = Schema.namesField(type);
  }

  @Override
  public boolean has(String key) {
    return terms.articlesWith(List.of(new Term(idField, key)))[0] > 0;
  }

  @Override
  public List<String> values(String key) {
    return named(key).terms().stream().map(FoundTerms.Counted::term).toList();
  }

  private FoundTerms named(String key) {
    FoundTerms known = named.get(key);
    if (known == null) {
      Automaton ofKey =
          Operations.concatenate(
              List.of(Automata.makeString(Schema.nameValue(key, "")), Automata.makeAnyString()));
      known = look(ofKey);
      if (named.size() >= MOST_REMEMBERED) {
        named.clear();
      }
      named.put(key, known);
    }
    return known;
  }

  /** Looks up the names of some entities at once, as far as they are not known. */
  void foresee(Collection<String> keys) {
    List<String> unknown =
        keys.stream()
            .filter(key -> !named.containsKey(key))
            .distinct()
            .limit(MOST_REMEMBERED)
            .toList();
    if (unknown.size() > MOST_REMEMBERED - named.size()) {
      named.clear();
    }
    List<String> some = new ArrayList<>();
    int letters = 0;
    for (String key : unknown) {
      some.add(key);
      letters += key.length();
      if (letters > LETTERS_AT_ONCE) {
        read(some);
        some.clear();
        letters = 0;
      }
    }
    read(some);
  }

  /**
   * Looks up the names of some entities, all at once; where they are too many, they stay unread.
   */
  private void read(Collection<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    List<BytesRef> beginnings =
        keys.stream().map(key -> new BytesRef(Schema.nameValue(key, ""))).sorted().toList();
    FoundTerms found =
        look(
            Operations.concatenate(
                List.of(Automata.makeStringUnion(beginnings), Automata.makeAnyString())));
    if (!found.cut()) {
      Map<String, List<FoundTerms.Counted>> byKey = new HashMap<>();
      for (FoundTerms.Counted counted : found.terms()) {
        byKey
            .computeIfAbsent(Schema.idOfName(counted.term()), key -> new ArrayList<>())
            .add(counted);
      }
      keys.forEach(
          key -> named.put(key, new FoundTerms(byKey.getOrDefault(key, List.of()), false)));
    }
  }

  private FoundTerms look(Automaton automaton) {
    TermPattern pattern = TermPattern.of(automaton);
    FoundTerms found = terms.look(List.of(nameField), pattern, TermLookup.MOST).get(nameField);
    return found == null ? new FoundTerms(List.of(), false) : found;
  }

  @Override
  public Query articles(Collection<String> keys) {
    return new TermInSetQuery(idField, keys.stream().map(BytesRef::new).toList());
  }

  @Override
  public Query articlesWith(Collection<String> indexed) {
    return new TermInSetQuery(nameField, indexed.stream().map(BytesRef::new).toList());
  }

  @Override
  public int articlesWith(String indexed) {
    for (FoundTerms.Counted counted : named(Schema.idOfName(indexed)).terms()) {
      if (counted.term().equals(indexed)) {
        return (int) Math.min(Integer.MAX_VALUE, counted.articles());
      }
    }
    return 0;
  }

  /** Looks through the names, up to a hundred thousand of them. */
  @Override
  public Set<String> spelt(String name) {
    Set<String> spelt = new LinkedHashSet<>();
    for (FoundTerms.Counted counted : look(Automata.makeAnyString()).terms()) {
      if (EntityEdits.sameSpelling(Schema.spellingOfName(counted.term()), name)) {
        spelt.add(Schema.idOfName(counted.term()));
      }
    }
    return spelt;
  }
}
