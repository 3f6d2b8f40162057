package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.entity.Likeness;
import org.fihris.entity.Transliteration;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
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

  private final Snapshot snapshot;
  private final KnownEntities entities;
  private final EntityCounting counting;
  private final AliasRequest request;
  private final Transliteration transliteration;
  private final Map<String, List<Named>> byKey = new HashMap<>();

  /** A full name of a person. */
  private record Named(String id, String name, boolean listed) {}

  AliasSearch(
      Snapshot snapshot, KnownEntities entities, EntityCounting counting, AliasRequest request) {
    this.snapshot = snapshot;
    this.entities = entities;
    this.counting = counting;
    this.request = request;
    this.transliteration = entities.transliteration();
  }

  List<AliasProposal> find() throws IOException {
    for (String id : snapshot.entities(EntityType.PERSON).keys()) {
      if (!entities.isHidden(id)) {
        addNames(id);
      }
    }
    byKey.values().removeIf(names -> names.stream().map(Named::id).distinct().count() < 2);
    Set<String> persons = new LinkedHashSet<>();
    byKey.values().forEach(names -> names.forEach(name -> persons.add(name.id())));
    Company company =
        Company.of(snapshot, counting.collect(counting.articles(Filters.NONE)), persons);
    List<AliasProposal> proposals = new ArrayList<>();
    for (List<Named> names : byKey.values()) {
      proposals.addAll(ofGroup(names, company));
    }
    return strongest(proposals);
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

  /** Each rarer spelling goes with the frequent one that it is surest to be of. */
  private List<AliasProposal> ofGroup(List<Named> names, Company company) throws IOException {
    List<Named> sorted = new ArrayList<>(names);
    Map<String, Integer> numbers = new HashMap<>();
    for (Named name : names) {
      numbers.put(name.id(), company.person(snapshot, name.id()));
    }
    sorted.sort(
        Comparator.comparing(Named::listed)
            .thenComparing(name -> company.articles(numbers.getOrDefault(name.id(), 0)))
            .reversed()
            .thenComparing(Named::id));
    List<Named> heads = new ArrayList<>();
    List<AliasProposal> proposals = new ArrayList<>();
    for (Named name : sorted) {
      AliasProposal best = name.listed() ? null : best(name, heads, numbers, company);
      if (best == null) {
        heads.add(name);
      } else {
        proposals.add(best);
      }
    }
    return proposals;
  }

  /** The surest proposal; null if there is none, or if two listed persons may be meant. */
  private @Nullable AliasProposal best(
      Named name, List<Named> heads, Map<String, Integer> numbers, Company company) {
    AliasProposal best = null;
    Set<String> listed = new LinkedHashSet<>();
    for (Named head : heads) {
      Likeness likeness = transliteration.compare(name.name(), head.name());
      if (likeness != null && likeness.differences() > 0) {
        AliasProposal proposal = proposal(name, head, likeness, numbers, company);
        if (proposal.evidence() >= LEAST_EVIDENCE && proposal.score() >= request.least()) {
          if (head.listed()) {
            listed.add(head.id());
          }
          best = best == null || proposal.score() > best.score() ? proposal : best;
        }
      }
    }
    return listed.size() > 1 ? null : best;
  }

  private AliasProposal proposal(
      Named from, Named into, Likeness likeness, Map<String, Integer> numbers, Company company) {
    int one = numbers.getOrDefault(from.id(), 0);
    int other = numbers.getOrDefault(into.id(), 0);
    Company.Shared shared = company.shared(one, other);
    List<Entity> nearest =
        shared.both().stream()
            .map(company::key)
            .filter(key -> !entities.isHidden(key.id()))
            .limit(NEAREST)
            .map(key -> entities.entity(key.id(), key.type()))
            .toList();
    Entity head = entities.entity(into.id(), EntityType.PERSON);
    return new AliasProposal(
        entities.entity(from.id(), EntityType.PERSON),
        head,
        into.listed() ? into.name() : head.labelAr(),
        likeness,
        company.articles(one),
        company.articles(other),
        company.together(one, other),
        shared.both().size(),
        shared.share(),
        shared.evidence(),
        nearest);
  }

  /** A person has one proposal; a spelling may be like two names of one whose keys differ. */
  private List<AliasProposal> strongest(List<AliasProposal> proposals) {
    Map<String, AliasProposal> byFrom = new HashMap<>();
    for (AliasProposal proposal : proposals) {
      byFrom.merge(proposal.from().id(), proposal, (a, b) -> a.score() >= b.score() ? a : b);
    }
    return byFrom.values().stream()
        .sorted(
            Comparator.comparingDouble(AliasProposal::score)
                .reversed()
                .thenComparing(proposal -> proposal.from().id()))
        .limit(request.limit())
        .toList();
  }
}
