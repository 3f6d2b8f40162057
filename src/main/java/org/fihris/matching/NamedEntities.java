package org.fihris.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** The entities named by words that follow each other, in order, no two by one word. */
  List<Named> find(List<String> words) throws IOException {
    List<KnownEntities.Reading> readings = readings(words, entities);
    List<Named> named = new ArrayList<>();
    int free = 0;
    for (KnownEntities.Reading reading : readings) {
      if (reading.first() >= free) {
        free = reading.last() + 1;
        Named found = named(reading, words);
        if (found != null) {
          named.add(found);
        }
      }
    }
    return named;
  }

  private @Nullable Named named(KnownEntities.Reading reading, List<String> words)
      throws IOException {
    String typed = String.join(" ", words.subList(reading.first(), reading.last() + 1));
    Set<String> stems = stems(typed);
    List<String> others = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (String spelling : entities.spellings(reading.entity())) {
      (analysed(spelling).stems().containsAll(stems) ? own : others).add(spelling);
    }
    if (others.isEmpty() || stems.isEmpty()) {
      return null;
    }
    Query articles = entities.articles(reading.entity().type(), List.of(reading.entity().id()));
    int found = count(reading.entity().id(), articles);
    int all = index.articles();
    double rarity = Math.log(1 + (all - found + 0.5) / (found + 0.5));
    // A shorter name that stands only beside the one typed finds nothing that the words do not.
    int underOwn =
        count(
            reading.entity().id() + '\n' + String.join("\n", new TreeSet<>(own)),
            entities.articlesUnder(reading.entity(), own));
    return underOwn == found
        ? null
        : new Named(
            reading.first(),
            reading.last(),
            typed,
            reading.entity(),
            others,
            new BoostQuery(new ConstantScoreQuery(articles), WEIGHT * (float) rarity),
            marks(others));
  }

  /** How many articles a query finds, which is told again as often as the entity is asked for. */
  private int count(String key, Query query) throws IOException {
    Integer known = counts.get(key);
    if (known == null) {
      known = index.count(query);
      if (counts.size() >= MOST_REMEMBERED) {
        counts.clear();
      }
      counts.put(key, known);
    }
    return known;
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
