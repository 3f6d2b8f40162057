package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.fihris.apitests.Testdata;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.EntityUse;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.LabelLanguage;
import org.fihris.query.Order;
import org.fihris.query.Periods;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.fihris.search.Coverage;
import org.fihris.search.Explanation;
import org.fihris.search.Hit;
import org.fihris.search.HitWalk;
import org.fihris.search.Hits;
import org.fihris.search.IndexStats;
import org.fihris.search.MarkedArticle;
import org.fihris.search.NewsSearcher;
import org.fihris.search.Ranked;
import org.fihris.search.Reprint;
import org.fihris.suggest.Help;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index on a cluster answers as one in a folder does that holds the same articles: those of
 * {@code testdata/}, or those of the source that {@code -Dfihris.cluster.corpus=PATH} names.
 */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class ClusterAnswersTest {
  private static final double NEAR = 1e-4;

  /** Stories up to this number are counted exactly; beyond it, nearly. */
  private static final int EXACT_STORIES = 1_000;

  private static final Order.Recent RECENT =
      new Order.Recent(Duration.ofDays(30), Instant.parse("2025-01-01T00:00:00Z"));

  @TempDir private static Path folder;
  private static @Nullable TwoIndexes indexes;
  private static NewsSearcher local;
  private static NewsSearcher cluster;
  private static boolean large;

  private static final List<String> MISSPELT =
      List.of(
          "الانتخبات",
          "الانتخابااات",
          "مجسل الأمن",
          "كورثا الشمالية",
          "طرامب",
          "اطلاقالنار",
          "الانتخا بات",
          "hgsghl",
          "ghaza",
          "trump",
          "Putin",
          "7arb",
          "vladimir putin",
          "donald trump gaza",
          "united nations",
          "\"مجلس الأمم\" اليمن -رياضة",
          "مجلس الأمم",
          "وزيرر الخارجيه",
          "الرياضض السعوديه مباره",
          "محمد صلاخ",
          "اثغهدن",
          "أنطونيو غوتيرش",
          "الولايات المتحده الامريكيه الرئيسس",
          "القاهرهه",
          "الاقتصادالمصري",
          "كرةالقدم",
          "رئيسالوزراء",
          "السعو دية",
          "ابتثجحخدذرزسشصضطظعغفقكلمنهويابتثجحخدذر",
          "الاستخباراتالعسكريهالامريكيهالمركزيهال");

  private final List<String> differences = new ArrayList<>();
  private int compared;
  private int offered;

  @BeforeAll
  static void index() {
    indexes = TwoIndexes.in(folder);
    local = indexes.local();
    cluster = indexes.cluster();
    large = indexes.isLarge();
  }

  @AfterAll
  static void delete() {
    if (indexes != null) {
      indexes.close();
    }
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    Testdata.queries().forEach(item -> queries.add(item.query()));
    queries.addAll(
        List.of(
            "*",
            "وزير",
            "الوزير",
            "القمة",
            "الرياض",
            "ترامب",
            "ترمب بوتين",
            "\"وقف النار\"",
            "\"مجلس الوزراء\"",
            "\"تبادل الأسرى\" روسيا",
            "\"رئيس\"",
            "=وزير",
            "=\"وقف النار\"",
            "=الرئيس",
            "رئيس NEAR/5 مجلس",
            "رئيس NEAR/3 الوزراء NEAR/10 اجتماع",
            "\"رئيس الوزراء\" NEAR/20 مصر",
            "وزي*",
            "*ستان",
            "م*ر",
            "ترام~",
            "غوتيرش~2",
            "ال* مصر",
            "مصر OR السودان",
            "مصر -القاهرة",
            "-مصر",
            "(مصر OR ليبيا) AND (وزير OR رئيس)",
            "title:الهلال",
            "title:مصر body:القاهرة",
            "summary:رئيس",
            "source:الجزيرة",
            "category:رياضة",
            "author:محمد",
            "date:2025",
            "date:2018-05 رئيس",
            "date:undated",
            "رئيس date:2024..2025",
            "person:ترامب",
            "place:مصر",
            "place:القاهرة رئيس",
            "organisation:الأمم المتحدة",
            "person:فلانالفلاني",
            "محمد صلاح",
            "أنطونيو غوتيريش",
            "دونالد ترامب",
            "الأمم المتحدة",
            "الولايات المتحدة",
            "فلاديمير بوتين أوكرانيا",
            "id:1",
            "url:http*",
            "في من على",
            "ظظغغ",
            "ظظغغ رئيس",
            "كاتبون مكتوبات",
            "رئيسيات وزاريات",
            "رئيس كسوف زلزال نفط",
            "قمة كسوف",
            "gaza",
            "FIFA",
            "2025",
            "نفط* AND \"أوبك\"",
            "الذهب الفضة",
            "تونس",
            "الاتحاد الأوروبي",
            "كرة القدم",
            "مباراة الهلال",
            ""));
    return queries;
  }

  private void compare(String what, @Nullable Object ofFolder, @Nullable Object ofCluster) {
    if (!Objects.equals(ofFolder, ofCluster)) {
      differences.add(what + "\n    folder  " + ofFolder + "\n    cluster " + ofCluster);
    }
  }

  private void near(String what, double ofFolder, double ofCluster) {
    if (Math.abs(ofFolder - ofCluster) > NEAR * Math.max(1, Math.abs(ofFolder))) {
      differences.add(what + ": folder " + ofFolder + ", cluster " + ofCluster);
    }
  }

  private void nearly(String what, long ofFolder, long ofCluster) {
    if (ofFolder <= EXACT_STORIES
        ? ofFolder != ofCluster
        : Math.abs(ofFolder - ofCluster) > 0.02 * ofFolder) {
      differences.add(what + ": folder " + ofFolder + ", cluster " + ofCluster);
    }
  }

  private Hits same(SearchRequest request) {
    String what =
        request.text()
            + " "
            + request.filters()
            + " "
            + request.order()
            + " "
            + request.page()
            + " "
            + request.reprints()
            + " "
            + request.interpretation()
            + ": ";
    compared++;
    Hits one = local.search(request);
    Hits other = cluster.search(request);
    compare(what + "query", one.query(), other.query());
    compare(what + "counted", one.counted(), other.counted());
    compare(what + "before", one.before(), other.before());
    compare(what + "more", one.next() == null, other.next() == null);
    compare(what + "warnings", one.warnings(), other.warnings());
    if (one.totalExact()) {
      compare(what + "total", one.total(), other.total());
      if (one.stories() != null && other.stories() != null) {
        nearly(what + "stories", one.stories(), other.stories());
      }
    }
    compare(what + "ids", ids(one.hits()), ids(other.hits()));
    for (int i = 0; i < Math.min(one.hits().size(), other.hits().size()); i++) {
      sameHit(what + "hit " + (i + 1) + " ", one.hits().get(i), other.hits().get(i));
    }
    for (int i = 0; i < one.facets().size(); i++) {
      sameFacet(what, one.facets().get(i), other.facets().get(i));
    }
    return one;
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.article().id()).toList();
  }

  private void sameHit(String what, Hit one, Hit other) {
    near(what + "score", one.score(), other.score());
    compare(what + "article", one.article(), other.article());
    compare(what + "group", one.group(), other.group());
    compare(what + "snippets", one.snippets(), other.snippets());
    Coverage coverage = one.coverage();
    Coverage others = other.coverage();
    compare(what + "coverage", coverage == null, others == null);
    if (coverage != null && others != null) {
      compare(what + "articles", coverage.articles(), others.articles());
      compare(what + "outlets", coverage.outlets(), others.outlets());
      compare(what + "origins", coverage.independentSources(), others.independentSources());
      compare(what + "reprints", sorted(coverage.reprints()), sorted(others.reprints()));
    }
  }

  /** Those of one time come in no order. */
  private static List<Reprint> sorted(List<Reprint> reprints) {
    return reprints.stream().sorted(Comparator.comparing(Reprint::id)).toList();
  }

  private void sameFacet(String what, FacetCounts one, FacetCounts other) {
    String of = what + "facet " + one.request() + " ";
    boolean exact =
        one.counted() == Counted.ARTICLES
            || one.values().stream().allMatch(value -> value.count() <= EXACT_STORIES);
    compare(of + "number", one.totalValues(), other.totalValues());
    if (exact) {
      compare(of + "values", one.values(), other.values());
      return;
    }
    for (int i = 0; i < Math.min(one.values().size(), other.values().size()); i++) {
      FacetValue value = one.values().get(i);
      nearly(of + i, value.count(), other.values().get(i).count());
    }
  }

  /** Every third where only the articles of {@code testdata/} are asked for, else all. */
  private static List<String> someQueries() throws IOException {
    List<String> all = queries();
    return large
        ? all
        : IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get).toList();
  }

  private void noDifference(int atLeast) {
    System.out.println(compared + " requests compared, " + differences.size() + " differences");
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void textsFindTheSame() throws IOException {
    for (String query : queries()) {
      same(SearchRequest.of(query));
      same(SearchRequest.of(query).withReprints(Reprints.COLLAPSED));
      same(SearchRequest.of(query).withPage(10, 15));
    }
    noDifference(300);
  }

  @Test
  void ordersAreTheSame() throws IOException {
    for (String query : queries()) {
      for (Order order : List.of(Order.NEWEST, Order.OLDEST, RECENT)) {
        same(SearchRequest.of(query).withOrder(order));
        same(SearchRequest.of(query).withOrder(order).withReprints(Reprints.COLLAPSED));
      }
    }
    noDifference(300);
  }

  @Test
  void waysToReadATextAreTheSame() throws IOException {
    for (String query : queries()) {
      SearchRequest request = SearchRequest.of(query);
      same(request.withWords(Words.ANY));
      same(request.withWords(Words.ALL));
      same(request.withSpelling(Spelling.AS_TYPED));
      same(request.withEntityUse(EntityUse.EVERY_NAME));
      same(request.withSyntax(Syntax.PLAIN));
      same(request.withSnippets(SnippetOptions.NONE));
    }
    for (String expert :
        List.of(
            "title:مصر^3 OR body:القاهرة",
            "+رئيس -وزير",
            "وزير*",
            "*ستان",
            "\"رئيس الوزراء\"~4",
            "/رئ.*/",
            "[ا TO ب]",
            "title:مص? AND رئيس",
            "source:الجزيرة",
            "(a OR",
            "facet_source:x")) {
      same(SearchRequest.of(expert).withSyntax(Syntax.LUCENE));
    }
    noDifference(300);
  }

  private static List<Filters> filters() {
    List<Filters> filters = new ArrayList<>();
    Hits all =
        local.search(
            SearchRequest.of("*")
                .withFacets(
                    List.of(
                        FacetRequest.of(Dimension.SOURCE),
                        FacetRequest.of(Dimension.CATEGORY),
                        FacetRequest.of(Dimension.PERSON),
                        FacetRequest.of(Dimension.PLACE),
                        FacetRequest.of(Dimension.ORGANISATION),
                        FacetRequest.of(Dimension.DATE),
                        FacetRequest.of(Dimension.DATE).withStep(DateStep.MONTH),
                        FacetRequest.of(Dimension.DATE).withStep(DateStep.DAY))));
    for (FacetCounts facet : all.facets()) {
      Filters both = Filters.NONE;
      for (FacetValue value : facet.values().stream().limit(2).toList()) {
        filters.add(Filters.NONE.with(facet.request().dimension(), value.value()));
        both = both.with(facet.request().dimension(), value.value());
      }
      filters.add(both);
      filters.add(both.withZone(ZoneId.of("Asia/Tokyo")));
    }
    IndexStats stats = local.stats();
    for (LocalDate day : List.of(edge(stats.from()), edge(stats.to()))) {
      filters.add(Filters.NONE.withDays(day, day));
      filters.add(Filters.NONE.withDays(day.minusDays(3), day.plusDays(3)));
      filters.add(Filters.NONE.withDays(day, day).withUndatedToo(true));
    }
    filters.add(Filters.NONE.with(Dimension.DATE, Dimension.UNDATED));
    filters.add(
        Filters.NONE
            .with(Dimension.DATE, Dimension.UNDATED)
            .with(Dimension.DATE, "2025")
            .withZone(ZoneId.of("America/New_York")));
    filters.add(Filters.NONE.with(Dimension.PERSON, "ترامب"));
    filters.add(Filters.NONE.with(Dimension.PLACE, "لا احد يعرفه"));
    filters.add(Filters.NONE.with(Dimension.SOURCE, "لا احد يعرفه"));
    filters.add(Filters.NONE.withDays(LocalDate.of(2024, 1, 1), null));
    filters.add(Filters.NONE.withDays(null, LocalDate.of(2024, 12, 31)).withUndatedToo(true));
    filters.add(
        Filters.NONE
            .withDays(LocalDate.of(2018, 5, 1), LocalDate.of(2025, 3, 1))
            .withZone(ZoneId.of("Asia/Riyadh")));
    filters.add(
        Filters.NONE
            .withDays(LocalDate.of(2018, 5, 1), LocalDate.of(2025, 3, 1))
            .with(Dimension.SOURCE, all.facets().getFirst().values().getFirst().value())
            .with(Dimension.PLACE, all.facets().get(3).values().getFirst().value()));
    return filters;
  }

  private static LocalDate edge(@Nullable LocalDate day) {
    return Objects.requireNonNull(day, "some articles are dated");
  }

  private static List<FacetRequest> facets() {
    FacetRequest dates = FacetRequest.of(Dimension.DATE);
    return List.of(
        FacetRequest.of(Dimension.SOURCE),
        FacetRequest.of(Dimension.CATEGORY).withLimit(100),
        FacetRequest.of(Dimension.PERSON),
        FacetRequest.of(Dimension.PERSON).withFind("م").withLanguage(LabelLanguage.ENGLISH),
        FacetRequest.of(Dimension.PLACE).withLimit(50),
        FacetRequest.of(Dimension.ORGANISATION).withLimit(3),
        FacetRequest.of(Dimension.SOURCE).withFind("ال"),
        dates,
        dates.withStep(DateStep.MONTH).withLimit(30),
        dates.withStep(DateStep.DAY).withLimit(40),
        dates.withStep(DateStep.WEEK).withLimit(5),
        dates.withStep(DateStep.QUARTER),
        dates.withWithin("2025"),
        dates.withFind("2025").withStep(DateStep.MONTH),
        dates
            .withPeriods(Periods.YEARS.withGaps(true).withWeekStart(DayOfWeek.SUNDAY))
            .withStep(DateStep.WEEK));
  }

  @Test
  void filtersAndFacetsAreTheSame() {
    for (Filters filters : filters()) {
      for (String query : List.of("*", "رئيس", "وزير OR مصر")) {
        SearchRequest request = SearchRequest.of(query).withFilters(filters);
        same(request);
        same(request.withFacets(facets()).withLimit(3));
        same(
            request
                .withFacets(facets())
                .withReprints(Reprints.COLLAPSED)
                .withOrder(Order.NEWEST)
                .withLimit(3));
      }
    }
    noDifference(100);
  }

  @Test
  void cursorsGoThroughAllHits() {
    for (String query : List.of("*", "رئيس", "وزير OR مصر OR روسيا", "كاتبون رئيسيات")) {
      for (Order order : List.of(Order.RELEVANCE, Order.NEWEST, Order.OLDEST, RECENT)) {
        for (Reprints reprints : List.of(Reprints.SEPARATE, Reprints.COLLAPSED)) {
          walk(SearchRequest.of(query).withOrder(order).withReprints(reprints).withLimit(7));
        }
      }
    }
    noDifference(32);
  }

  private void walk(SearchRequest request) {
    SearchRequest ofFolder = request;
    SearchRequest ofCluster = request;
    Set<String> seen = new HashSet<>();
    for (int page = 0; page < 30; page++) {
      Hits one = local.search(ofFolder);
      Hits other = cluster.search(ofCluster);
      compared++;
      compare(request + " page " + page, ids(one.hits()), ids(other.hits()));
      for (Hit hit : other.hits()) {
        if (!seen.add(hit.article().id())) {
          differences.add(request + " page " + page + ": " + hit.article().id() + " again");
        }
      }
      if (one.next() == null || other.next() == null) {
        compare(request + " end", one.next() == null, other.next() == null);
        return;
      }
      ofFolder = request.withAfter(one.next());
      ofCluster = request.withAfter(other.next());
    }
  }

  @Test
  void walksReachEveryHitOnce() {
    for (Order order : List.of(Order.RELEVANCE, Order.NEWEST, RECENT)) {
      for (Reprints reprints : List.of(Reprints.SEPARATE, Reprints.COLLAPSED)) {
        SearchRequest request = SearchRequest.of("*").withOrder(order).withReprints(reprints);
        HitWalk one = local.walk(request);
        HitWalk other = cluster.walk(request);
        compare(request + " total", one.total(), other.total());
        int most = large ? 500 : Integer.MAX_VALUE;
        compared++;
        compare(request.toString(), some(one, most), some(other, most));
      }
    }
    HitWalk all = cluster.walk(SearchRequest.of("*").withOrder(Order.INDEX));
    assertThat(new HashSet<>(some(all, large ? 500 : Integer.MAX_VALUE)))
        .hasSize((int) (large ? 500 : local.stats().articles()));
    noDifference(6);
  }

  private static List<String> some(HitWalk hits, int most) {
    List<String> ids = new ArrayList<>();
    while (hits.hasNext() && ids.size() < most) {
      ids.add(hits.next().article().id());
    }
    return ids;
  }

  @Test
  void articlesAreReadTheSame() {
    for (Hit hit : local.search(SearchRequest.of("*").withLimit(large ? 40 : 200)).hits()) {
      String id = hit.article().id();
      compared++;
      compare(id, local.article(id), cluster.article(id));
      compare(id + " group", local.group(id), cluster.group(id));
      for (String query : List.of("رئيس", "\"في\" وزير", "ترامب محمد صلاح")) {
        MarkedArticle one = local.read(id, SearchRequest.of(query));
        MarkedArticle other = cluster.read(id, SearchRequest.of(query));
        compare(id + " read for " + query, one, other);
      }
    }
    assertThat(cluster.article("no such id")).isNull();
    assertThat(cluster.read("no such id", SearchRequest.of("رئيس"))).isNull();
    noDifference(25);
  }

  @Test
  void namesMeanTheSameEntities() {
    Hits all =
        local.search(
            SearchRequest.of("*")
                .withFacets(
                    List.of(
                        FacetRequest.of(Dimension.PERSON).withLimit(100),
                        FacetRequest.of(Dimension.PLACE).withLimit(100),
                        FacetRequest.of(Dimension.ORGANISATION).withLimit(100))));
    List<String> names = new ArrayList<>(List.of("القاهره", "Cairo", "no such name", ""));
    for (FacetCounts facet : all.facets()) {
      for (FacetValue value : facet.values()) {
        names.add(value.value());
        names.add(value.label());
      }
    }
    for (String name : names) {
      compared++;
      compare(name, local.entitiesNamed(name), cluster.entitiesNamed(name));
      compare(name + " as id", local.entitiesWithId(name), cluster.entitiesWithId(name));
    }
    noDifference(40);
  }

  private void sameHelp(SearchRequest request) {
    compared++;
    Help one = local.help(request);
    Help other = cluster.help(request);
    compare(request.text() + " articles", one.articles(), other.articles());
    compare(request.text() + " readings", one.readings(), other.readings());
    compare(request.text() + " steps", one.steps(), other.steps());
    offered += one.readings().size();
  }

  @Test
  void theSameHelpIsOffered() throws IOException {
    Filters never = Filters.NONE.withDays(LocalDate.of(1990, 1, 1), LocalDate.of(1990, 2, 1));
    for (String query : someQueries()) {
      for (Filters filters : List.of(Filters.NONE, never)) {
        sameHelp(SearchRequest.of(query).withFilters(filters));
      }
    }
    for (String query : MISSPELT) {
      sameHelp(SearchRequest.of(query));
      sameHelp(SearchRequest.of(query).withFilters(never));
      sameHelp(SearchRequest.of(query).withWords(Words.ANY));
      sameHelp(SearchRequest.of(query).withSyntax(Syntax.PLAIN));
    }
    Random random = new Random(7);
    String signs = "ابتحخهغقكسصشءئؤو aegh37'\"-:()*=\\،\uFE8E\uD83D\u0000ñ日لا";
    for (int i = 0; i < 100; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      sameHelp(SearchRequest.of(text.toString()));
    }
    assertThat(offered).isGreaterThan(40);
    noDifference(200);
  }

  @Test
  void explanationsAreTheSame() throws IOException {
    String other = local.search(SearchRequest.of("*")).hits().getFirst().article().id();
    Filters lately = Filters.NONE.withDays(LocalDate.of(2025, 6, 1), null);
    for (String query : someQueries()) {
      for (Order order : List.of(Order.RELEVANCE, RECENT, Order.NEWEST)) {
        SearchRequest request = SearchRequest.of(query).withOrder(order);
        for (String id : ids(local.search(request).hits()).stream().limit(2).toList()) {
          sameExplanation(request, id);
        }
        sameExplanation(request, other);
        sameExplanation(request.withFilters(lately), other);
      }
    }
    assertThat(cluster.explain(SearchRequest.of("*"), "no such id")).isNull();
    noDifference(150);
  }

  private void sameExplanation(SearchRequest request, String id) {
    String what = request.text() + " " + request.order() + " " + id + ": ";
    compared++;
    Explanation one = Objects.requireNonNull(local.explain(request, id));
    Explanation other = Objects.requireNonNull(cluster.explain(request, id));
    compare(what + "outcome", one.outcome(), other.outcome());
    compare(what + "rank", one.rank(), other.rank());
    near(what + "score", one.score(), other.score());
    compare(what + "parts", one.parts().size(), other.parts().size());
    for (int i = 0; i < Math.min(one.parts().size(), other.parts().size()); i++) {
      Explanation.Part part = one.parts().get(i);
      Explanation.Part others = other.parts().get(i);
      String of = what + part.text() + " ";
      compare(of + "text", part.text() + part.stem(), others.text() + others.stem());
      near(of + "score", part.score(), others.score());
      near(of + "as typed", part.asTyped(), others.asTyped());
      near(of + "opening", part.opening(), others.opening());
      compare(of + "forms", part.forms(), others.forms());
    }
    compare(what + "recency", one.recency() == null, other.recency() == null);
    if (one.recency() != null && other.recency() != null) {
      compare(what + "age", one.recency().age(), other.recency().age());
      near(what + "recency", one.recency().score(), other.recency().score());
    }
  }

  @Test
  void runsAreTheSame() throws IOException {
    for (String query : queries()) {
      SearchRequest request = SearchRequest.of(query).withLimit(100);
      List<Ranked> one = local.rank(request);
      List<Ranked> other = cluster.rank(request);
      compared++;
      compare(
          query, one.stream().map(Ranked::id).toList(), other.stream().map(Ranked::id).toList());
    }
    noDifference(60);
  }

  @Test
  void theIndexIsToldInTheSameFigures() {
    IndexStats one = local.stats();
    IndexStats other = cluster.stats();
    assertThat(other.articles()).isEqualTo(one.articles());
    assertThat(other.undated()).isEqualTo(one.undated());
    assertThat(other.from()).isEqualTo(one.from());
    assertThat(other.to()).isEqualTo(one.to());
    assertThat(other.stamp()).isEqualTo(one.stamp());
    assertThat(cluster.isCurrent()).isTrue();
    try (NewsSearcher again = cluster.refreshed()) {
      assertThat(again.version()).isEqualTo(cluster.version());
    }
  }
}
