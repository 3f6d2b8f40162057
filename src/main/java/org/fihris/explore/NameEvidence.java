package org.fihris.explore;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.fihris.entity.EntityType;

/**
 * What speaks for two names being of one person: whom and what both are named with. For one use.
 */
final class NameEvidence {
  private final EntityCounts counts;
  private final Query all;
  private final EntityTable persons;
  private final Map<EntityCounts.Pair, EntityCounts.Company> companies = new HashMap<>();
  private EntityCounts.Named company;

  /**
   * @param all the articles
   * @param persons counted in them
   */
  NameEvidence(EntityCounts counts, Query all, EntityTable persons) {
    this.counts = counts;
    this.all = all;
    this.persons = persons;
    this.company = persons.sets().getFirst();
  }

  /** How many articles name a person. */
  int articles(String person) {
    return persons.count(0, new EntityKey(EntityType.PERSON, person));
  }

  EntityCounts.Pair pair(String one, String other) {
    return articles(one) <= articles(other)
        ? new EntityCounts.Pair(one, other)
        : new EntityCounts.Pair(other, one);
  }

  /** Reads what pairs of persons are named with, before {@link #shared} is asked for them. */
  void read(Collection<EntityCounts.Pair> wanted) throws IOException {
    List<EntityCounts.Pair> pairs = List.copyOf(new LinkedHashSet<>(wanted));
    if (pairs.isEmpty()) {
      return;
    }
    List<EntityCounts.Company> found = counts.companies(pairs);
    Set<EntityKey> named = new LinkedHashSet<>();
    for (int i = 0; i < pairs.size(); i++) {
      companies.put(pairs.get(i), found.get(i));
      named.addAll(found.get(i).ofRarer());
    }
    company = counts.named(List.of(new EntityCounts.Asked(all, named))).getFirst();
  }

  /**
   * What two persons are both named with, and what it tells.
   *
   * @param together articles that name both
   * @param both the entities named with both, the rarest first
   */
  record Shared(int together, List<EntityKey> both, double share, double evidence) {}

  Shared shared(String one, String other) {
    EntityCounts.Pair pair = pair(one, other);
    EntityCounts.Company found = requireNonNull(companies.get(pair), "not read");
    List<EntityKey> ofRarer = new ArrayList<>(found.ofRarer());
    // Also for the sums, whose last digits depend on the order.
    ofRarer.sort(Comparator.comparingInt(company::count).thenComparing(EntityKey.ORDER));
    int chances = articles(pair.other());
    double total = 0;
    double sum = 0;
    List<EntityKey> both = new ArrayList<>();
    for (EntityKey entity : ofRarer) {
      double weight = weight(company.count(entity), chances);
      total += weight;
      if (found.shared().contains(entity)) {
        sum += weight;
        both.add(entity);
      }
    }
    return new Shared(found.together(), both, total == 0 ? 0 : sum / total, sum);
  }

  /** How unlikely it is that one of so many articles names an entity by chance. */
  private double weight(int articles, int chances) {
    double share = Math.min((double) articles / persons.size(0), 1 - 1e-9);
    return -Math.log(1 - Math.pow(1 - share, chances));
  }
}
