package org.fihris.explore;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.search.Query;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.entity.Likeness;
import org.fihris.entity.Transliteration;
import org.fihris.facet.KnownEntities;
import org.fihris.query.Filters;
import org.jspecify.annotations.Nullable;

/**
 * Looks for persons of an index that are one under two spellings: full names of equal skeleton that
 * are named with the same others. For one use.
 */
final class AliasSearch {

  /** What is shared by chance once in seven times says nothing. */
  private static final double LEAST_EVIDENCE = 2;

  private static final int NEAREST = 5;

  private final Explored index;
  private final KnownEntities entities;
  private final EntityCounting counting;
  private final AliasRequest request;
  private final Transliteration transliteration;
  private final Map<String, List<Named>> byKey = new TreeMap<>();

  /** A full name of a person. */
  private record Named(String id, String name, boolean listed) {}

  /** A rarer spelling and a name that it may be another spelling of. */
  private record Candidate(Named from, Named into, Likeness likeness) {}

  /** A candidate with what speaks for it. */
  private record Weighed(Candidate candidate, NameEvidence.Shared shared) {
    double score() {
      return AliasProposal.score(shared.share(), candidate.likeness);
    }

    String from() {
      return candidate.from.id;
    }
  }

  AliasSearch(Explored index, EntityCounting counting, AliasRequest request) {
    this.index = index;
    this.entities = index.entities();
    this.counting = counting;
    this.request = request;
    this.transliteration = entities.transliteration();
  }

  List<AliasProposal> find() throws IOException {
    Query all = counting.articles(Filters.NONE);
    EntityTable persons = counting.table(Set.of(EntityType.PERSON), List.of(all));
    persons.entities().forEach(person -> addNames(person.id()));
    byKey.values().removeIf(names -> names.stream().map(Named::id).distinct().count() < 2);
    NameEvidence evidence = new NameEvidence(index.counts(), all, persons);
    List<Map<Named, List<Candidate>>> groups = new ArrayList<>();
    byKey.values().forEach(names -> groups.add(candidates(names, evidence)));
    evidence.read(
        groups.stream()
            .flatMap(group -> group.values().stream().flatMap(List::stream))
            .map(candidate -> evidence.pair(candidate.from.id, candidate.into.id))
            .toList());
    List<Weighed> found = new ArrayList<>();
    groups.forEach(group -> found.addAll(ofGroup(group, evidence)));
    return proposals(strongest(found), evidence);
  }

  private void addNames(String id) {
    if (entities.isListed(id)) {
      entities.names(id).forEach(name -> add(new Named(id, name, true)));
    } else if (Entity.unlistedId(id).equals(id)) {
      add(new Named(id, id, false));
    }
  }

  private void add(Named named) {
    String key = transliteration.key(named.name());
    if (key.indexOf(' ') > 0) {
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(named);
    }
  }

  /** The names of a group, the frequent ones first, each with those before it that it is like. */
  private Map<Named, List<Candidate>> candidates(List<Named> names, NameEvidence evidence) {
    List<Named> sorted = new ArrayList<>(names);
    sorted.sort(
        Comparator.comparing(Named::listed)
            .thenComparing(name -> evidence.articles(name.id()))
            .reversed()
            .thenComparing(Named::id)
            .thenComparing(Named::name));
    Map<Named, List<Candidate>> candidates = new LinkedHashMap<>();
    for (Named name : sorted) {
      List<Candidate> ofName = new ArrayList<>();
      for (Named head : name.listed() ? List.<Named>of() : candidates.keySet()) {
        Likeness likeness = transliteration.compare(name.name(), head.name());
        if (likeness != null && likeness.differences() > 0) {
          ofName.add(new Candidate(name, head, likeness));
        }
      }
      candidates.put(name, ofName);
    }
    return candidates;
  }

  /** Each rarer spelling goes with the frequent one that it is surest to be of. */
  private List<Weighed> ofGroup(Map<Named, List<Candidate>> group, NameEvidence evidence) {
    Set<Named> heads = new HashSet<>();
    List<Weighed> found = new ArrayList<>();
    group.forEach(
        (name, candidates) -> {
          Weighed best = best(candidates, heads, evidence);
          if (best == null) {
            heads.add(name);
          } else {
            found.add(best);
          }
        });
    return found;
  }

  /** The surest candidate; null if there is none, or if two listed persons may be meant. */
  private @Nullable Weighed best(
      List<Candidate> candidates, Set<Named> heads, NameEvidence evidence) {
    Weighed best = null;
    Set<String> listed = new HashSet<>();
    for (Candidate candidate : candidates) {
      Named head = candidate.into;
      if (heads.contains(head)) {
        Weighed weighed =
            new Weighed(candidate, evidence.shared(candidate.from.id, candidate.into.id));
        if (weighed.shared.evidence() >= LEAST_EVIDENCE && weighed.score() >= request.least()) {
          if (head.listed()) {
            listed.add(head.id());
          }
          best = best == null || weighed.score() > best.score() ? weighed : best;
        }
      }
    }
    return listed.size() > 1 ? null : best;
  }

  /** A person has one proposal; a spelling may be like two names of one whose keys differ. */
  private List<Weighed> strongest(List<Weighed> found) {
    Map<String, Weighed> byFrom = new HashMap<>();
    for (Weighed weighed : found) {
      byFrom.merge(weighed.from(), weighed, (a, b) -> a.score() >= b.score() ? a : b);
    }
    return byFrom.values().stream()
        .sorted(Comparator.comparingDouble(Weighed::score).reversed().thenComparing(Weighed::from))
        .limit(request.limit())
        .toList();
  }

  private List<AliasProposal> proposals(List<Weighed> found, NameEvidence evidence)
      throws IOException {
    Set<EntityKey> named = new LinkedHashSet<>();
    for (Weighed weighed : found) {
      named.add(person(weighed.candidate.from));
      named.add(person(weighed.candidate.into));
      named.addAll(nearest(weighed));
    }
    Map<EntityKey, Entity> shown = counting.entities(named);
    List<AliasProposal> proposals = new ArrayList<>();
    for (Weighed weighed : found) {
      Named into = weighed.candidate.into;
      NameEvidence.Shared shared = weighed.shared;
      Entity head = requireNonNull(shown.get(person(into)));
      proposals.add(
          new AliasProposal(
              requireNonNull(shown.get(person(weighed.candidate.from))),
              head,
              into.listed() ? into.name() : head.labelAr(),
              weighed.candidate.likeness,
              evidence.articles(weighed.from()),
              evidence.articles(into.id()),
              shared.together(),
              shared.both().size(),
              shared.share(),
              shared.evidence(),
              nearest(weighed).stream().map(key -> requireNonNull(shown.get(key))).toList()));
    }
    return proposals;
  }

  private static EntityKey person(Named name) {
    return new EntityKey(EntityType.PERSON, name.id());
  }

  private List<EntityKey> nearest(Weighed weighed) {
    return weighed.shared.both().stream()
        .filter(key -> !entities.isHidden(key.id()))
        .limit(NEAREST)
        .toList();
  }
}
