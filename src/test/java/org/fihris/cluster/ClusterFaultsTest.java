package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.article.Rejected;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.index.ArticleStore;
import org.fihris.index.Draft;
import org.fihris.index.IndexException;
import org.fihris.index.Stamp;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.ingest.CorpusRunOptions.Vanished;
import org.fihris.ingest.IndexSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that are busy, gone, of another version, or refuse: what goes on, and what is told. */
class ClusterFaultsTest {
  private static final IndexConfig CONFIG = IndexConfig.packaged();
  private static final ClusterAccess NOBODY = ClusterAccess.of(Map.of());
  private static final ClusterConnection.Timing IMPATIENT =
      new ClusterConnection.Timing(
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofMillis(1500));
  private static final FakeCluster.Reply BUSY =
      FakeCluster.error(429, "rejected execution of coordinating operation");
  private static final FakeCluster.Reply UNAVAILABLE = FakeCluster.error(503, "no master");

  @TempDir private Path folder;

  private FakeCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster(2);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private ClusterConnection connect() {
    return connect(NOBODY);
  }

  private ClusterConnection connect(ClusterAccess access) {
    return ClusterConnection.open(
        ClusterAddress.parse(cluster.address("news")), access, CONFIG, IMPATIENT);
  }

  private ClusterWriter writer() {
    return ClusterWriter.open(
        connect(), Stamp.current(CONFIG), ClusterOptions.defaults(), false, false, 100);
  }

