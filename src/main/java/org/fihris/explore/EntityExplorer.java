package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.facet.CommitCounts;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounter;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FacetValue;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Matches;
import org.fihris.facet.Snapshot;
import org.fihris.index.CommitReading;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.Period;

/**
 * The entities of an index: what is known of one, what it is named with, what comes and goes.
 *
 * <p>Belongs to the {@code NewsSearcher} it was taken from and is closed with it. Safe for any
 * number of threads. Every method throws {@link IndexException} if the index cannot be read; a
 * value of a filter that is not known matches no article.
 */
public final class EntityExplorer {
  private final CommitReading reading;
  private final Snapshot snapshot;
  private final KnownEntities entities;
  private final EntityEdits edits;
  private final EntityCounting counting;

  public EntityExplorer(
      CommitReading reading,
      Snapshot snapshot,
      KnownEntities entities,
      EntityEdits edits,
      FacetFilters facetFilters) {
    this.reading = reading;
    this.snapshot = snapshot;
    this.entities = entities;
    this.edits = edits;
    this.counting = new EntityCounting(snapshot, entities, facetFilters);
  }

  /**
   * The entities that a text may mean: an id, also of one that is hidden, or any name of one that
   * is not, in Arabic or English. Empty if there are none.
   */
  public List<Entity> find(String idOrName) {
    return reading.of(() -> entities.named(idOrName));
  }

  /** The entities with an id, one that is merged into another or hidden too; at most one a type. */
  public List<Entity> withId(String id) {
    return reading.of(() -> entities.withId(id));
  }

  /**
   * What the index knows of an entity.
   *
   * @param entity as {@link #find} gives it
   * @param related which related ones are wanted; its filters hold for the whole page
   */
  public EntityPage page(Entity entity, RelatedRequest related) {
    return reading.of(
        () -> {
          Query naming = counting.naming(entity, counting.articles(related.filters()));
          FacetsCollector collected = counting.collect(naming);
          CommitCounts counts =
              new CommitCounts(
                  snapshot, new Matches(collected.getMatchingDocs(), Counted.ARTICLES));
          FacetCounter counter = new FacetCounter(entities);
          FacetRequest months =
              FacetRequest.of(Dimension.DATE)
                  .withStep(DateStep.MONTH)
                  .withLimit(FacetRequest.MAX_LIMIT);
          FacetRequest sources =
              FacetRequest.of(Dimension.SOURCE).withLimit(FacetRequest.MAX_LIMIT);
          return new EntityPage(
              entity,
              edits.isHidden(entity.id()),
              edits.mergedInto(entity.id()),
              entities.names(entity.id()),
              spellings(entity, naming),
              EntityCounting.size(collected),
              firstToLast(counter.count(months, counts, Filters.NONE).values()),
              counter.count(sources, counts, Filters.NONE).values(),
              related(entity, related));
        });
  }

  private static List<FacetValue> firstToLast(List<FacetValue> months) {
    return months.stream()
        .sorted(
            Comparator.comparing((FacetValue month) -> month.value().equals(Dimension.UNDATED))
                .thenComparing(FacetValue::value))
        .toList();
  }

