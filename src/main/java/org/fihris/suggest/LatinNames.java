package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.IndexValues;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.TermPattern;
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

  private final IndexTerms terms;
  private final IndexValues values;
  private final KnownEntities entities;

  LatinNames(IndexTerms terms, IndexValues values, KnownEntities entities) {
    this.terms = terms;
    this.values = values;
    this.entities = entities;
  }

  /**
   * @param query for the articles that name it
   */
  private record Named(String id, EntityType type, Query query) {}

  /**
   * What entities are called in Arabic that are called so in English, those with most articles
   * first: the whole label for a whole label, else the word of it that is this one.
   *
   * @param names each of one word or more, in Latin letters
   * @return for each name what it may be
   */
  Map<List<String>, List<Candidate>> named(Collection<List<String>> names) throws IOException {
    List<List<String>> asked =
        names.stream()
            .distinct()
            .filter(words -> words.stream().anyMatch(word -> word.length() >= SHORTEST))
            .toList();
    List<Map<EntityType, List<String>>> ids =
        asked.isEmpty()
            ? List.of()
            : values.entities(asked.stream().map(LatinNames::withLongest).toList());
    Map<List<String>, List<Named>> named = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      named.put(asked.get(i), named(lower(asked.get(i)), ids.get(i)));
    }
    QueryCounts counts =
        QueryCounts.of(
            terms, named.values().stream().flatMap(List::stream).map(Named::query).toList());
    Map<List<String>, List<Candidate>> candidates = new HashMap<>();
    named.forEach((words, found) -> candidates.put(words, candidates(lower(words), found, counts)));
    return candidates;
  }

  private List<Named> named(List<String> words, Map<EntityType, List<String>> ids)
      throws IOException {
    List<Named> named = new ArrayList<>();
    for (Map.Entry<EntityType, List<String>> ofType : ids.entrySet()) {
      for (String id : ofType.getValue()) {
        if (isMadeOf(id, words) && !entities.isHidden(id)) {
          named.add(
              new Named(id, ofType.getKey(), entities.articles(ofType.getKey(), List.of(id))));
        }
      }
    }
    return named;
  }

  private List<Candidate> candidates(List<String> words, List<Named> named, QueryCounts counts) {
    return named.stream()
        .sorted(
            Comparator.comparingInt((Named name) -> counts.of(name.query))
                .reversed()
                .thenComparing(Named::type)
                .thenComparing(Named::id))
        .limit(MOST)
        .map(
            name ->
                new Candidate(
                    arabic(entities.entity(name.id, name.type), words),
                    Offer.Kind.LATIN,
                    LABEL,
                    counts.of(name.query)))
        .toList();
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** The ids that may be made of words: those that hold the longest, which tells most. */
  private static TermPattern withLongest(List<String> words) {
    String longest =
        lower(words).stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    Automaton any = Automata.makeAnyString();
    Automaton hyphen = Automata.makeChar('-');
    return TermPattern.ofMany(
        Operations.determinize(
            Operations.concatenate(
                List.of(
                    Operations.optional(Operations.concatenate(List.of(any, hyphen))),
                    Automata.makeString(longest),
                    Operations.optional(Operations.concatenate(List.of(hyphen, any))))),
            Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
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