  private static List<Draft> drafts(int count) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(Draft.of(Article.of("a" + i, "عنوان " + i, "نص الخبر رقم " + i), List.of()));
    }
    return drafts;
  }

  private static List<ArticleStore.Written> write(ClusterWriter writer, List<Draft> drafts) {
    writer.look(drafts);
    writer.settle(drafts);
    return writer.write(drafts);
  }

  private static String message(Callable<?> failing) {
    IndexException[] told = new IndexException[1];
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(failing::call)
        .satisfies(e -> told[0] = e);
    return told[0].getMessage();
  }

  @Test
  void whatIsBusyIsAskedAgain() {
    try (ClusterWriter writer = writer()) {
      cluster.fail("_mget", BUSY, BUSY);
      cluster.fail("_bulk", BUSY, UNAVAILABLE, UNAVAILABLE);
      cluster.fail("_refresh", UNAVAILABLE, UNAVAILABLE);
      write(writer, drafts(5));
      writer.commit();
    }
    assertThat(cluster.articles("news")).isEqualTo(5);
  }

  @Test
  void onlyTheArticlesThatHadNoRoomAreSentAgain() {
    cluster.busyOnce("a1");
    cluster.busyOnce("a3");
    try (ClusterWriter writer = writer()) {
      List<ArticleStore.Written> written = write(writer, drafts(5));
      assertThat(written)
          .hasSize(5)
          .containsOnly(new ArticleStore.Written.Done(ArticleStore.Outcome.ADDED));
    }
    assertThat(cluster.articles("news")).isEqualTo(5);
    assertThat(cluster.requests().stream().filter(asked -> asked.contains("_bulk"))).hasSize(2);
  }

  @Test
  void patienceEnds() {
    try (ClusterWriter writer = writer()) {
      cluster.fail(
          "_bulk", java.util.Collections.nCopies(100, BUSY).toArray(FakeCluster.Reply[]::new));
      long start = System.nanoTime();
      assertThat(message(() -> write(writer, drafts(1))))
          .contains("POST /news/_bulk")
          .contains("with 429 (rejected execution of coordinating operation)")
          .contains("The cluster has too much to do")
          .containsPattern("refused by 127\\.0\\.0\\.1:\\d+");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void anArticleThatIsRefusedIsReportedAndTheOthersAreWritten() {
    cluster.refuse("a2");
    try (ClusterWriter writer = writer()) {
      List<ArticleStore.Written> written = write(writer, drafts(5));
      assertThat(written.get(2))
          .isEqualTo(
              new ArticleStore.Written.Refused("the cluster does not take it: failed to parse"));
      assertThat(written.stream().filter(ArticleStore.Written.Done.class::isInstance)).hasSize(4);
    }
    assertThat(cluster.articles("news")).isEqualTo(4);
    try (NewsWriter writer = NewsIndex.open(URI.create(cluster.address("news"))).writer()) {
      assertThat(message(() -> writer.add(Article.of("a2", "عنوان", "نص"))))
          .isEqualTo("the article a2: the cluster does not take it: failed to parse");
    }
  }

  @Test
  void aRunOverSourcesReportsWhatIsRefused() throws IOException {
    Testdata.index(folder);
    String refused;
    try (var articles = org.fihris.index.FolderArticles.open(folder, CONFIG)) {
      refused = articles.next().getFirst().article().id();
    }
    cluster.refuse(ClusterDocument.key(refused));
    List<Rejected> rejections = new ArrayList<>();
    NewsIndex index = NewsIndex.open(URI.create(cluster.address("news")));
    IndexSummary summary;
    try (NewsWriter writer = index.writer()) {
      summary =
          writer.addAll(
              Corpus.of(Testdata.SOURCES, ReadOptions.defaults()),
              CorpusRunOptions.defaults(),
              rejections::add);
    }
    assertThat(summary.rejected()).isEqualTo(1);
    assertThat(summary.added()).isEqualTo(Testdata.size() - 1);
    assertThat(rejections).hasSize(1);
    assertThat(rejections.getFirst().reason()).contains("failed to parse");
    assertThat(index.stats().articles()).isEqualTo(Testdata.size() - 1);

    assertThat(message(() -> NewsIndex.open(folder).copyTo(index, (done, total) -> {})))
        .contains(refused)
        .contains("failed to parse");
  }

  @Test
  void aNodeThatGoesIsReplacedByTheOther() {
    try (ClusterWriter writer = writer()) {
      write(writer, drafts(3));
      cluster.stop(0);
      List<Draft> more = drafts(8);
      assertThat(write(writer, more)).hasSize(8);
      writer.commit();
    }
    assertThat(cluster.articles("news")).isEqualTo(8);
  }

  @Test
  void aNodeThatFailsIsReplacedByTheOther() {
    cluster.failNode(1, UNAVAILABLE);
    try (ClusterWriter writer = writer()) {
      write(writer, drafts(3));
      writer.commit();
    }
    assertThat(cluster.articles("news")).isEqualTo(3);
  }

  @Test
  void aSilentNodeIsReplacedByTheOtherAndLeftAlone() {
    try (ClusterConnection connection = connect()) {
      cluster.make("news", Map.of());
      cluster.silence(0, "");
      int before = cluster.requestsToFirst().size();
      for (int i = 0; i < 20; i++) {
        assertThat(connection.askOnce("GET", connection.ofIndex("_count")).isFound()).isTrue();
      }
      assertThat(cluster.requestsToFirst().subList(before, cluster.requestsToFirst().size()))
          .as("asked once, and once more whether it is there")
          .containsExactly("GET /news/_count", "GET /");
    }
  }

  @Test
  void aNodeThatIsSlowIsWaitedFor() {
    try (ClusterConnection connection = connect()) {
      cluster.make("news", Map.of());
      cluster.slow(0, "_count", Duration.ofMillis(700));
      int before = cluster.requestsToFirst().size();
      for (int i = 0; i < 4; i++) {
        assertThat(connection.askOnce("GET", connection.ofIndex("_count")).isFound()).isTrue();
      }
      List<String> asked = cluster.requestsToFirst();
      assertThat(asked.subList(before, asked.size()).stream().filter(one -> one.contains("_count")))
          .as("half of the requests, as before")
          .hasSize(2);
    }
  }

  @Test
  void whatTakesTooLongIsTold() {
    try (ClusterConnection connection = connect()) {
      cluster.make("news", Map.of());
      cluster.silence(0, "_count");
      cluster.silence(1, "_count");
      assertThat(message(() -> connection.askOnce("GET", connection.ofIndex("_count"))))
          .containsPattern("GET /news/_count was not answered by 127\\.0\\.0\\.1:\\d+ within 1 s");
    }
  }

  @Test
  void allNodesSilentIsTold() {
    try (ClusterConnection connection = connect()) {
      cluster.silence(0, "");
      cluster.silence(1, "");
      assertThat(message(() -> connection.askOnce("GET", connection.ofIndex("_count"))))
          .containsPattern("no node answers \\(.*; 127\\.0\\.0\\.1:\\d+ is silent\\)");
    }
  }

  @Test
  void allNodesGoneIsTold() {
    String address = cluster.address("news");
    try (ClusterWriter writer = writer()) {
      cluster.stop(0);
      cluster.stop(1);
      assertThat(message(() -> write(writer, drafts(1))))
          .startsWith(address + ": no node answers (127.0.0.1:")
          .endsWith("Start the cluster, or correct the address.");
    }
    long start = System.nanoTime();
    assertThat(message(this::connect)).contains("no node answers");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("at connect there is no patience")
        .isLessThan(Duration.ofMillis(1400));
  }

  @Test
  void aPasswordIsSentAndInNoMessage() {
    cluster.require("Basic YWRtaW46czNjcmV0");
    ClusterAccess admin =
        ClusterAccess.of(Map.of(ClusterAccess.USER, "admin", ClusterAccess.PASSWORD, "s3cret"));
    try (ClusterConnection connection = connect(admin)) {
      assertThat(connection.stamp()).isNull();
      connection.ask(
          "PUT",
          connection.ofIndex(""),
          ClusterSchema.index(Stamp.current(CONFIG), ClusterOptions.defaults()));
      refresh(connection);
      cluster.fail(
          "_refresh", FakeCluster.error(403, "no permissions for [indices:admin/refresh]"));
      assertThat(message(() -> refresh(connection)))
          .contains("403 (no permissions for [indices:admin/refresh])")
          .contains("The user needs the right for it")
          .doesNotContain("s3cret")
          .doesNotContain("YWRtaW46czNjcmV0");
    }
    assertThat(connectFailure(NOBODY))
        .contains("401")
        .contains("Set FIHRIS_OPENSEARCH_USER and FIHRIS_OPENSEARCH_PASSWORD");
    ClusterAccess wrong =
        ClusterAccess.of(Map.of(ClusterAccess.USER, "admin", ClusterAccess.PASSWORD, "wr0ng"));
    assertThat(connectFailure(wrong)).contains("401").doesNotContain("wr0ng");
    try (ClusterConnection connection = connect(admin)) {
      cluster.stop(0);
      cluster.stop(1);
      assertThatExceptionOfType(IndexException.class)
          .isThrownBy(() -> refresh(connection))
          .satisfies(ClusterFaultsTest::requireNoSecret);
    }
  }

  private static Object refresh(ClusterConnection connection) {
    connection.refresh();
    return connection;
  }

  private String connectFailure(ClusterAccess access) {
    return message(() -> connect(access));
  }

  private static void requireNoSecret(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause)).doesNotContain("s3cret").doesNotContain("YWRtaW46czNjcmV0");
    }
  }

  @Test
  void aClusterThatCannotBeUsedIsTold() {
    cluster.version("2.19.1", "opensearch");
    assertThat(message(this::connect)).contains("not OpenSearch 3 (it says version 2.19.1)");
    cluster.version("8.17.0", "");
    assertThat(message(this::connect)).contains("not OpenSearch 3");
    cluster.version("3.9.0", "opensearch");
    connect().close();

    Stamp stamp = Stamp.current(CONFIG);
    cluster.plugin(null);
    assertThat(message(this::connect)).contains("do not have the plugin of Fihris");
    cluster.plugin(Map.of("analysis", "2", "config", stamp.config()));
    assertThat(message(this::connect)).contains("has version 2 of the Arabic analysis");
    cluster.plugin(Map.of("analysis", stamp.analysis(), "config", "abc"));
    assertThat(message(this::connect)).contains("another index-config (fingerprint abc");
    cluster.plugin(
        Map.of(
            "analysis",
            stamp.analysis(),
            "config",
            stamp.config(),
            "other_nodes",
            List.of(Map.of("name", "node-3", "analysis", "2"))));
    assertThat(message(this::connect)).contains("the node node-3 does not analyse");
  }

  @Test
  void aNodeThatDoesNotSpeakTlsIsTold() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> answerInPlainText(plain));
      String address = "opensearch+https://127.0.0.1:" + plain.getLocalPort() + "/news";
      assertThat(
              message(
                  () ->
                      ClusterConnection.open(
                          ClusterAddress.parse(address), NOBODY, CONFIG, IMPATIENT)))
          .contains("no secure connection")
          .contains("FIHRIS_OPENSEARCH_TRUST_STORE");
    }
  }

  private static void answerInPlainText(ServerSocket plain) {
    while (!plain.isClosed()) {
      try (Socket socket = plain.accept()) {
        socket.getInputStream().read();
        socket
            .getOutputStream()
            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      } catch (IOException e) {
        // the test is over
      }
    }
  }

  @Test
  void whatIsNoTrustStoreIsTold() {
    ClusterAccess access = ClusterAccess.of(Map.of(ClusterAccess.TRUST_STORE, "pom.xml"));
    String address = cluster.address("news").replace("opensearch://", "opensearch+https://");
    assertThat(
            message(
                () ->
                    ClusterConnection.open(
                        ClusterAddress.parse(address), access, CONFIG, IMPATIENT)))
        .startsWith("pom.xml (FIHRIS_OPENSEARCH_TRUST_STORE): no certificates can be read");
  }

  @Test
  void whatIsNoOpenSearchIsTold() {
    cluster.fail("GET /", new FakeCluster.Reply(200, "<html>Welcome</html>"));
    assertThat(message(this::connect)).contains("is no JSON; what listens there is no OpenSearch");
  }

  @Test
  void anIndexThatGoesWhileItIsWrittenIsTold() {
    try (ClusterWriter writer = writer()) {
      write(writer, drafts(2));
      try (ClusterConnection other = connect()) {
        other.ask("DELETE", other.ofIndex(""));
      }
      assertThat(
              message(
                  () -> {
                    writer.commit();
                    return null;
                  }))
          .contains("no index of this name");
    }
  }

  @Test
  void aShardThatDoesNotAnswerIsNoEmptyAnswer() {
    try (ClusterWriter writer = writer()) {
      write(writer, drafts(2));
      writer.commit();
    }
    FakeCluster.Reply partial =
        new FakeCluster.Reply(
            200,
            "{\"responses\":[{\"_shards\":{\"failed\":1,\"failures\":[{\"reason\":{\"reason\":"
                + "\"too many open\"}}]},\"hits\":{\"hits\":[]}}]}");
    cluster.fail("_msearch", partial, partial);
    try (ClusterWriter writer = writer()) {
      Draft one =
          Draft.of(Article.of("b", "عنوان 0", "نص الخبر رقم 0 " + "كلمة ".repeat(40)), List.of());
      writer.look(List.of(one)); // asked three times
      assertThat(cluster.requests().stream().filter(asked -> asked.contains("_msearch")))
          .hasSize(3);
    }
  }

  @Test
  void whatAnIndexOnAClusterDoesNotHaveIsSaid() {
    NewsIndex index = NewsIndex.open(URI.create(cluster.address("news")));
    try (NewsWriter writer = index.writer()) {
      assertThat(
              message(
                  () ->
                      writer.addAll(
                          Corpus.of(Testdata.SOURCES, ReadOptions.defaults()),
                          CorpusRunOptions.defaults().withVanished(Vanished.DELETE),
                          rejected -> {})))
          .contains("does not remember which source gave an article");
    }
    for (Callable<?> asked : List.<Callable<?>>of(index::path, index::sources, index::verify)) {
      assertThat(message(asked))
          .startsWith(index + ": an index on a cluster has no ")
          .contains("fihris pull");
    }
  }
}
