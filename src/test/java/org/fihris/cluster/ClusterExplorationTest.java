package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fihris.article.Article;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.explore.AliasRequest;
import org.fihris.explore.EntityGraph;
import org.fihris.explore.EntityPage;
import org.fihris.explore.GraphRequest;
import org.fihris.explore.RelatedRequest;
import org.fihris.explore.Significant;
import org.fihris.explore.SignificantRequest;
import org.fihris.explore.SimilarRequest;
import org.fihris.explore.Timeline;
import org.fihris.explore.TimelineRequest;
import org.fihris.explore.TrendRequest;
import org.fihris.explore.Trends;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.Order;
import org.fihris.query.Period;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index on a cluster tells of its entities and stories what one in a folder tells that holds the
 * same articles, to the last digit.
 */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class ClusterExplorationTest {
  private static final LocalDate MIDDLE = LocalDate.of(2024, 7, 1);

  @TempDir private static Path folder;
  private static @Nullable TwoIndexes indexes;
  private static NewsSearcher local;
  private static NewsSearcher cluster;

  private final List<String> differences = new ArrayList<>();
  private int compared;

  @BeforeAll
  static void index() {
    indexes = TwoIndexes.withSpellings(folder);
    local = indexes.local();
    cluster = indexes.cluster();
  }

  @AfterAll
  static void delete() {
    if (indexes != null) {
      indexes.close();
    }
  }

  private interface Asking {
    @Nullable Object of(NewsSearcher searcher);
  }

  /** What the folder answers, where the cluster answers the same. */
  private Object same(String what, Asking asking) {
    Object ofFolder = asking.of(local);
    Object ofCluster = asking.of(cluster);
    compared++;
    if (!Objects.equals(ofFolder, ofCluster)) {
      differences.add(what + "\n    folder  " + ofFolder + "\n    cluster " + ofCluster);
    }
    return Objects.requireNonNull(ofFolder);
  }

  /**
   * @param telling how many of the answers told something; a corpus of one outlet tells little
   */
  private void noDifference(int atLeast, int telling) {
    int least = indexes.isLarge() ? 1 : 10;
    System.out.println(compared + " requests compared, " + differences.size() + " differences");
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(atLeast);
    assertThat(telling)
        .as("answers that tell something")
        .isGreaterThanOrEqualTo(Math.min(least, atLeast));
  }

  private static List<Filters> filters() {
    return List.of(
        Filters.NONE,
        Filters.NONE.withDays(null, MIDDLE),
        Filters.NONE.withDays(MIDDLE, null).withUndatedToo(true),
        Filters.NONE.with(Dimension.PLACE, "مصر"),
        Filters.NONE.with(Dimension.SOURCE, "لا احد يعرفه"));
  }

  private static List<Entity> entities(int most) {
    List<FacetCounts> facets =
        local
            .search(
                SearchRequest.of("*")
                    .withFacets(
                        List.of(
                            FacetRequest.of(Dimension.PERSON).withLimit(most),
                            FacetRequest.of(Dimension.PLACE).withLimit(most),
                            FacetRequest.of(Dimension.ORGANISATION).withLimit(most))))
            .facets();
    List<Entity> entities = new ArrayList<>();
    for (FacetCounts facet : facets) {
      for (FacetValue value : facet.values()) {
        entities.addAll(local.entitiesWithId(value.value()));
      }
    }
    return entities;
  }

  @Test
  void pagesOfEntitiesAreTheSame() {
    int telling = 0;
    for (Entity entity : entities(25)) {
      for (Filters filters : filters()) {
        RelatedRequest request =
            RelatedRequest.USUAL.withFilters(filters).withMinTogether(1).withLimit(50);
        Object page =
            same(entity + " " + filters, searcher -> searcher.entities().page(entity, request));
        telling += ((EntityPage) page).related().isEmpty() ? 0 : 1;
      }
    }
    noDifference(300, telling);
  }

  @Test
  void relatedEntitiesAreTheSame() {
    int telling = 0;
    for (Entity entity : entities(60)) {
      Object related =
          same(
              entity.toString(),
              searcher -> searcher.entities().related(entity, RelatedRequest.USUAL));
      telling += ((List<?>) related).isEmpty() ? 0 : 1;
      same(entity.id(), searcher -> searcher.entities().find(entity.labelAr()));
    }
    noDifference(200, telling);
  }

  @Test
  void trendsAreTheSame() {
    int telling = 0;
    List<String> periods = List.of("2016", "2017", "2023", "2024", "2025", "2024-01..2025", "1990");
    for (String earlier : periods) {
      for (String later : periods) {
        TrendRequest request =
            TrendRequest.of(Period.parse(earlier), Period.parse(later))
                .withMinArticles(2)
                .withLimit(200);
        Object trends =
            same(earlier + " to " + later, searcher -> searcher.entities().trends(request));
        telling += ((Trends) trends).trends().isEmpty() ? 0 : 1;
        same(
            earlier + " to " + later + " of persons",
            searcher ->
                searcher
                    .entities()
                    .trends(request.withTypes(Set.of(EntityType.PERSON)).withMinArticles(1)));
      }
    }
    noDifference(98, telling);
  }

  @Test
  void graphsAreTheSame() {
    int telling = 0;
    List<Set<EntityType>> types = new ArrayList<>();
    types.add(Set.of(EntityType.values()));
    EnumSet.allOf(EntityType.class).forEach(type -> types.add(Set.of(type)));
    for (Filters filters : filters()) {
      for (Set<EntityType> some : types) {
        for (int nodes : List.of(1, 2, 40, 200, 700)) {
          GraphRequest request =
              GraphRequest.USUAL
                  .withFilters(filters)
                  .withTypes(some)
                  .withSize(nodes, 20_000)
                  .withMinTogether(1);
          Object graph =
              same(
                  filters + " " + some + " " + nodes,
                  searcher -> searcher.entities().graph(request));
          telling += ((EntityGraph) graph).edges().isEmpty() ? 0 : 1;
        }
      }
    }
    noDifference(100, telling);
  }

  @Test
  void proposalsOfAliasesAreTheSame() {
    AliasRequest any = AliasRequest.USUAL.withLeast(1e-9);
    Object proposals = same("all", searcher -> searcher.entities().aliases(any));
    same("usual", searcher -> searcher.entities().aliases(AliasRequest.USUAL));
    same("three", searcher -> searcher.entities().aliases(AliasRequest.USUAL.withLimit(3)));
    assertThat((List<?>) proposals).hasSizeGreaterThanOrEqualTo(2);
    noDifference(3, 3);
  }

  private static List<Article> articles(int most) {
    return local
        .search(
            SearchRequest.of("*")
                .withOrder(Order.NEWEST)
                .withReprints(Reprints.COLLAPSED)
                .withLimit(most))
        .hits()
        .stream()
        .map(Hit::article)
        .toList();
  }

  @Test
  void similarArticlesAreTheSame() {
    int telling = 0;
    for (Article article : articles(80)) {
      for (Filters filters : filters().subList(0, 3)) {
        SimilarRequest request = SimilarRequest.USUAL.withLimit(40).withFilters(filters);
        Object similar =
            same(
                article.id() + " " + filters,
                searcher -> searcher.stories().similar(article.id(), request));
        telling += ((List<?>) similar).isEmpty() ? 0 : 1;
      }
    }
    assertThat(cluster.stories().similar("no such id", SimilarRequest.USUAL)).isNull();
    noDifference(200, telling);
  }

  @Test
  void timelinesAreTheSame() {
    int telling = 0;
    for (Article article : articles(80)) {
      for (TimelineRequest request :
          List.of(
              TimelineRequest.USUAL,
              TimelineRequest.USUAL.withDays(0),
              TimelineRequest.USUAL.withDays(3_000).withLeastLikeness(0.02))) {
        Object timeline =
            same(
                article.id() + " " + request,
                searcher -> searcher.stories().timeline(article.id(), request));
        telling += ((Timeline) timeline).outlets().size() > 1 ? 1 : 0;
      }
    }
    assertThat(cluster.stories().timeline("no such id", TimelineRequest.USUAL)).isNull();
    noDifference(200, telling);
  }

  @Test
  void significantWordsAndEntitiesAreTheSame() {
    int telling = 0;
    for (String query :
        List.of(
            "*",
            "رئيس",
            "مصر",
            "وزير OR مصر",
            "كرة القدم",
            "ترامب",
            "\"مجلس الوزراء\"",
            "place:القاهرة",
            "ظظغغ",
            "مباراة الهلال",
            "النفط أوبك",
            "-مصر")) {
      for (Filters filters : filters().subList(0, 3)) {
        for (SignificantRequest request :
            List.of(
                SignificantRequest.USUAL,
                SignificantRequest.USUAL.withSample(30).withMinStories(2),
                SignificantRequest.USUAL.withMinStories(1).withLimit(200))) {
          Object significant =
              same(
                  query + " " + filters + " " + request,
                  searcher -> significant(searcher, query, filters, request));
          telling += ((Told) significant).significant.words().isEmpty() ? 0 : 1;
        }
      }
    }
    noDifference(100, telling);
  }

  private record Told(Significant significant, List<Warning> warnings) {}

  private static Told significant(
      NewsSearcher searcher, String query, Filters filters, SignificantRequest request) {
    List<Warning> warnings = new ArrayList<>();
    Significant significant =
        searcher.significant(SearchRequest.of(query).withFilters(filters), request, warnings);
    return new Told(significant, warnings);
  }
}
