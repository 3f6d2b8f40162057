package org.fihris.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.KnownEntities;
import org.jspecify.annotations.Nullable;

/**
 * The entities that the words of a query name, by the rules that hold for articles, where asking
 * for the entity can find more than asking for the words does.
 */
final class NamedEntities {

  /**
   * What an article scores that names the entity by other words, in parts of the weight of its
   * rarity: about what a word scores that stands once in a body of the usual length.
   */
  private static final float WEIGHT = 0.45f;

  /** Other names of one entity that are marked in the articles found. */
  private static final int MOST_MARKED = 24;

  /** Counts that are remembered, and spellings. */
  private static final int MOST_REMEMBERED = 5_000;

  /** Longer texts are no names. */
  private static final int MOST_WORDS = 6;

  private final KnownEntities entities;
  private final NewsAnalyzer analyzer;
  private final WordQueries words;
  private final IndexTerms index;

  /** Articles by entity, and by entity and spellings; the index does not change. */
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  private final Map<String, Analysed> analysed = new ConcurrentHashMap<>();

  /** By what is typed and the entity that it names, which queries do again and again. */
  private final Map<Typed, Optional<OtherNames>> known = new ConcurrentHashMap<>();

  private record Typed(String words, EntityType type, String id) {}

  /** What is found by the other names of an entity: as in {@link Named}. */
  private record OtherNames(List<String> names, Query articles, BooleanQuery marks) {}

  /**
   * A spelling of a name.
   *
   * @param mark what is marked of it in a text; null where nothing of it is a word
   */
  private record Analysed(Set<String> stems, @Nullable Query mark) {}

  /**
   * @param words for the marks
   */
  NamedEntities(
      KnownEntities entities, NewsAnalyzer analyzer, WordQueries words, IndexTerms index) {
    this.entities = entities;
    this.analyzer = analyzer;
    this.words = words;
    this.index = index;
  }

  /**
   * An entity named by words of a query.
   *
   * @param first number of its first word
   * @param last number of its last
   * @param words they themselves
   * @param otherNames spellings that articles have and that do not hold these words; an empty one
   *     for articles whose record names the entity
   * @param articles for articles that name it, whatever the words
   * @param marks for the other names in the texts of these articles
   */
  record Named(
      int first,
      int last,
      String words,
      Entity entity,
      List<String> otherNames,
      Query articles,
      BooleanQuery marks) {}

  /** What words that follow each other may name, the in the order of their first words. */
  static List<KnownEntities.Reading> readings(List<String> words, KnownEntities entities)
      throws IOException {
    String text = String.join(" ", words);
    List<KnownEntities.Reading> readings = new ArrayList<>(entities.corrected(words, MOST_WORDS));
    readings.addAll(entities.read(text, words));
    readings.sort(Comparator.comparingInt(KnownEntities.Reading::first));
    return readings;
  }

  /** Looks up at once what {@link #find} will ask about words that follow each other. */
  void foresee(List<List<String>> runs) throws IOException {
    List<Naming> namings = new ArrayList<>();
    for (List<String> words : runs) {
      namings.addAll(namings(words));
    }
    entities.foreseeNames(namings.stream().map(naming -> naming.reading.entity()).toList());
    Map<String, Query> unknown = new LinkedHashMap<>();
    for (Naming naming : namings) {
      Spelt spelt = spelt(naming);
      if (spelt != null) {
        unknown.put(spelt.key(), spelt.articles);
        unknown.put(spelt.keyOfOwn(), spelt.articlesOfOwn);
      }
    }
    unknown.keySet().removeAll(counts.keySet());
    List<String> keys = List.copyOf(unknown.keySet());
    int[] found = index.counts(List.copyOf(unknown.values()));
    for (int i = 0; i < found.length; i++) {
      remember(keys.get(i), found[i]);
    }
  }

  /** The entities named by words that follow each other, in order, no two by one word. */
  List<Named> find(List<String> words) throws IOException {
    List<Named> named = new ArrayList<>();
    for (Naming naming : namings(words)) {
      KnownEntities.Reading reading = naming.reading;
      Entity entity = reading.entity();
      otherNames(naming)
          .ifPresent(
              other ->
                  named.add(
                      new Named(
                          reading.first(),
                          reading.last(),
                          naming.typed,
                          entity,
                          other.names,
                          other.articles,
                          other.marks)));
    }
    return named;
  }

