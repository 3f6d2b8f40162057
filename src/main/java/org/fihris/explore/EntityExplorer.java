package org.fihris.explore;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.FacetCounter;
import org.fihris.facet.FacetValue;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.ValueCounts;
import org.fihris.index.IndexException;
import org.fihris.index.Reading;
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
  private static final Set<EntityType> ALL = Set.of(EntityType.values());

  private final Explored index;
  private final Reading reading;
  private final KnownEntities entities;
  private final EntityCounting counting;

  public EntityExplorer(Explored index) {
    this.index = index;
    this.reading = index.reading();
    this.entities = index.entities();
    this.counting = new EntityCounting(index);
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
          Query articles = counting.articles(related.filters());
          Query naming = counting.naming(entity, articles);
          ValueCounts counts =
              index.counts().values(naming, Set.of(Dimension.DATE, Dimension.SOURCE));
          FacetCounter counter = new FacetCounter(entities);
          FacetRequest months =
              FacetRequest.of(Dimension.DATE)
                  .withStep(DateStep.MONTH)
                  .withLimit(FacetRequest.MAX_LIMIT);
          FacetRequest sources =
              FacetRequest.of(Dimension.SOURCE).withLimit(FacetRequest.MAX_LIMIT);
          EntityTable table = counting.table(ALL, List.of(naming), List.of(articles));
          return new EntityPage(
              entity,
              index.edits().isHidden(entity.id()),
              index.edits().mergedInto(entity.id()),
              entities.names(entity.id()),
              spellings(entity, naming),
              table.size(0),
              firstToLast(counter.count(months, counts, Filters.NONE).values()),
              counter.count(sources, counts, Filters.NONE).values(),
              related(entity, table, related));
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
    Map<String, BooleanQuery.Builder> bySpelling = new LinkedHashMap<>();
    for (String value : index.values().entities(entity.type()).values(entity.id())) {
      Query term = new TermQuery(new Term(Schema.namesField(entity.type()), value));
      // Entities that were merged may share a spelling.
      bySpelling
          .computeIfAbsent(Schema.spellingOfName(value), spelling -> new BooleanQuery.Builder())
          .add(term, Occur.SHOULD);
    }
    bySpelling.remove("");
    List<String> spellings = List.copyOf(bySpelling.keySet());
    List<Query> queries = new ArrayList<>();
    bySpelling.values().forEach(any -> queries.add(EntityCounting.both(naming, any.build())));
    int[] articles = index.terms().counts(queries);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < articles.length; i++) {
      counts.put(spellings.get(i), articles[i]);
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
          Query naming = counting.naming(entity, articles);
          return related(entity, counting.table(ALL, List.of(naming), List.of(articles)), request);
        });
  }

  /** An entity of a table with the numbers that tell how surely it is related. */
  private record Related(EntityKey key, Association pair, double leastLift) {}

  /**
   * @param table counted in the articles that name the entity, and then in all
   */
  private List<RelatedEntity> related(Entity entity, EntityTable table, RelatedRequest request)
      throws IOException {
    List<Related> related = new ArrayList<>();
    for (EntityKey key : table.entities()) {
      Association pair =
          new Association(table.count(0, key), table.size(0), table.count(1, key), table.size(1));
      double leastLift = pair.leastLift();
      if (pair.together() >= request.minTogether()
          && leastLift > 1
          && !key.id().equals(entity.id())) {
        related.add(new Related(key, pair, leastLift));
      }
    }
    related.sort(
        Comparator.comparingDouble(Related::leastLift)
            .thenComparingLong(other -> other.pair().together())
            .reversed()
            .thenComparing(Related::key, EntityKey.ORDER));
    List<Related> surest = related.subList(0, Math.min(request.limit(), related.size()));
    Map<EntityKey, Entity> shown = counting.entities(surest.stream().map(Related::key).toList());
    return surest.stream()
        .map(
            other ->
                new RelatedEntity(
                    requireNonNull(shown.get(other.key)),
                    other.pair.together(),
                    other.pair.second(),
                    other.pair.lift(),
                    other.leastLift,
                    other.pair.logLikelihood()))
        .toList();
  }

  /** The entities whose share of the articles differs most between two periods. */
  public Trends trends(TrendRequest request) {
    return reading.of(
        () -> {
          EntityTable table =
              counting.table(
                  request.types(),
                  List.of(
                      articles(request.filters(), request.earlier()),
                      articles(request.filters(), request.later())));
          int before = table.size(0);
          int after = table.size(1);
          List<Change> strongest =
              table.entities().stream()
                  .map(key -> Change.of(key, table))
                  .filter(change -> change.articles() >= request.minArticles())
                  .filter(change -> change.strength != 0)
                  .sorted(
                      Comparator.comparingDouble((Change change) -> -Math.abs(change.strength))
                          .thenComparing(Change::key, EntityKey.ORDER))
                  .limit(request.limit())
                  .toList();
          Map<EntityKey, Entity> shown =
              counting.entities(strongest.stream().map(Change::key).toList());
          List<Trend> trends = new ArrayList<>();
          for (Change change : strongest) {
            trends.add(
                new Trend(
                    requireNonNull(shown.get(change.key)),
                    change.earlier,
                    change.later,
                    share(change.earlier, before),
                    share(change.later, after),
                    change.strength));
          }
          return new Trends(request.earlier(), request.later(), before, after, trends);
        });
  }

  private Query articles(Filters filters, Period period) throws IOException {
    return counting.articles(filters.withUndatedToo(false).withDays(period.from(), period.to()));
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  /** How many articles of either period name an entity, and how strong the difference is. */
  private record Change(EntityKey key, int earlier, int later, double strength) {

    static Change of(EntityKey key, EntityTable table) {
      int earlier = table.count(0, key);
      int later = table.count(1, key);
      int before = table.size(0);
      int after = table.size(1);
      Association inLater =
          new Association(later, after, (long) earlier + later, (long) before + after);
      double sign = Math.signum(share(later, after) - share(earlier, before));
      double strength = before == 0 || after == 0 ? 0 : inLater.logLikelihood();
      return new Change(key, earlier, later, sign * strength);
    }

    int articles() {
      return earlier + later;
    }
  }

  /** The entities with most articles and which of them stand in articles together. */
  public EntityGraph graph(GraphRequest request) {
    return reading.of(() -> new GraphCounting(index, counting, request).graph());
  }

  /**
   * The persons of the index that are probably one under two spellings, the surest first: at least
   * one of the two stands in no table, their full names have the same skeleton ({@link
   * org.fihris.entity.Transliteration}), and they are named with the same others. Nothing is
   * changed.
   */
  public List<AliasProposal> aliases(AliasRequest request) {
    return reading.of(() -> new AliasSearch(index, counting, request).find());
  }
}
