package org.fihris.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
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
import org.fihris.wire.TermLookup.Wanted;

/**
 * The names of the entities of a type, those of one entity as a group with the id that is shown for
 * it under the corrections of users. Where these have nothing to do with an entity, its id tells
 * its articles and no name is looked up.
 */
final class ClusterNames implements NamedValues {
  private static final int MOST_REMEMBERED = 20_000;

  /** Of the ids that are looked up at once; an automaton has a state for each at most. */
  private static final int LETTERS_AT_ONCE = 8_000;

  /** Far more than that many letters take. */
  private static final int MOST_WORK = 1_000_000;

  private final ClusterTerms terms;
  private final EntityEdits edits;
  private final String idField;
  private final String nameField;

  /** By the id that is indexed, the names of an entity. */
  private final Map<String, List<FoundTerms.Counted>> named = new ConcurrentHashMap<>();

  ClusterNames(ClusterTerms terms, EntityEdits edits, EntityType type) {
    this.terms = terms;
    this.edits = edits;
    this.idField = ClusterSchema.entitiesField(type);
    this.nameField = Schema.namesField(type);
  }

  private boolean isOf(String key, String value) {
    return edits.shown(Schema.idOfName(value), Schema.spellingOfName(value)).equals(key);
  }

  @Override
  public boolean has(String key) {
    int[] articles =
        terms.articlesWith(whole(key).stream().map(id -> new Term(idField, id)).toList());
    return Arrays.stream(articles).anyMatch(number -> number > 0) || !split(key).isEmpty();
  }

  @Override
  public List<String> values(String key) {
    return names(key, edits.indexedAs(key));
  }

  /** The names of entities as they are indexed, those that are not known in few journeys. */
  private List<FoundTerms.Counted> named(List<String> indexedIds) {
    Map<String, List<FoundTerms.Counted>> byId = new LinkedHashMap<>();
    indexedIds.forEach(id -> byId.put(id, named.getOrDefault(id, List.of())));
    List<Foreseen> unknown = lookups(indexedIds);
    List<FoundTerms> found = terms.answers(unknown.stream().map(Foreseen::lookup).toList());
    for (int i = 0; i < found.size(); i++) {
      byId.putAll(unknown.get(i).read(found.get(i)));
    }
    return byId.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The names of some entities that will be asked for.
   *
   * @param ids that are indexed
   * @param lookup for all their names
   */
  record Foreseen(ClusterNames names, List<String> ids, TermLookup lookup) {

    /** Remembers what was found; where it was too much, for one entity after the other. */
    Map<String, List<FoundTerms.Counted>> read(FoundTerms found) {
      Map<String, List<FoundTerms.Counted>> byId = new LinkedHashMap<>();
      if (found.cut() && ids.size() > 1) {
        for (String id : ids) {
          Foreseen one = names.lookup(List.of(id));
          byId.putAll(one.read(names.terms.answers(List.of(one.lookup)).getFirst()));
        }
        return byId;
      }
      ids.forEach(id -> byId.put(id, new ArrayList<>()));
      for (FoundTerms.Counted name : found.terms()) {
        byId.getOrDefault(Schema.idOfName(name.term()), new ArrayList<>()).add(name);
      }
      names.remember(byId);
      return byId;
    }
  }

  /** What to look up for the names of some entities, by the ids that are shown. */
  List<Foreseen> foreseen(Collection<String> keys) {
    return lookups(keys.stream().flatMap(key -> edits.indexedAs(key).stream()).toList());
  }

  /** Those that are known are not looked up. */
  private List<Foreseen> lookups(List<String> indexedIds) {
    List<Foreseen> lookups = new ArrayList<>();
    List<String> some = new ArrayList<>();
    int letters = 0;
    for (String id : new LinkedHashSet<>(indexedIds)) {
      if (!named.containsKey(id)) {
        some.add(id);
        letters += id.length();
      }
      if (letters > LETTERS_AT_ONCE) {
        lookups.add(lookup(some));
        some = new ArrayList<>();
        letters = 0;
      }
    }
    if (!some.isEmpty()) {
      lookups.add(lookup(some));
    }
    return lookups;
  }

  /** A name begins with the id of its entity, which no other id does. */
  private Foreseen lookup(List<String> ids) {
    List<Automaton> beginnings =
        ids.stream().map(id -> Automata.makeString(Schema.nameValue(id, ""))).toList();
    Automaton names =
        Operations.concatenate(List.of(Operations.union(beginnings), Automata.makeAnyString()));
    Wanted.Accepted wanted = Wanted.Accepted.by(Operations.determinize(names, MOST_WORK));
    return new Foreseen(this, ids, new TermLookup(nameField, wanted, TermLookup.MOST));
  }

  private void remember(Map<String, List<FoundTerms.Counted>> byId) {
    if (named.size() + byId.size() > MOST_REMEMBERED) {
      named.clear();
    }
    named.putAll(byId);
  }

  /** The ids that are shown as one with all their names. */
  private List<String> whole(String key) {
    return edits.indexedAs(key).stream().filter(id -> !edits.isSplit(id)).toList();
  }

  /** Those of a group that belong to entities of which others do not. */
  private List<String> split(String key) {
    return names(key, edits.indexedAs(key).stream().filter(edits::isSplit).toList());
  }

  private List<String> names(String key, List<String> indexedIds) {
    return named(indexedIds).stream()
        .map(FoundTerms.Counted::term)
        .filter(value -> isOf(key, value))
        .toList();
  }

  @Override
  public Query articles(Collection<String> keys) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (String key : keys) {
      ids.addAll(whole(key));
      names.addAll(split(key));
    }
    Query byIds = anyOf(idField, ids);
    return names.isEmpty()
        ? byIds
        : new ConstantScoreQuery(
            new BooleanQuery.Builder()
                .add(byIds, Occur.SHOULD)
                .add(articlesWith(names), Occur.SHOULD)
                .build());
  }

  private static Query anyOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  @Override
  public Query articlesWith(Collection<String> indexed) {
    return anyOf(nameField, indexed);
  }

  @Override
  public int articlesWith(String indexed) {
    for (FoundTerms.Counted counted : named(List.of(Schema.idOfName(indexed)))) {
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
    TermPattern any = TermPattern.of(Automata.makeAnyString());
    FoundTerms all = terms.look(List.of(nameField), any, TermLookup.MOST).get(nameField);
    for (FoundTerms.Counted counted : all == null ? List.<FoundTerms.Counted>of() : all.terms()) {
      String spelling = Schema.spellingOfName(counted.term());
      if (EntityEdits.sameSpelling(spelling, name)) {
        spelt.add(edits.shown(Schema.idOfName(counted.term()), spelling));
      }
    }
    return spelt;
  }
}
