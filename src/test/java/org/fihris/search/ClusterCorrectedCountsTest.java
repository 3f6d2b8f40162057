package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.fihris.NewsIndex;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.cluster.ClusterConnection;
import org.fihris.cluster.ClusterSearch;
import org.fihris.cluster.ClusterTerms;
import org.fihris.cluster.ClusterValues;
import org.fihris.cluster.TwoIndexes;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdit;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.explore.AliasRequest;
import org.fihris.explore.CommitChoice;
import org.fihris.explore.CommitEntityCounts;
import org.fihris.explore.EntityExplorer;
import org.fihris.explore.Explored;
import org.fihris.explore.GraphRequest;
import org.fihris.explore.RelatedRequest;
import org.fihris.explore.SimilarRequest;
import org.fihris.explore.StoryExplorer;
import org.fihris.facet.CommitCounts;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounter;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Matches;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueCounts;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Under corrections a cluster, which knows entities by the ids that were indexed, counts by the ids
 * that are shown what a folder counts by them.
 */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class ClusterCorrectedCountsTest {
  private static final IndexConfig CONFIG = IndexConfig.packaged();
  private static final NewsAnalyzer ANALYZER = new NewsAnalyzer(CONFIG);

  @TempDir private static Path folder;
  private static TwoIndexes indexes;
  private static Directory directory;
  private static DirectoryReader reader;
  private static ClusterConnection connection;
  private static Snapshot snapshot;
  private static KnownEntities known;
  private static ClusterSearch search;
  private static ClusterValues values;
  private static Explored ofFolder;
  private static Explored ofCluster;
  private static List<String> persons = List.of();

  @BeforeAll
  static void correct() throws IOException {
    indexes = TwoIndexes.withSpellings(folder);
    persons = mostNamed(Dimension.PERSON);
    List<String> places = mostNamed(Dimension.PLACE);
    String spelling =
        indexes
            .local()
            .entities()
            .page(person(persons.get(4)), RelatedRequest.USUAL)
            .spellings()
            .getFirst()
            .text();
    NewsIndex.open(indexes.path())
        .corrections()
        .add(
            List.of(
                new EntityEdit.Merge(persons.get(0), persons.get(1)),
                new EntityEdit.Merge(persons.get(1), persons.get(2)),
                new EntityEdit.Merge(persons.get(20), persons.get(3)),
                new EntityEdit.Split(persons.get(4), spelling, "another-one"),
                new EntityEdit.Hide(persons.get(5)),
                new EntityEdit.Rename(persons.get(6), "اسم آخر", "Another name"),
                new EntityEdit.Merge(places.get(0), places.get(1)),
                new EntityEdit.Hide(places.get(2))));
    EntityEdits edits;
    try (NewsSearcher searcher = NewsIndex.open(indexes.path()).searcher()) {
      edits = searcher.entityEdits();
    }
    directory = FSDirectory.open(indexes.path());
    reader = DirectoryReader.open(directory);
    snapshot = new Snapshot(new IndexSearcher(reader), edits);
    known = new KnownEntities(CONFIG, edits, snapshot);
    connection = ClusterConnection.open(indexes.address(), CONFIG);
    search = new ClusterSearch(connection, () -> null);
    ClusterTerms terms = new ClusterTerms(search, search.state());
    values = new ClusterValues(terms, edits);
    KnownEntities there = new KnownEntities(CONFIG, edits, values);
    ofFolder =
        new Explored(
            new ClusterReading(indexes.address()),
            snapshot.terms(),
            snapshot,
            known,
            edits,
            ANALYZER,
            new CommitEntityCounts(snapshot),
            new CommitChoice(snapshot.searcher()));
    ofCluster =
        new Explored(
            new ClusterReading(indexes.address()),
            terms,
            values,
            there,
            edits,
            ANALYZER,
            new ClusterEntityCounts(search, values, there, "test"),
            new ClusterChoice(search, "test"));
  }

  @AfterAll
  static void close() throws IOException {
    if (connection != null) {
      connection.close();
      reader.close();
      directory.close();
      indexes.close();
    }
  }

  private static List<String> mostNamed(Dimension dimension) {
    FacetRequest facet = FacetRequest.of(dimension).withLimit(60);
    return indexes
        .local()
        .search(SearchRequest.of("*").withFacets(List.of(facet)))
        .facets()
        .getFirst()
        .values()
        .stream()
        .map(FacetValue::value)
        .toList();
  }

  private static Entity person(String id) {
    return indexes.local().entitiesWithId(id).stream()
        .filter(entity -> entity.type() == EntityType.PERSON)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void facetsAreTheSame() throws IOException {
    Query all = MatchAllDocsQuery.INSTANCE;
    for (Counted counted : Counted.values()) {
      ValueCounts one =
          new CommitCounts(
              snapshot,
              new Matches(
                  snapshot.searcher().search(all, new FacetsCollectorManager()).getMatchingDocs(),
                  counted));
      ClusterCounts other = new ClusterCounts(search, values, known, all, counted, "test");
      List<Dimension> dimensions = List.of(Dimension.PERSON, Dimension.PLACE, Dimension.SOURCE);
      dimensions.forEach(other::want);
      other.read(search.answer(other.body()));
      FacetCounter counter = new FacetCounter(known);
      for (Dimension dimension : dimensions) {
        for (FacetRequest facet :
            List.of(
                FacetRequest.of(dimension),
                FacetRequest.of(dimension).withLimit(500),
                FacetRequest.of(dimension).withFind("ا").withLimit(50))) {
          FacetCounts ofOne = counter.count(facet, one, Filters.NONE);
          assertThat(counter.count(facet, other, Filters.NONE)).isEqualTo(ofOne);
          assertThat(ofOne.values()).isNotEmpty();
        }
      }
      List<String> shown =
          counter
              .count(FacetRequest.of(Dimension.PERSON).withLimit(500), other, Filters.NONE)
              .values()
              .stream()
              .map(FacetValue::value)
              .toList();
      assertThat(shown)
          .contains(persons.get(2), persons.get(3), "another-one", persons.get(6))
          .doesNotContain(persons.get(0), persons.get(1), persons.get(20), persons.get(5));
    }
  }

  @Test
  void pagesAndRelatedEntitiesAreTheSame() {
    EntityExplorer one = new EntityExplorer(ofFolder);
    EntityExplorer other = new EntityExplorer(ofCluster);
    RelatedRequest request = RelatedRequest.USUAL.withMinTogether(1).withLimit(100);
    List<String> ids = new ArrayList<>(persons);
    ids.add("another-one");
    for (String id : ids) {
      for (Entity entity : one.withId(id)) {
        assertThat(other.page(entity, request)).isEqualTo(one.page(entity, request));
      }
    }
    assertThat(one.withId("another-one")).hasSize(1);
    assertThat(one.page(one.withId(persons.get(0)).getFirst(), request).merged())
        .contains(persons.get(0), persons.get(1));
  }

  @Test
  void graphsAndProposalsAreTheSame() {
    EntityExplorer one = new EntityExplorer(ofFolder);
    EntityExplorer other = new EntityExplorer(ofCluster);
    for (int nodes : List.of(3, 50, 500)) {
      GraphRequest request = GraphRequest.USUAL.withSize(nodes, 10_000).withMinTogether(1);
      assertThat(other.graph(request)).isEqualTo(one.graph(request));
      assertThat(other.graph(request.withTypes(Set.of(EntityType.PERSON))))
          .isEqualTo(one.graph(request.withTypes(Set.of(EntityType.PERSON))));
    }
    AliasRequest any = AliasRequest.USUAL.withLeast(1e-9);
    assertThat(other.aliases(any)).isEqualTo(one.aliases(any)).isNotEmpty();
  }

  @Test
  void similarArticlesAreTheSame() {
    SimilarRequest request = SimilarRequest.USUAL.withLimit(30);
    for (Hit hit : indexes.local().search(SearchRequest.of("*").withLimit(30)).hits()) {
      String id = hit.article().id();
      assertThat(new StoryExplorer(ofCluster).similar(id, request))
          .isEqualTo(Objects.requireNonNull(new StoryExplorer(ofFolder).similar(id, request)));
    }
  }
}
