package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Schema;
import org.fihris.index.StoredArticles;

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

  private final Snapshot snapshot;
  private final KnownEntities entities;
  private final NewsAnalyzer analyzer;
  private final EntityCounting counting;

  public SignificantTerms(
      Snapshot snapshot, KnownEntities entities, NewsAnalyzer analyzer, FacetFilters filters) {
    this.snapshot = snapshot;
    this.entities = entities;
    this.analyzer = analyzer;
    this.counting = new EntityCounting(snapshot, entities, filters);
  }

  /**
   * @param articles the query for them
   * @param asked stems that were asked for, which would come first and say nothing
   */
  public Significant of(Query articles, Set<String> asked, SignificantRequest request)
      throws IOException {
    FacetsCollector collected = counting.collect(articles);
    long size = EntityCounting.size(collected);
    List<Integer> sample = sample(collected, size, request.sample());
    Set<String> known = new HashSet<>(asked);
    List<Significant.SignificantEntity> entities =
        size == 0 ? List.of() : entities(collected, size, known, request);
    return new Significant(size, sample.size(), words(sample, known, request), entities);
  }

  /** Every nth of the articles, so that all times and outlets have their part. */
  private static List<Integer> sample(FacetsCollector collected, long size, int most)
      throws IOException {
    List<Integer> sample = new ArrayList<>();
    long number = 0;
    for (FacetsCollector.MatchingDocs matching : collected.getMatchingDocs()) {
      DocIdSetIterator docs = matching.bits().iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        // The number of articles taken grows by one each time that number * most passes a multiple.
        if (size <= most || (number + 1) * most / size > number * most / size) {
          sample.add(matching.context().docBase + doc);
        }
        number++;
      }
    }
    return sample;
  }

  private static final class Count {
    private int articles;
    private final Set<String> stories = new HashSet<>();
  }

  private List<Significant.SignificantWord> words(
      List<Integer> sample, Set<String> asked, SignificantRequest request) throws IOException {
    WrittenStems written = new WrittenStems();
    Map<String, Count> counts = new HashMap<>();
    StoredFields stored = snapshot.searcher().storedFields();
    for (int doc : sample) {
      Document document = StoredArticles.read(stored, doc, Set.of(Schema.BODY, Schema.GROUP));
      WrittenStems own = new WrittenStems();
      own.add(text(document), LOOKED_AT, analyzer);
      for (String stem : own.counts().keySet()) {
        Count count = counts.computeIfAbsent(stem, s -> new Count());
        count.articles++;
        if (count.stories.size() < request.minStories()) {
          count.stories.add(ArticleDocument.group(document));
        }
      }
      written.addAll(own);
    }
    int all = snapshot.searcher().getIndexReader().numDocs();
    List<Significant.SignificantWord> words = new ArrayList<>();
    for (Map.Entry<String, Count> entry : counts.entrySet()) {
      String stem = entry.getKey();
      Count count = entry.getValue();
      if (count.stories.size() >= request.minStories() && !asked.contains(stem)) {
        // Of a text beyond the limit the index knows more words than were read here.
        int inIndex = snapshot.searcher().getIndexReader().docFreq(new Term(Schema.BODY, stem));
        int having = Math.max(inIndex, count.articles);
        Association pair = new Association(count.articles, sample.size(), having, all);
        if (isSignificant(pair)) {
          words.add(
              new Significant.SignificantWord(
                  written.written(stem),
                  stem,
                  count.articles,
                  having,
                  pair.lift(),
                  pair.logLikelihood()));
        }
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
   * @param known stems that were asked for; those in the name of an entity that was asked for are
   *     added
   */
  private List<Significant.SignificantEntity> entities(
      FacetsCollector collected, long size, Set<String> known, SignificantRequest request)
      throws IOException {
    FacetsCollector all = counting.collect(MatchAllDocsQuery.INSTANCE);
    long articles = EntityCounting.size(all);
    Set<String> asked = Set.copyOf(known);
    List<Significant.SignificantEntity> found = new ArrayList<>();
    counting.forEach(
        Set.of(EntityType.values()),
        List.of(all, collected),
        (type, id, counts) -> {
          Association pair = new Association(counts[1], size, counts[0], articles);
          if (counts[1] >= request.minStories() && isSignificant(pair)) {
            Entity entity = entities.entity(id, type);
            Set<String> label = stems(entity);
            if (isAsked(label, asked, counts[1], size)) {
              known.addAll(label);
            } else {
              found.add(
                  new Significant.SignificantEntity(
                      entity, counts[1], counts[0], pair.lift(), pair.logLikelihood()));
            }
          }
        });
    found.sort(
        Comparator.comparingDouble(Significant.SignificantEntity::logLikelihood)
            .reversed()
            .thenComparing(other -> other.entity().id()));
    return found.subList(0, Math.min(request.limit(), found.size()));
  }

  private Set<String> stems(Entity entity) {
    WrittenStems label = new WrittenStems();
    label.add(entity.labelAr(), LABEL, analyzer);
    return label.counts().keySet();
  }

  /**
   * Whether the query names an entity: it has all words of the label, or one, and nearly all that
   * it finds names the entity.
   */
  private static boolean isAsked(Set<String> label, Set<String> asked, int naming, long size) {
    return !label.isEmpty()
        && (asked.containsAll(label)
            || (naming >= NEARLY_ALL * size && label.stream().anyMatch(asked::contains)));
  }
}
