package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.explore.EntityExplorer;
import org.fihris.explore.EntityGraph;
import org.fihris.explore.EntityPage;
import org.fihris.explore.GraphMl;
import org.fihris.explore.GraphRequest;
import org.fihris.explore.RelatedEntity;
import org.fihris.explore.RelatedRequest;
import org.fihris.explore.Trend;
import org.fihris.explore.TrendRequest;
import org.fihris.explore.Trends;
import org.fihris.facet.FacetValue;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.Period;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is counted of entities is what a count by hand over the articles of testdata gives. */
class EntityExplorerTest {
  @TempDir private static Path folder;
  private static NewsSearcher searcher;
  private static EntityExplorer entities;
  private static List<Article> articles = List.of();

  @BeforeAll
  static void open() {
    searcher = Testdata.index(folder.resolve("news.idx")).searcher();
    entities = searcher.entities();
    articles =
        searcher
            .search(SearchRequest.of("").withLimit(1000).withSnippets(SnippetOptions.NONE))
            .hits()
            .stream()
            .map(Hit::article)
            .toList();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  private static Set<Article> naming(String id) {
    return articles.stream()
        .filter(article -> article.entities().stream().anyMatch(e -> e.id().equals(id)))
        .collect(Collectors.toSet());
  }

  private static Entity egypt() {
    return entities.find("egypt").getFirst();
  }

  @Test
  void aPageCountsTheArticlesThatNameTheEntity() {
    Set<Article> own = naming("egypt");
    Map<String, Long> months = new TreeMap<>();
    for (Article article : own) {
      String month =
          article.date() instanceof PublicationDate.Known known
              ? known.day().toString().substring(0, 7)
              : Dimension.UNDATED;
      months.merge(month, 1L, Long::sum);
    }

    EntityPage page = entities.page(egypt(), RelatedRequest.USUAL);

    assertThat(own).hasSizeGreaterThan(4); // one more names only the bank بنك مصر
    assertThat(page.articles()).isEqualTo(own.size());
    assertThat(page.months())
        .extracting(FacetValue::value)
        .containsExactlyElementsOf(months.keySet());
    assertThat(page.months())
        .allSatisfy(month -> assertThat(month.count()).isEqualTo(months.get(month.value())));
    assertThat(page.sources().stream().mapToLong(FacetValue::count).sum()).isEqualTo(own.size());
    assertThat(page.names()).contains("مصر");
    assertThat(page.spellings()).extracting(EntityPage.Spelling::text).contains("مصر");
    assertThat(page.spellings())
        .allSatisfy(
            spelling ->
                assertThat(spelling.articles()).isPositive().isLessThanOrEqualTo(own.size()));
    assertThat(page.hidden()).isFalse();
  }

  @Test
  void relatedEntitiesAreCountedTogetherAndTheSurestComeFirst() {
    Set<Article> own = naming("egypt");

    List<RelatedEntity> related =
        entities.related(egypt(), RelatedRequest.USUAL.withMinTogether(2).withLimit(1000));

    assertThat(related).isNotEmpty();
    for (RelatedEntity other : related) {
      Set<Article> others = naming(other.entity().id());
      Set<Article> both = new HashSet<>(others);
      both.retainAll(own);
      assertThat(other.articles()).isEqualTo(others.size());
      assertThat(other.together()).isEqualTo(both.size()).isGreaterThanOrEqualTo(2);
      double lift = (double) both.size() * articles.size() / ((double) own.size() * others.size());
      assertThat(other.lift()).isCloseTo(lift, within(1e-9)).isGreaterThan(other.leastLift());
      assertThat(other.leastLift()).isGreaterThan(1);
    }
    assertThat(related).isSortedAccordingTo((a, b) -> Double.compare(b.leastLift(), a.leastLift()));
    assertThat(related).noneMatch(other -> other.entity().id().equals("egypt"));
  }

  @Test
  void filtersHoldForAPage() {
    Filters year = Filters.NONE.withDays(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    long own =
        naming("egypt").stream()
            .filter(
                a ->
                    a.date() instanceof PublicationDate.Known known
                        && known.day().getYear() == 2024)
            .count();

    EntityPage page = entities.page(egypt(), RelatedRequest.USUAL.withFilters(year));

    assertThat(page.articles()).isEqualTo(own).isPositive();
    assertThat(page.months()).allSatisfy(m -> assertThat(m.value()).startsWith("2024-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"مصر", "egypt", "Egypt", "مِصر"})
  void anEntityIsFoundByAnyName(String name) {
    assertThat(entities.find(name)).extracting(Entity::id).containsExactly("egypt");
  }

  @Test
  void whatIsNotKnownIsNotFound() {
    assertThat(entities.find("لا أحد يعرفه")).isEmpty();
    assertThat(entities.find("")).isEmpty();
    assertThat(entities.withId("مصر")).isEmpty();
  }

  @Test
  void trendsCompareSharesOfTwoPeriods() {
    Period earlier = Period.parse("2023");
    Period later = Period.parse("2024-01..2025");

    Trends trends =
        entities.trends(TrendRequest.of(earlier, later).withMinArticles(1).withLimit(1000));

    long before = in(earlier, Set.copyOf(articles));
    long after = in(later, Set.copyOf(articles));
    assertThat(trends.earlierArticles()).isEqualTo(before);
    assertThat(trends.laterArticles()).isEqualTo(after).isPositive();
    for (Trend trend : trends.trends()) {
      Set<Article> own = naming(trend.entity().id());
      assertThat(trend.earlier()).isEqualTo(in(earlier, own));
      assertThat(trend.later()).isEqualTo(in(later, own));
      assertThat(Math.signum(trend.logLikelihood()))
          .isEqualTo(Math.signum(trend.laterShare() - trend.earlierShare()));
    }
    if (before > 0) {
      assertThat(trends.trends()).isNotEmpty();
    }
    assertThat(trends.trends())
        .isSortedAccordingTo(
            (a, b) -> Double.compare(Math.abs(b.logLikelihood()), Math.abs(a.logLikelihood())));
  }

  private static long in(Period period, Set<Article> some) {
    return some.stream()
        .filter(
            article ->
                article.date() instanceof PublicationDate.Known known
                    && !known.day().isBefore(period.from())
                    && !known.day().isAfter(period.to()))
        .count();
  }

  @Test
  void theGraphCountsPairs() {
    GraphRequest request = GraphRequest.USUAL.withSize(60, 100_000).withMinTogether(1);

    EntityGraph graph = entities.graph(request);

    Map<String, Long> counts = new HashMap<>();
    for (EntityGraph.Node node : graph.nodes()) {
      counts.put(node.entity().id(), node.articles());
      assertThat(node.articles()).isEqualTo(naming(node.entity().id()).size());
    }
    assertThat(graph.nodes()).hasSize(60);
    assertThat(graph.edges()).isNotEmpty();
    for (EntityGraph.Edge edge : graph.edges()) {
      Set<Article> both = naming(edge.from());
      both.retainAll(naming(edge.to()));
      assertThat(edge.together()).isEqualTo(both.size()).isPositive();
      assertThat(counts).containsKeys(edge.from(), edge.to());
    }
    long pairs = 0;
    for (int i = 0; i < graph.nodes().size(); i++) {
      for (int j = 0; j < i; j++) {
        Set<Article> both = naming(graph.nodes().get(i).entity().id());
        both.retainAll(naming(graph.nodes().get(j).entity().id()));
        double expected =
            (double) graph.nodes().get(i).articles() * graph.nodes().get(j).articles();
        pairs += (double) both.size() * articles.size() > expected ? 1 : 0;
      }
    }
    assertThat(graph.edges()).hasSize((int) pairs);
  }

  @Test
  void aGraphOfOneTypeHasNoOthers() {
    EntityGraph graph = entities.graph(GraphRequest.USUAL.withTypes(Set.of(EntityType.PERSON)));

    assertThat(graph.nodes())
        .isNotEmpty()
        .allSatisfy(node -> assertThat(node.entity().type()).isEqualTo(EntityType.PERSON));
  }

  @Test
  void graphMlIsReadBackAsItWasWrittenWhateverStandsInALabel() throws Exception {
    Entity odd = new Entity("a<b&\"c", EntityType.PERSON, "قوس < & \" '\n]]>", "bell \u0007 😀");
    Entity other = new Entity("b", EntityType.PLACE, "مكان", "Place");
    EntityGraph graph =
        new EntityGraph(
            List.of(new EntityGraph.Node(odd, 3), new EntityGraph.Node(other, 2)),
            List.of(new EntityGraph.Edge("a<b&\"c", "b", 2, 1.5, 12.25)));
    StringWriter out = new StringWriter();

    GraphMl.write(graph, out);

    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(out.toString())))
            .getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://graphml.graphdrawing.org/xmlns");
    Element node = (Element) root.getElementsByTagName("node").item(0);
    assertThat(node.getAttribute("id")).isEqualTo("a<b&\"c");
    assertThat(data(node, "label")).isEqualTo("قوس < & \" '\n]]>");
    assertThat(data(node, "label_en")).isEqualTo("bell \uFFFD 😀");
    assertThat(data(node, "articles")).isEqualTo("3");
    Element edge = (Element) root.getElementsByTagName("edge").item(0);
    assertThat(edge.getAttribute("source")).isEqualTo("a<b&\"c");
    assertThat(data(edge, "lift")).isEqualTo("1.5");
  }

  private static String data(Element element, String key) {
    NodeList all = element.getElementsByTagName("data");
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).getAttribute("key").equals(key)) {
        return all.item(i).getTextContent();
      }
    }
    throw new AssertionError("no " + key);
  }

  @ParameterizedTest
  @CsvSource({
    "2018, 2018-01-01, 2018-12-31",
    "2020-02, 2020-02-01, 2020-02-29",
    "2018-05-14, 2018-05-14, 2018-05-14",
    "2018-05..2018-07-14, 2018-05-01, 2018-07-14"
  })
  void periodsAreReadFromTheirFirstToTheirLastDay(String text, LocalDate from, LocalDate to) {
    assertThat(Period.parse(text)).isEqualTo(new Period(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "2018..", "May", "2018-02-30", "2019..2018", "2018-13"})
  void whatIsNoPeriodIsRefused(String text) {
    assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
