package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.IndexSearcher;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.text.Folding;

/**
 * The entities of an index by the words of their English labels. Safe for any thread.
 *
 * <p>An id of the tables is made of the words of the English label, so that the ids tell which
 * labels are worth reading.
 */
final class LatinNames {
  /** A word of a label that is at most so far from the word typed is that word. */
  private static final double SAME = 1.0;

  private static final double LABEL = 0.1;
  private static final int MOST = 3;
  private static final int SHORTEST = 3;

  private final Snapshot snapshot;
  private final KnownEntities entities;
  private final IndexSearcher searcher;

  LatinNames(Snapshot snapshot, KnownEntities entities) {
    this.snapshot = snapshot;
    this.entities = entities;
    this.searcher = snapshot.searcher();
  }

  private record Named(Entity entity, int articles) {}

  /**
   * What entities are called in Arabic that are called so in English, those with most articles
   * first: the whole label for a whole label, else the word of it that is this one.
   *
   * @param words one or more, in Latin letters
   */
  List<Candidate> named(List<String> words) throws IOException {
    List<String> lower = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    List<Named> named = new ArrayList<>();
    if (lower.stream().allMatch(word -> word.length() < SHORTEST)) {
      return List.of();
    }
    for (EntityType type : EntityType.values()) {
      for (String id : snapshot.entities(type).keys()) {
        if (isMadeOf(id, lower) && !entities.isHidden(id)) {
          int articles = searcher.count(entities.articles(type, List.of(id)));
          named.add(new Named(entities.entity(id, type), articles));
        }
      }
    }
    named.sort(Comparator.comparingInt(Named::articles).reversed());
    List<Candidate> candidates = new ArrayList<>();
    for (Named name : named.subList(0, Math.min(MOST, named.size()))) {
      candidates.add(
          new Candidate(arabic(name.entity, lower), Offer.Kind.LATIN, LABEL, name.articles));
    }
    return candidates;
  }

  private static boolean isMadeOf(String id, List<String> words) {
    return id.charAt(0) < 0x80 && List.of(id.split("-")).containsAll(words);
  }

  private static String arabic(Entity entity, List<String> words) {
    List<String> arabic = List.of(entity.labelAr().split(" "));
    if (entity.labelEn().split("[ -]").length == words.size()) {
      return entity.labelAr();
    }
    List<String> parts = new ArrayList<>();
    for (String word : words) {
      Romanisation romanisation = Romanisation.of(word);
      arabic.stream()
          .min(Comparator.comparingDouble(part -> weight(romanisation, part)))
          .filter(part -> weight(romanisation, part) <= SAME)
          .ifPresent(parts::add);
    }
    return parts.size() == words.size() ? String.join(" ", parts) : entity.labelAr();
  }

  private static double weight(Romanisation romanisation, String arabic) {
    return romanisation.weight(Folding.fold(arabic));
  }
}
