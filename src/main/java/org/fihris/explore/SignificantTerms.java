package org.fihris.explore;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Schema;

/**
 * Finds what sets the articles of a query apart from all others. Words are counted by reading a
 * sample, so that the work is bounded however many articles there are. Safe for any number of
 * threads.
 */
public final class SignificantTerms {
  /** UTF-16 units of a text that are read. */
  private static final int LOOKED_AT = 20_000;

  private static final int LABEL = 1_000;

  /** By chance the statistic is above this once in a thousand times. */
  private static final double LEAST_LOG_LIKELIHOOD = 10.83;

  /** A share only a little above that of the index says little, however sure it is. */
  private static final double LEAST_LIFT = 1.5;

  private static final double NEARLY_ALL = 0.9;

  private final Explored index;
  private final EntityCounting counting;

  public SignificantTerms(Explored index) {
    this.index = index;
    this.counting = new EntityCounting(index);
  }

  /**
   * @param articles the query for them
   * @param asked stems that were asked for, which would come first and say nothing
   */
  public Significant of(Query articles, Set<String> asked, SignificantRequest request)
      throws IOException {
    EntityTable table =
        counting.table(
            Set.of(EntityType.values()), List.of(articles), List.of(MatchAllDocsQuery.INSTANCE));
    Set<String> known = new HashSet<>(asked);
    List<Significant.SignificantEntity> entities = entities(table, known, request);
    Sample sample = new Sample(request.minStories());
    index.articles().sample(articles, request.sample(), sample::add);
    return new Significant(table.size(0), sample.articles, words(sample, known, request), entities);
  }

  private static final class Count {
    private int articles;
    private final Set<String> stories = new HashSet<>();
  }

  /** The words of the articles that were read. */
  private final class Sample {
    private final int minStories;
    private final WrittenStems written = new WrittenStems();
    private final Map<String, Count> counts = new HashMap<>();
    private int articles;

    Sample(int minStories) {
      this.minStories = minStories;
    }

    void add(Document document) {
      articles++;
      WrittenStems own = new WrittenStems();
      own.add(text(document), LOOKED_AT, index.analyzer());
      for (String stem : own.counts().keySet()) {
        Count count = counts.computeIfAbsent(stem, s -> new Count());
        count.articles++;
        if (count.stories.size() < minStories) {
          count.stories.add(ArticleDocument.group(document));
        }
      }
      written.addAll(own);
    }

    /** The stems that enough stories have, in order. */
    List<String> frequent() {
      return counts.entrySet().stream()
          .filter(entry -> entry.getValue().stories.size() >= minStories)
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    int articles(String stem) {
      Count count = counts.get(stem);
      return count == null ? 0 : count.articles;
    }
  }

  private List<Significant.SignificantWord> words(
      Sample sample, Set<String> asked, SignificantRequest request) throws IOException {
    List<String> stems = sample.frequent().stream().filter(stem -> !asked.contains(stem)).toList();
    int[] inIndex =
        index.terms().articlesWith(stems.stream().map(s -> new Term(Schema.BODY, s)).toList());
    int all = index.terms().articles();
    List<Significant.SignificantWord> words = new ArrayList<>();
    for (int i = 0; i < inIndex.length; i++) {
      String stem = stems.get(i);
      int articles = sample.articles(stem);
      // Of a text beyond the limit the index knows more words than were read here.
      int having = Math.max(inIndex[i], articles);
      Association pair = new Association(articles, sample.articles, having, all);
      if (isSignificant(pair)) {
        words.add(
            new Significant.SignificantWord(
                sample.written.written(stem),
                stem,
                articles,
                having,
                pair.lift(),
                pair.logLikelihood()));
      }
    }
    words.sort(
        Comparator.comparingDouble(Significant.SignificantWord::logLikelihood)
            .reversed()
            .thenComparing(Significant.SignificantWord::stem));
    return words.subList(0, Math.min(request.limit(), words.size()));
  }

  private static String text(Document document) {
    String text = document.get(Schema.BODY);
    return text == null ? "" : text;
  }

  private static boolean isSignificant(Association pair) {
    return pair.lift() >= LEAST_LIFT && pair.logLikelihood() >= LEAST_LOG_LIKELIHOOD;
  }

  /**
   * @param table counted in the articles, and then in the whole index
   * @param known stems that were asked for; those in the name of an entity that was asked for are
   *     added
   */
  private List<Significant.SignificantEntity> entities(
      EntityTable table, Set<String> known, SignificantRequest request) throws IOException {
    Set<String> asked = Set.copyOf(known);
    Map<EntityKey, Association> significant = new HashMap<>();
    for (EntityKey key : table.entities()) {
      Association pair =
          new Association(table.count(0, key), table.size(0), table.count(1, key), table.size(1));
      if (pair.together() >= request.minStories() && isSignificant(pair)) {
        significant.put(key, pair);
      }
    }
    Map<EntityKey, Entity> shown = counting.entities(significant.keySet());
    List<Significant.SignificantEntity> found = new ArrayList<>();
    significant.forEach(
        (key, pair) -> {
          Entity entity = requireNonNull(shown.get(key));
          Set<String> label = stems(entity);
          if (isAsked(label, asked, pair.together(), table.size(0))) {
            known.addAll(label);
          } else {
            found.add(
                new Significant.SignificantEntity(
                    entity,
                    table.count(0, key),
                    table.count(1, key),
                    pair.lift(),
                    pair.logLikelihood()));
          }
        });
    found.sort(
        Comparator.comparingDouble(Significant.SignificantEntity::logLikelihood)
            .reversed()
            .thenComparing(other -> other.entity().id())
            .thenComparing(other -> other.entity().type()));
    return found.subList(0, Math.min(request.limit(), found.size()));
  }

  private Set<String> stems(Entity entity) {
    WrittenStems label = new WrittenStems();
    label.add(entity.labelAr(), LABEL, index.analyzer());
    return label.counts().keySet();
  }

  /**
   * Whether the query names an entity: it has all words of the label, or one, and nearly all that
   * it finds names the entity.
   */
  private static boolean isAsked(Set<String> label, Set<String> asked, long naming, long size) {
    return !label.isEmpty()
        && (asked.containsAll(label)
            || (naming >= NEARLY_ALL * size && label.stream().anyMatch(asked::contains)));
  }
}
