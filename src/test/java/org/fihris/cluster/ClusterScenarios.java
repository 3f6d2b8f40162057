package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.date.PublicationDate;
import org.fihris.index.ArticleSource;
import org.fihris.index.ArticleStore;
import org.fihris.index.ArticleWriter;
import org.fihris.index.CopySummary;
import org.fihris.index.Draft;
import org.fihris.index.FolderArticles;
import org.fihris.index.IndexException;
import org.fihris.index.IndexedArticle;
import org.fihris.index.Stamp;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.ingest.IndexSummary;
import org.fihris.search.IndexStats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index on a cluster does as one in a folder does, whatever the cluster is. */
abstract class ClusterScenarios {
  private static final IndexConfig CONFIG = IndexConfig.packaged();
  private static final ClusterOptions LAYOUT = new ClusterOptions(2, 0);

  /** The first report of this one has reprints. */
  private static final int SEED_OF_COPIES = 7;

  @TempDir private Path folder;

  private int named;
  private final List<ClusterAddress> made = new ArrayList<>();

  /** The address of an index that no test has used. */
  abstract String address(String index);

  private ClusterAddress fresh() {
    String name = "fihris-test-" + Long.toString(System.nanoTime(), 36) + "-" + named++;
    ClusterAddress address = ClusterAddress.parse(address(name));
    made.add(address);
    return address;
  }

  @AfterEach
  void deleteIndexes() {
    for (ClusterAddress address : made) {
      try (ClusterConnection connection = ClusterConnection.open(address, CONFIG)) {
        connection.ask("DELETE", connection.ofIndex(""));
      }
    }
  }

  private static NewsIndex open(ClusterAddress address) {
    return NewsIndex.open(URI.create(address.toString()), CONFIG, LAYOUT);
  }

  private static IndexSummary addTestdata(NewsIndex index, int threads) {
    try (NewsWriter writer = index.writer()) {
      return writer.addAll(
          Corpus.of(Testdata.SOURCES, ReadOptions.defaults()),
          CorpusRunOptions.defaults().withThreads(threads),
          rejected -> {
            throw new AssertionError(rejected);
          });
    }
  }

  /** Everything that is indexed of an article, the sketch by its bands. */
  private static Map<String, Object> all(ArticleSource source) {
    Map<String, Object> all = new TreeMap<>();
    try (source) {
      for (List<IndexedArticle> some = source.next(); !some.isEmpty(); some = source.next()) {
        for (IndexedArticle one : some) {
          Object before =
              all.put(
                  one.article().id(),
                  List.of(
                      one.article(),
                      one.names(),
                      one.fingerprint(),
                      one.content(),
                      one.story().group(),
                      org.fihris.index.Stories.bands(one.story().first())));
          assertThat(before).isNull();
        }
      }
    }
    return all;
  }

  private static Map<String, Object> all(ClusterAddress address) {
    return all(ClusterArticles.open(address, CONFIG));
  }

