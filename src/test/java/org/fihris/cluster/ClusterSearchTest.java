package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.fihris.config.IndexConfig;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.wire.TermLookup;
import org.fihris.wire.TermsRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A search that a cluster answers in part, late or not at all is told, and never half an answer.
 */
class ClusterSearchTest {
  private static final ClusterSearch.Body BODY =
      new ClusterSearch.Body(
          Map.of("query", ClusterSearch.query(MatchAllDocsQuery.INSTANCE)), true, "some");

  private FakeCluster cluster;
  private ClusterConnection connection;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster(1);
    connection =
        ClusterConnection.open(
            ClusterAddress.parse(cluster.address("news")),
            ClusterAccess.of(Map.of()),
            IndexConfig.packaged(),
            new ClusterConnection.Timing(
                Duration.ofSeconds(1),
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20)));
  }

  @AfterEach
  void stop() {
    connection.close();
    cluster.close();
  }

  private ClusterSearch search(@Nullable Duration left) {
    return new ClusterSearch(connection, () -> left);
  }

  private void answers(String response) {
    cluster.fail("_msearch", new FakeCluster.Reply(200, "{\"responses\":[" + response + "]}"));
  }

  private void fails(String... parts) {
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> search(null).answer(BODY))
        .satisfies(told -> assertThat(told.getMessage()).contains(parts));
  }

  @Test
  void anAnswerOfSomeShardsIsNone() {
    answers(
        "{\"timed_out\":false,\"_shards\":{\"total\":2,\"successful\":1,\"failed\":1},"
            + "\"hits\":{\"hits\":[]}}");
    fails("failed on 1 shards", "search again");
  }

  @Test
  void whatIsForgottenWhileItIsAskedForIsStillTold() throws IOException {
    cluster.fail("_fihris/terms", found("\"وزير\"", "7"), found("", ""));
    ClusterTerms terms = new ClusterTerms(search(null), new ClusterSearch.State(1, "", 10, 0));
    List<Term> asked = new ArrayList<>(List.of(new Term("body", "وزير")));
    assertThat(terms.articlesWith(asked)).containsExactly(7);
    for (int i = 0; i < 30_000; i++) {
      asked.add(new Term("body", "كلمة" + i));
    }
    assertThat(terms.articlesWith(asked)).startsWith(7, 0).hasSize(30_001);
  }

  private static FakeCluster.Reply found(String terms, String articles) {
    return new FakeCluster.Reply(
        200,
        "{\"articles\":10,\"found\":[{\"terms\":[%s],\"articles\":[%s],\"cut\":false}]}"
            .formatted(terms, articles));
  }

  @Test
  void whatTakesTooLongIsTold() {
    answers("{\"timed_out\":true,\"_shards\":{\"failed\":0},\"hits\":{\"hits\":[]}}");
    fails("took too long");
  }

  @Test
  void anErrorIsToldWithItsReason() {
    answers(
        "{\"error\":{\"type\":\"x\",\"reason\":\"all shards failed\","
            + "\"caused_by\":{\"reason\":\"too much memory\"}},\"status\":503}");
    fails("all shards failed: too much memory");
  }

  @Test
  void fewerAnswersThanSearchesAreToldOf() {
    answers("");
    fails("some searches were not answered");
  }

  @Test
  void anIndexThatIsGoneIsTold() {
    cluster.fail("_msearch", FakeCluster.error(404, "no such index [news]"));
    fails("the index is gone", "fihris index opensearch://");
  }

  @Test
  void somebodyWaitsSoABusyClusterIsToldAtOnce() {
    cluster.fail("_msearch", FakeCluster.error(429, "rejected execution"));
    fails("rejected execution", "too much to do");
  }

  @Test
  void oneTellsHowLongItMayTake() {
    answers("{\"timed_out\":false,\"_shards\":{\"failed\":0},\"hits\":{\"hits\":[]}}");
    assertThat(search(Duration.ofMillis(750)).answer(BODY).path("hits").isObject()).isTrue();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                new ClusterSearch(
                        connection,
                        () -> {
                          throw new IllegalStateException("over");
                        })
                    .answer(BODY));
  }

  @Test
  void termsOfSomeShardsAreNone() {
    TermsRequest request =
        new TermsRequest(
            List.of(new TermLookup(Schema.BODY, new TermLookup.Wanted.Listed(List.of("a")), 1)));
    cluster.fail("_fihris/terms", FakeCluster.error(503, "a shard did not answer"));
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> search(null).terms(request))
        .withMessageContaining("a shard did not answer");
    cluster.fail("_msearch", FakeCluster.error(500, "no count"));
    ClusterSearch.Body counting =
        ClusterSearch.counting(new TermQuery(new Term(Schema.ID, "1")), "some");
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> search(null).counts(List.of(counting)))
        .withMessageContaining("no count");
  }
}
