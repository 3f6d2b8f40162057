package org.fihris.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.Transition;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.facet.NamedValues;
import org.fihris.facet.TermPattern;
import org.fihris.index.Schema;
import org.fihris.wire.FoundTerms;
import org.fihris.wire.TermLookup;
import org.fihris.wire.TermLookup.Wanted;

/** The names of the entities of a type, those of one entity as a group with its id. */
final class ClusterNames implements NamedValues {
  private static final int MOST_REMEMBERED = 20_000;

  /** Entities whose names are looked up in one look. */
  private static final int MOST_FORESEEN = 400;

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
      remember(Map.of(key, known));
    }
    return known;
  }

  private void remember(Map<String, FoundTerms> known) {
    if (named.size() + known.size() > MOST_REMEMBERED) {
      named.clear();
    }
    named.putAll(known);
  }

  /**
   * The names of some entities that will be asked for.
   *
   * @param lookup for all their names
   */
  record Foreseen(ClusterNames names, List<String> keys, TermLookup lookup) {

    void remember(FoundTerms found) {
      if (found.cut()) {
        return; // each is asked for when it is needed
      }
      Map<String, List<FoundTerms.Counted>> byKey = new HashMap<>();
      keys.forEach(key -> byKey.put(key, new ArrayList<>()));
      for (FoundTerms.Counted name : found.terms()) {
        byKey.computeIfAbsent(Schema.idOfName(name.term()), fresh -> new ArrayList<>()).add(name);
      }
      Map<String, FoundTerms> known = new HashMap<>();
      byKey.forEach((key, ofKey) -> known.put(key, new FoundTerms(ofKey, false)));
      names.remember(known);
    }
  }

  /** What to look up for the names of some entities, as far as they are not known. */
  List<Foreseen> foreseen(Collection<String> keys) {
    List<String> unknown = keys.stream().filter(key -> !named.containsKey(key)).distinct().toList();
    List<Foreseen> foreseen = new ArrayList<>();
    for (int from = 0; from < unknown.size(); from += MOST_FORESEEN) {
      List<String> some = unknown.subList(from, Math.min(unknown.size(), from + MOST_FORESEEN));
      Wanted.Accepted wanted = Wanted.Accepted.by(ofAny(some));
      foreseen.add(new Foreseen(this, some, new TermLookup(nameField, wanted, TermLookup.MOST)));
    }
    return foreseen;
  }

  /** Accepts every name of some entities: what begins with the id of one, which no other does. */
  private static Automaton ofAny(List<String> keys) {
    TreeSet<BytesRef> beginnings = new TreeSet<>();
    keys.forEach(key -> beginnings.add(new BytesRef(Schema.nameValue(key, ""))));
    Automaton begun = Automata.makeStringUnion(beginnings);
    Automaton any = new Automaton();
    for (int state = 0; state < begun.getNumStates(); state++) {
      any.createState();
      any.setAccept(state, begun.isAccept(state));
    }
    Transition transition = new Transition();
    for (int state = 0; state < begun.getNumStates(); state++) {
      int count = begun.initTransition(state, transition);
      for (int i = 0; i < count; i++) {
        begun.getNextTransition(transition);
        any.addTransition(state, transition.dest, transition.min, transition.max);
      }
      if (begun.isAccept(state)) {
        any.addTransition(state, state, Character.MIN_CODE_POINT, Character.MAX_CODE_POINT);
      }
    }
    any.finishState();
    return any;
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
