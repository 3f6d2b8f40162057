package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.index.Draft;
import org.fihris.index.IndexException;
import org.fihris.index.Journal;
import org.fihris.index.NewArticles;
import org.fihris.index.Stamp;
import org.fihris.saved.SavedSearch;
import org.fihris.saved.SavedSearchesFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies beside an index on a cluster: changed by several at once, cut off, broken by hand. */
class BesideDocumentsTest {
  private static final IndexConfig CONFIG = IndexConfig.packaged();
  private static final SavedSearch QUAKES = SavedSearch.of("quakes", "زلزال");

  private FakeCluster cluster;
  private ClusterConnection connection;
  private NewsIndex index;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster(1);
    ClusterAddress address = ClusterAddress.parse(cluster.address("news"));
    index = NewsIndex.open(URI.create(address.toString()));
    try (NewsWriter writer = index.writer()) {
      writer.commit();
    }
    connection = ClusterConnection.open(address, CONFIG);
  }

  @AfterEach
  void stop() {
    connection.close();
    cluster.close();
  }

  private List<SavedSearch> saved() {
    SavedSearchesFile.InForce inForce = index.savedSearches().inForce();
    assertThat(inForce.problem()).isNull();
    return inForce.searches();
  }

  @Test
  void nothingIsMadeBeforeSomethingIsWritten() {
    assertThat(saved()).isEmpty();
    assertThat(index.savedSearches().content()).contains("version\t1");
    assertThat(index.corrections().inForce().edits().isEmpty()).isTrue();
    assertThat(cluster.holds("news.beside")).isFalse();
    index.savedSearches().add(List.of(QUAKES));
    assertThat(saved()).containsExactly(QUAKES);
    assertThat(index.savedSearches().remove("quakes")).isEmpty();
    assertThat(saved()).isEmpty();
  }

  @Test
  void aTableThatChangedMeanwhileIsChangedAgain() {
    index.savedSearches().add(List.of(QUAKES));
    cluster.fail("PUT /news.beside/_doc/saved-searches", FakeCluster.error(409, "conflict"));
    SavedSearch other = SavedSearch.of("other", "فيضان");
    assertThat(index.savedSearches().add(List.of(other))).containsExactly(QUAKES, other);
    assertThat(saved()).containsExactly(QUAKES, other);
  }

  /** The first answer was lost, and the request sent again. */
  @Test
  void whatIsThereAsItWasSentIsNoConflict() {
    index.savedSearches().add(List.of(QUAKES));
    cluster.fail("GET /news.beside/_doc/saved-searches", FakeCluster.error(404, "not found"));
    assertThat(index.savedSearches().add(List.of(QUAKES))).containsExactly(QUAKES);
    assertThat(saved()).containsExactly(QUAKES);
  }

  @Test
  void whoNeverGetsThroughIsTold() {
    index.savedSearches().add(List.of(QUAKES));
    FakeCluster.Reply[] replies =
        IntStream.range(0, 4)
            .mapToObj(i -> FakeCluster.error(403, "no"))
            .toArray(FakeCluster.Reply[]::new);
    cluster.fail("PUT /news.beside/", replies);
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> index.savedSearches().add(List.of(SavedSearch.of("x", "فيضان"))))
        .withMessageContaining("403")
        .withMessageContaining("needs the right");
  }

  private void writeByHand(String text, String lastGood) {
    String lines =
        "{\"index\":{\"_id\":\"saved-searches\"}}\n"
            + ClusterConnection.JSON.writeValueAsString(
                ClusterConnection.object(
                    "kind", "text", "name", "saved-searches", "text", text, "last_good", lastGood))
            + "\n";
    connection.askLines("/news.beside/_bulk", lines.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTableThatWasBrokenByHandLeavesItsLastGoodVersionInForce() {
    index.savedSearches().add(List.of(QUAKES));
    String good = index.savedSearches().content();
    writeByHand(good + "search\tx\ty\tcolour=red\n", good);

    SavedSearchesFile.InForce inForce = index.savedSearches().inForce();
    assertThat(inForce.searches()).containsExactly(QUAKES);
    assertThat(inForce.problem())
        .contains("/news/saved-searches.tsv:4: ")
        .contains("colour")
        .contains("last good version is in force, the copy in ")
        .contains("fihris saved " + index + " print")
        .contains("fihris saved " + index + " replace FILE");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> index.savedSearches().remove("quakes"))
        .withMessageContaining("saved-searches.tsv:4: ")
        .withMessageContaining("replace FILE");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> index.savedSearches().replace("mine.tsv", good + "nonsense\n"))
        .withMessageContaining("mine.tsv:4: ");

    index.savedSearches().replace("mine.tsv", good);
    assertThat(saved()).containsExactly(QUAKES);
  }

  private ClusterWriter writer() {
    return ClusterWriter.open(
        ClusterConnection.open(connection.address(), CONFIG),
        Stamp.current(CONFIG),
        ClusterOptions.defaults(),
        false,
        true,
        100);
  }

  private NewArticles left() {
    return NewArticles.of(ClusterBeside.of(connection).newArticles());
  }

  @Test
  void idsOfNewArticlesAreKeptBeforeTheArticlesAreSent() {
    String odd = "a\\n\n\r\tع";
    try (ClusterWriter writer = writer()) {
      writer.put(Article.of("1", "خبر", "وقع زلزال"), List.of());
      cluster.fail("POST /news/_bulk", FakeCluster.error(400, "no"));
      assertThatExceptionOfType(IndexException.class)
          .isThrownBy(() -> writer.put(Article.of(odd, "خبر", "وقع زلزال آخر"), List.of()));
      List<Draft> same = List.of(Draft.of(Article.of("1", "خبر", "وقع زلزال"), List.of()));
      writer.look(same);
      writer.settle(same);
      writer.write(same);
    }
    List<String> requests = cluster.requests();
    assertThat(
            requests.indexOf(
                "POST /news/_bulk?filter_path=items.*.status,items.*.error" + ",items.*.result"))
        .isGreaterThan(
            requests.indexOf(
                requests.stream()
                    .filter(asked -> asked.startsWith("PUT /news.beside/_create/new-articles-"))
                    .findFirst()
                    .orElseThrow()));
    NewArticles left = left();
    assertThat(left.untold()).containsExactlyInAnyOrder("1", odd);
    left.told(List.of("1"), List.of("1"));
    assertThat(left().untold()).containsExactly(odd);
    left.told(List.of(odd), List.of());
    assertThat(left().untold()).isEmpty();
    assertThat(cluster.articles("news.beside")).isZero();
  }

  private static List<String> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "%032d".formatted(i)).toList();
  }

  private List<String> read() {
    List<String> lines = new ArrayList<>();
    ClusterBeside.of(connection).reportedStories().read(lines::add);
    return lines;
  }

  @Test
  void linesFillOneDocumentAfterTheOther() {
    Journal journal = ClusterBeside.of(connection).reportedStories();
    journal.read(line -> {});
    for (int from = 0; from < 11_000; from += 700) {
      journal.add(lines(from, Math.min(11_000, from + 700)));
    }
    assertThat(read()).isEqualTo(lines(0, 11_000));
    assertThat(cluster.articles("news.beside")).isEqualTo(3);
    Journal again = ClusterBeside.of(connection).reportedStories();
    again.read(line -> {});
    again.add(lines(11_000, 11_001));
    assertThat(read()).isEqualTo(lines(0, 11_001));
  }

  @Test
  void twoThatReportAtTheSameTimeAreTold() {
    Journal one = ClusterBeside.of(connection).reportedStories();
    Journal other = ClusterBeside.of(connection).reportedStories();
    one.read(line -> {});
    other.read(line -> {});
    one.add(lines(0, 1));
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> other.add(lines(1, 2)))
        .withMessageContaining("another writer reports");
    assertThat(read()).isEqualTo(lines(0, 1));
  }
}