  private static Map<String, Object> all(Path index) {
    return all(FolderArticles.open(index, CONFIG));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void everyArticleIsThereAsInAFolder(int threads) throws IOException {
    Path local = folder.resolve("local");
    Testdata.index(local);
    ClusterAddress address = fresh();
    IndexSummary summary = addTestdata(open(address), threads);
    assertThat(summary.added()).isEqualTo(Testdata.size());
    assertThat(all(address)).isEqualTo(all(local)).hasSize(Testdata.size());
    IndexStats here = NewsIndex.open(local).stats();
    IndexStats there = open(address).stats();
    assertThat(there.articles()).isEqualTo(here.articles());
    assertThat(there.undated()).isEqualTo(here.undated());
    assertThat(there.from()).isEqualTo(here.from());
    assertThat(there.to()).isEqualTo(here.to());
    assertThat(there.stamp()).isEqualTo(here.stamp());
    assertThat(there.bytes()).isPositive();
  }

  @Test
  void whatHasNotChangedIsNotWrittenAgain() throws IOException {
    ClusterAddress address = fresh();
    addTestdata(open(address), 2);
    Map<String, Object> before = all(address);
    IndexSummary again = addTestdata(open(address), 2);
    assertThat(again.indexed()).isZero();
    assertThat(again.unchanged()).isEqualTo(Testdata.size());
    assertThat(all(address)).isEqualTo(before);
  }

  @Test
  void anArticleIsAddedReplacedLeftAloneAndDeleted() {
    ClusterAddress address = fresh();
    Article article = Article.of("1", "قمة في الرياض", "عقدت في الرياض قمة.");
    Article changed = Article.of("1", "قمة في الرياض", "عقدت في الرياض قمة ثانية.");
    String longId = "http://example.org/" + "ا".repeat(600);
    try (NewsWriter writer = open(address).writer()) {
      assertThat(writer.add(article)).isEqualTo(ArticleStore.Outcome.ADDED);
      assertThat(writer.add(Article.of(longId, "عنوان", "نص")))
          .isEqualTo(ArticleStore.Outcome.ADDED);
      assertThat(writer.add(Article.of("#1", "عنوان آخر", "نص")))
          .isEqualTo(ArticleStore.Outcome.ADDED);
      writer.commit();
    }
    try (NewsWriter writer = open(address).writer()) {
      assertThat(writer.add(article)).isEqualTo(ArticleStore.Outcome.UNCHANGED);
      assertThat(writer.add(changed)).isEqualTo(ArticleStore.Outcome.UPDATED);
      assertThat(writer.delete(List.of("2", longId, longId))).isEqualTo(1);
      assertThat(open(address).stats().articles()).as("before the commit").isEqualTo(3);
      writer.commit();
    }
    assertThat(all(address)).containsOnlyKeys("1", "#1");
    assertThat(all(address).get("1").toString()).contains("ثانية");
  }

  /** Reports in runs of reprints, some of them far from the first one, in an order by chance. */
  private static List<Article> reprinted(int stories, Random random) {
    List<Article> articles = new ArrayList<>();
    for (int story = 0; story < stories; story++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        StringBuilder word = new StringBuilder();
        for (int k = 0; k < 3 + random.nextInt(4); k++) {
          word.append((char) ('\u0628' + random.nextInt(16)));
        }
        words.add(word.toString());
      }
      int copies = stories == 1 ? 3 : 1 + random.nextInt(4);
      for (int copy = 0; copy < copies; copy++) {
        List<String> text = new ArrayList<>(words);
        for (int edit = 0; edit < copy * 4; edit++) {
          text.set(random.nextInt(text.size()), words.get(random.nextInt(words.size())));
        }
        articles.add(
            Article.of(story + "-" + copy, "خبر " + story, String.join(" ", text))
                .withSource("مصدر " + copy)
                .withDate(
                    new PublicationDate.Known(
                        LocalDate.of(2025, 2, 1 + random.nextInt(3)),
                        null,
                        PublicationDate.Method.METADATA)));
      }
    }
    java.util.Collections.shuffle(articles, random);
    return articles;
  }

  private static Map<String, String> groups(Map<String, Object> all) {
    Map<String, String> groups = new HashMap<>();
    all.forEach((id, values) -> groups.put(id, ((List<?>) values).get(4).toString()));
    return groups;
  }

  private static void write(ArticleStore store, List<Article> articles) {
    for (int from = 0; from < articles.size(); from += 7) {
      List<Draft> drafts =
          articles.subList(from, Math.min(articles.size(), from + 7)).stream()
              .map(article -> Draft.of(article, List.of()))
              .toList();
      store.look(drafts);
      store.settle(drafts);
      assertThat(store.write(drafts)).allMatch(ArticleStore.Written.Done.class::isInstance);
    }
  }