  private List<EntityPage.Spelling> spellings(Entity entity, Query naming) throws IOException {
    Map<String, BooleanQuery.Builder> bySpelling = new HashMap<>();
    for (String value : snapshot.entities(entity.type()).values(entity.id())) {
      Query term = new TermQuery(new Term(Schema.namesField(entity.type()), value));
      // Entities that were merged may share a spelling.
      bySpelling
          .computeIfAbsent(Schema.spellingOfName(value), spelling -> new BooleanQuery.Builder())
          .add(term, Occur.SHOULD);
    }
    bySpelling.remove("");
    Map<String, Integer> counts = new HashMap<>();
    for (Map.Entry<String, BooleanQuery.Builder> entry : bySpelling.entrySet()) {
      Query both = EntityCounting.both(naming, entry.getValue().build());
      counts.put(entry.getKey(), snapshot.searcher().count(both));
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> new EntityPage.Spelling(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(EntityPage.Spelling::articles)
                .reversed()
                .thenComparing(EntityPage.Spelling::text))
        .toList();
  }

  /**
   * What an entity is named with more often than chance would have it, in the order of the lift
   * that is sure.
   *
   * @param entity as {@link #find} gives it
   */
  public List<RelatedEntity> related(Entity entity, RelatedRequest request) {
    return reading.of(
        () -> {
          Query articles = counting.articles(request.filters());
          FacetsCollector naming = counting.collect(counting.naming(entity, articles));
          FacetsCollector all = counting.collect(articles);
          long size = EntityCounting.size(all);
          long own = EntityCounting.size(naming);
          List<RelatedEntity> related = new ArrayList<>();
          counting.forEach(
              Set.of(EntityType.values()),
              List.of(all, naming),
              (type, id, counts) -> {
                Association pair = new Association(counts[1], own, counts[0], size);
                if (pair.together() >= request.minTogether()
                    && pair.leastLift() > 1
                    && !id.equals(entity.id())) {
                  related.add(
                      new RelatedEntity(
                          entities.entity(id, type),
                          pair.together(),
                          pair.second(),
                          pair.lift(),
                          pair.leastLift(),
                          pair.logLikelihood()));
                }
              });
          related.sort(
              Comparator.comparingDouble(RelatedEntity::leastLift)
                  .thenComparingLong(RelatedEntity::together)
                  .reversed()
                  .thenComparing(other -> other.entity().id()));
          return List.copyOf(related.subList(0, Math.min(request.limit(), related.size())));
        });
  }

  /** The entities whose share of the articles differs most between two periods. */
  public Trends trends(TrendRequest request) {
    return reading.of(
        () -> {
          FacetsCollector earlier = collect(request.filters(), request.earlier());
          FacetsCollector later = collect(request.filters(), request.later());
          long before = EntityCounting.size(earlier);
          long after = EntityCounting.size(later);
          Map<String, Trend> trends = new HashMap<>();
          EntityCounting.Visitor note =
              (type, id, counts) -> {
                if (counts[0] + counts[1] >= request.minArticles()) {
                  trends.put(
                      id, trend(entities.entity(id, type), counts[0], before, counts[1], after));
                }
              };
          counting.forEach(request.types(), List.of(earlier, later), note);
          // The visitor sees what the last set holds; what is gone is in the first only.
          counting.forEach(
              request.types(),
              List.of(later, earlier),
              (type, id, counts) -> note.visit(type, id, new int[] {counts[1], counts[0]}));
          List<Trend> strongest =
              trends.values().stream()
                  .filter(trend -> trend.logLikelihood() != 0)
                  .sorted(
                      Comparator.comparingDouble((Trend trend) -> -Math.abs(trend.logLikelihood()))
                          .thenComparing(trend -> trend.entity().id()))
                  .limit(request.limit())
                  .toList();
          return new Trends(request.earlier(), request.later(), before, after, strongest);
        });
  }

  private FacetsCollector collect(Filters filters, Period period) throws IOException {
    Filters days = filters.withUndatedToo(false).withDays(period.from(), period.to());
    return counting.collect(counting.articles(days));
  }

  private static Trend trend(Entity entity, int earlier, long before, int later, long after) {
    double earlierShare = before == 0 ? 0 : (double) earlier / before;
    double laterShare = after == 0 ? 0 : (double) later / after;
    Association inLater = new Association(later, after, (long) earlier + later, before + after);
    double sign = Math.signum(laterShare - earlierShare);
    double strength = before == 0 || after == 0 ? 0 : inLater.logLikelihood();
    return new Trend(entity, earlier, later, earlierShare, laterShare, sign * strength);
  }

  /** The entities with most articles and which of them stand in articles together. */
  public EntityGraph graph(GraphRequest request) {
    return reading.of(() -> new GraphCounting(snapshot, entities, counting, request).graph());
  }

  /**
   * The persons of the index that are probably one under two spellings, the surest first: at least
   * one of the two stands in no table, their full names have the same skeleton ({@link
   * org.fihris.entity.Transliteration}), and they are named with the same others. Nothing is
   * changed.
   */
  public List<AliasProposal> aliases(AliasRequest request) {
    return reading.of(() -> new AliasSearch(snapshot, entities, counting, request).find());
  }
}