  private Optional<OtherNames> otherNames(Naming naming) throws IOException {
    Entity entity = naming.reading.entity();
    Typed typed = new Typed(naming.typed, entity.type(), entity.id());
    Optional<OtherNames> other = known.get(typed);
    if (other == null) {
      Spelt spelt = spelt(naming);
      other = spelt == null ? Optional.empty() : Optional.ofNullable(otherNames(spelt));
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      known.put(typed, other);
    }
    return other;
  }

  /**
   * @param typed the words that name the entity
   */
  private record Naming(KnownEntities.Reading reading, String typed) {}

  private List<Naming> namings(List<String> words) throws IOException {
    List<Naming> namings = new ArrayList<>();
    int free = 0;
    for (KnownEntities.Reading reading : readings(words, entities)) {
      if (reading.first() >= free) {
        free = reading.last() + 1;
        String typed = String.join(" ", words.subList(reading.first(), reading.last() + 1));
        namings.add(new Naming(reading, typed));
      }
    }
    return namings;
  }

  /**
   * How articles spell an entity that words name.
   *
   * @param own spellings that hold these words
   * @param others those that do not, of which there are some
   */
  private record Spelt(
      Naming naming, Set<String> own, List<String> others, Query articles, Query articlesOfOwn) {
    String key() {
      return naming.reading.entity().id();
    }

    String keyOfOwn() {
      return key() + '\n' + String.join("\n", new TreeSet<>(own));
    }
  }

  private @Nullable Spelt spelt(Naming naming) throws IOException {
    Entity entity = naming.reading.entity();
    Set<String> stems = stems(naming.typed);
    List<String> others = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (String spelling : entities.spellings(entity)) {
      (analysed(spelling).stems().containsAll(stems) ? own : others).add(spelling);
    }
    return others.isEmpty() || stems.isEmpty()
        ? null
        : new Spelt(
            naming,
            own,
            others,
            entities.articles(entity.type(), List.of(entity.id())),
            entities.articlesUnder(entity, own));
  }

  private @Nullable OtherNames otherNames(Spelt spelt) throws IOException {
    int found = count(spelt.key(), spelt.articles);
    int all = index.articles();
    double rarity = Math.log(1 + (all - found + 0.5) / (found + 0.5));
    // A shorter name that stands only beside the one typed finds nothing that the words do not.
    return count(spelt.keyOfOwn(), spelt.articlesOfOwn) == found
        ? null
        : new OtherNames(
            spelt.others,
            new BoostQuery(new ConstantScoreQuery(spelt.articles), WEIGHT * (float) rarity),
            marks(spelt.others));
  }

  /** How many articles a query finds, which is told again as often as the entity is asked for. */
  private int count(String key, Query query) throws IOException {
    Integer known = counts.get(key);
    if (known == null) {
      known = index.count(query);
      remember(key, known);
    }
    return known;
  }

  private void remember(String key, int count) {
    if (counts.size() >= MOST_REMEMBERED) {
      counts.clear();
    }
    counts.put(key, count);
  }

  private BooleanQuery marks(List<String> names) {
    BooleanQuery.Builder marks = new BooleanQuery.Builder();
    names.stream()
        .limit(MOST_MARKED)
        .map(name -> analysed(name).mark())
        .filter(Objects::nonNull)
        .forEach(mark -> marks.add(mark, Occur.SHOULD));
    return marks.build();
  }

  /** Of well-known names there are a dozen spellings, each asked for by every query for one. */
  private Analysed analysed(String spelling) {
    Analysed known = analysed.get(spelling);
    if (known == null) {
      known = new Analysed(stems(spelling), words.byStems(spelling, TextField.ANYWHERE));
      if (analysed.size() >= MOST_REMEMBERED) {
        analysed.clear();
      }
      analysed.put(spelling, known);
    }
    return known;
  }

  private Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    AnalysedWord.of(text, analyzer).forEach(word -> stems.add(word.term()));
    return stems;
  }
}