  /**
   * Stories in memory only, asked of the cluster by every writer, and forgotten by every commit.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 1_000_000})
  void reprintsFindTheirStoryAsInAFolder(int mostStories) {
    List<Article> articles = reprinted(80, new Random(mostStories));
    Path local = folder.resolve("local");
    ClusterAddress address = fresh();
    for (int part = 0; part < 3; part++) {
      List<Article> some =
          articles.subList(part * articles.size() / 3, (part + 1) * articles.size() / 3);
      try (ArticleWriter writer = ArticleWriter.open(local, CONFIG, ArticleWriter.Mode.UPDATE, 16);
          ClusterWriter cluster =
              ClusterWriter.open(
                  ClusterConnection.open(address, CONFIG),
                  Stamp.current(CONFIG),
                  LAYOUT,
                  false,
                  false,
                  mostStories)) {
        for (int half = 0; half < 2; half++) {
          List<Article> now = some.subList(half * some.size() / 2, (half + 1) * some.size() / 2);
          write(writer, now);
          write(cluster, now);
          writer.commit();
          cluster.commit();
        }
      }
    }
    Map<String, String> expected = groups(all(local));
    assertThat(expected.values().stream().distinct().count())
        .as("there are reprints")
        .isLessThan(articles.size() * 3L / 4);
    assertThat(groups(all(address))).isEqualTo(expected);
  }

  /** Drafts that were looked up, or settled and not written, when a commit empties the memory. */
  @Test
  void aCommitBetweenTheStepsLosesNoStory() {
    List<Article> articles = reprinted(6, new Random(5));
    ClusterAddress address = fresh();
    List<Draft> drafts = articles.stream().map(a -> Draft.of(a, List.of())).toList();
    try (ClusterWriter writer =
        ClusterWriter.open(
            ClusterConnection.open(address, CONFIG),
            Stamp.current(CONFIG),
            LAYOUT,
            false,
            false,
            0)) {
      for (int i = 0; i < drafts.size(); i += 2) {
        List<Draft> two = drafts.subList(i, Math.min(drafts.size(), i + 2));
        writer.look(two);
        writer.commit();
        writer.settle(two);
        writer.commit();
        if (i > 0) {
          writer.write(drafts.subList(i - 2, i)); // those of the step before
        }
      }
      writer.write(drafts.subList(0, drafts.size()));
      writer.commit();
    }
    Path local = folder.resolve("local");
    try (ArticleWriter writer = ArticleWriter.open(local, CONFIG, ArticleWriter.Mode.UPDATE, 16)) {
      write(writer, articles);
      writer.commit();
    }
    assertThat(groups(all(address))).isEqualTo(groups(all(local)));
  }

  @Test
  void theStoryOutlivesItsFirstArticle() {
    List<Article> articles = reprinted(1, new Random(SEED_OF_COPIES)).stream().limit(3).toList();
    assertThat(articles).hasSizeGreaterThan(1);
    ClusterAddress address = fresh();
    String group;
    try (NewsWriter writer = open(address).writer()) {
      writer.add(articles.getFirst());
      writer.add(articles.get(1));
      writer.commit();
      group = groups(all(address)).get(articles.get(1).id());
      writer.delete(List.of(articles.getFirst().id()));
      writer.commit();
    }
    try (NewsWriter writer = open(address).writer()) {
      writer.add(articles.getFirst());
      writer.commit();
    }
    assertThat(groups(all(address)).values()).containsOnly(group);
  }

  @Test
  void anIndexIsPushedPulledAndTheSame() throws IOException {
    Path local = folder.resolve("local");
    Path back = folder.resolve("back");
    Testdata.index(local);
    ClusterAddress address = fresh();
    NewsIndex cluster = open(address);
    List<Long> steps = java.util.Collections.synchronizedList(new ArrayList<>());
    CopySummary pushed =
        NewsIndex.open(local).copyTo(cluster, (done, total) -> steps.add(total - done));
    assertThat(pushed.articles()).isEqualTo(Testdata.size()).isEqualTo(pushed.written());
    assertThat(steps).contains(0L);
    assertThat(all(address)).isEqualTo(all(local));
    assertThat(NewsIndex.open(local).copyTo(cluster, (done, total) -> {}).written()).isZero();
    assertThat(cluster.copyTo(NewsIndex.open(back), (done, total) -> {}).written())
        .isEqualTo(Testdata.size());
    assertThat(all(back)).isEqualTo(all(local));
    assertThat(NewsIndex.open(back).verify().problems()).isEmpty();
    assertThat(cluster.copyTo(NewsIndex.open(back), (done, total) -> {}).written()).isZero();
  }

  @Test
  void aCopyGoesOnWhereItStopped() throws IOException {
    Path local = folder.resolve("local");
    Testdata.index(local);
    ClusterAddress address = fresh();
    try (ClusterWriter writer = ClusterWriter.open(address, CONFIG, LAYOUT, false);
        FolderArticles articles = FolderArticles.open(local, CONFIG)) {
      List<Draft> some = articles.next().stream().limit(10).map(Draft::of).toList();
      writer.look(some);
      writer.write(some); // and no commit: the process died
    }
    CopySummary rest = NewsIndex.open(local).copyTo(open(address), (done, total) -> {});
    assertThat(rest.written()).isEqualTo(Testdata.size() - 10);
    assertThat(all(address)).isEqualTo(all(local));
  }

  @Test
  void aStoryThatDiffersIsCarriedTooAndOthersAreTold() {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    List<Article> story = reprinted(1, new Random(SEED_OF_COPIES)).stream().limit(2).toList();
    for (Path index : List.of(one, two)) {
      try (NewsWriter writer = NewsIndex.open(index).writer()) {
        // Which article is the first of the story depends on the order.
        boolean forwards = index.equals(one);
        writer.add(story.get(forwards ? 0 : 1));
        writer.add(story.get(forwards ? 1 : 0));
        writer.commit();
      }
    }
    assertThat(groups(all(one))).isNotEqualTo(groups(all(two)));
    ClusterAddress address = fresh();
    NewsIndex.open(one).copyTo(open(address), (done, total) -> {});
    assertThat(NewsIndex.open(two).copyTo(open(address), (done, total) -> {}).written())
        .isEqualTo(2);
    assertThat(all(address)).isEqualTo(all(two));

    try (NewsWriter writer = open(address).writer()) {
      writer.add(Article.of("other", "عنوان", "نص"));
      writer.commit();
    }
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> NewsIndex.open(two).copyTo(open(address), (done, total) -> {}))
        .withMessageContaining("holds 3 articles, and not the 2")
        .withMessageContaining("Delete those, or name a new index");
  }

  @Test
  void anIndexIsBuiltAnew() {
    ClusterAddress address = fresh();
    try (NewsWriter writer = open(address).writer()) {
      writer.add(Article.of("1", "عنوان", "نص"));
      writer.commit();
    }
    try (NewsWriter writer = open(address).rebuild()) {
      writer.add(Article.of("2", "عنوان", "نص"));
      writer.commit();
    }
    assertThat(all(address)).containsOnlyKeys("2");
  }

  @Test
  void anIndexThatIsNotThereOrNotOursIsTold() {
    ClusterAddress address = fresh();
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> open(address).stats())
        .withMessageContaining(
            "no index of this name. Build one: fihris index " + address + " SOURCE...");
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> open(address).requireExisting());
    try (ClusterConnection connection = ClusterConnection.open(address, CONFIG)) {
      connection.ask("PUT", connection.ofIndex(""), Map.of());
    }
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> open(address).writer())
        .withMessageContaining("an index of OpenSearch, but not one of Fihris");
    try (ClusterConnection connection = ClusterConnection.open(address, CONFIG)) {
      connection.ask("DELETE", connection.ofIndex(""));
      Stamp other = new Stamp("6", "2", "abc");
      connection.ask("PUT", connection.ofIndex(""), ClusterSchema.index(other, LAYOUT));
    }
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> open(address).writer())
        .withMessageContaining("the index has format 6")
        .withMessageContaining("fihris index " + address + " SOURCE... --rebuild");
  }
}
