package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Order;
import org.fihris.query.Page;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hit;
import org.fihris.search.HitWalk;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks through thousands of hits, page by page, while another thread writes and commits. {@code
 * docs/paging.md} has the command for fifty thousand.
 */
class CursorWalkTest {
  private static final int ARTICLES = Integer.getInteger("fihris.walk.articles", 3_000);
  private static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");

  /** The filler is longer or shorter, so that points differ, and are equal for many. */
  private static final String[] WORDS = {"القمة", "الأمن", "الاقتصاد", "الحدود", "المياه"};

  @TempDir private static Path folder;
  private static NewsIndex index;
  private static NewsSearcher searcher;
  private static NewsWriter writer;

  @BeforeAll
  static void write() {
    index = NewsIndex.open(folder.resolve("news.idx"));
    writer = index.writer();
    // In several segments, and not in the order of their ids.
    for (int i = 0; i < ARTICLES; i++) {
      writer.add(article("a" + Integer.reverse(i) % 100_000 + "-" + i, i));
      if (i % (ARTICLES / 3) == 0) {
        writer.commit();
      }
    }
    writer.commit();
    searcher = index.searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
    writer.close();
  }

  private static Article article(String id, int number) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder("عقد القادة قمة في الرياض. ");
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    Article article = Article.of(id, "قمة " + WORDS[number % WORDS.length], text.toString());
    return number % 10 == 0
        ? article
        : article.withDate(day(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(59))));
  }

  private static PublicationDate day(LocalDate day) {
    return new PublicationDate.Known(
        day,
        null,
        PublicationDate.Method.METADATA,
        PublicationDate.Precision.DAY,
        PublicationDate.Confidence.STATED,
        List.of());
  }

  static Stream<Order> orders() {
    return Stream.concat(
        Stream.of(Order.Fixed.values()), Stream.of(new Order.Recent(Duration.ofDays(7), NOW)));
  }

  private static SearchRequest request(Order order) {
    return SearchRequest.of("قمة").withOrder(order).withSnippets(SnippetOptions.NONE);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void aWalkSeesEachHitOnceWhileTheIndexChanges(Order order) throws Exception {
    AtomicBoolean walking = new AtomicBoolean(true);
    List<String> seen = new ArrayList<>();
    long commits;
    // What the walk before has written is not in the view of this searcher, which stays open.
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Long> writing = other.submit(() -> keepWriting(walking));
      try {
        String cursor = null;
        int limit = 7; // ends within the twenty that are looked at again, then runs on
        do {
          SearchRequest page = request(order).withLimit(limit);
          Hits hits = searcher.search(cursor == null ? page : page.withAfter(cursor));
          assertThat(hits.before()).isEqualTo(seen.size());
          assertThat(hits.warnings()).isEmpty();
          hits.hits().forEach(hit -> seen.add(hit.article().id()));
          cursor = hits.next();
          limit = seen.size() < 30 ? 7 : 331;
        } while (cursor != null);
      } finally {
        walking.set(false);
      }
      commits = writing.get();
    }

    assertThat(commits).isPositive();
    assertThat(seen).hasSize(ARTICLES).doesNotHaveDuplicates();
    assertThat(Set.copyOf(seen)).isEqualTo(ids());
  }

  /** Replaces, adds and deletes articles until told to stop; how many commits it made. */
  private static long keepWriting(AtomicBoolean walking) {
    List<String> ids = List.copyOf(ids());
    Random random = new Random(7);
    long commits = 0;
    do {
      for (int i = 0; i < 20; i++) {
        writer.add(article(ids.get(random.nextInt(ids.size())), random.nextInt(1_000_000)));
        writer.add(article("new-" + random.nextInt(1_000_000), random.nextInt(1_000_000)));
        writer.delete(List.of(ids.get(random.nextInt(ids.size()))));
      }
      writer.commit();
      commits++;
    } while (walking.get());
    return commits;
  }

  private static Set<String> ids() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < ARTICLES; i++) {
      ids.add("a" + Integer.reverse(i) % 100_000 + "-" + i);
    }
    return ids;
  }

  @ParameterizedTest
  @MethodSource("orders")
  void pagesByOffsetAreThoseByCursor(Order order) {
    int reached = Math.min(ARTICLES, Page.MAX_WINDOW);
    List<Hit> all = new ArrayList<>();
    Map<Integer, String> cursors = new HashMap<>();
    Random random = new Random(order.hashCode());
    String cursor = null;
    while (all.size() < reached) {
      int limit = Math.min(1 + random.nextInt(200), reached - all.size());
      SearchRequest page = request(order).withLimit(limit);
      Hits hits = searcher.search(cursor == null ? page : page.withAfter(cursor));
      all.addAll(hits.hits());
      cursor = hits.next();
      if (cursor != null) {
        cursors.put(all.size(), cursor);
      }
    }
    for (int i = 0; i < 40; i++) {
      int limit = 1 + random.nextInt(60);
      int offset = random.nextInt(i % 2 == 0 ? 40 : reached - limit);
      List<Hit> page = searcher.search(request(order).withPage(offset, limit)).hits();
      assertThat(page).isEqualTo(all.subList(offset, offset + limit));
    }
    cursors.forEach(
        (place, behind) -> {
          if (place + 3 <= reached) {
            Hits byCursor = searcher.search(request(order).withLimit(3).withAfter(behind));
            assertThat(byCursor.hits()).isEqualTo(all.subList(place, place + 3));
          }
        });
    assertThat(walked(request(order)).subList(0, reached))
        .isEqualTo(all.stream().map(hit -> hit.article().id()).toList());
  }

  private static List<String> walked(SearchRequest request) {
    List<String> ids = new ArrayList<>();
    HitWalk walk = searcher.walk(request);
    assertThat(walk.cursor()).isNull();
    walk.forEachRemaining(hit -> ids.add(hit.article().id()));
    assertThat(walk.total()).isEqualTo(ids.size());
    return ids;
  }

  @ParameterizedTest
  @MethodSource("orders")
  void aWalkGoesOnBehindAnyHit(Order order) {
    List<String> whole = walked(request(order));
    for (int count : List.of(1, 19, 20, 21, 100, ARTICLES)) {
      HitWalk walk = searcher.walk(request(order));
      for (int i = 0; i < count; i++) {
        walk.next();
      }
      List<String> rest = new ArrayList<>();
      searcher
          .walk(request(order).withAfter(walk.cursor()))
          .forEachRemaining(hit -> rest.add(hit.article().id()));
      assertThat(rest).as("behind %s", count).isEqualTo(whole.subList(count, whole.size()));
    }
  }

  @Test
  void facetsAndTheTotalStayThoseOfAllHits() {
    List<FacetRequest> facets = List.of(FacetRequest.of(Dimension.DATE));
    for (Order order : orders().toList()) {
      SearchRequest request = request(order).withFacets(facets).withLimit(15);
      Hits first = searcher.search(request);
      Hits second = searcher.search(request.withAfter(first.next()));
      assertThat(second.total()).isEqualTo(first.total()).isEqualTo(ARTICLES);
      assertThat(second.facets()).isEqualTo(first.facets());
    }
  }

  @Test
  void equalHitsComeInTheSameOrderHoweverTheIndexWasBuilt(@TempDir Path folder) {
    int articles = 3_000;
    try (NewsSearcher one = built(folder.resolve("one"), IntStream.range(0, articles));
        NewsSearcher other =
            built(
                folder.resolve("other"), IntStream.range(0, articles).map(i -> articles - 1 - i))) {
      for (Order order : orders().filter(order -> order != Order.INDEX).toList()) {
        List<Hit> hits = hits(one.walk(request(order)));
        List<Hit> others = hits(other.walk(request(order)));

        assertThat(ids(others)).as("%s", order).isEqualTo(ids(hits)).hasSize(articles);
        assertThat(hits.stream().map(hit -> key(hit, order)).distinct().count())
            .as("%s has equal hits", order)
            .isLessThan(articles - 100);
      }
    }
  }

  private static NewsSearcher built(Path path, IntStream numbers) {
    NewsIndex index = NewsIndex.open(path);
    try (NewsWriter writer = index.writer()) {
      for (int number : numbers.toArray()) {
        writer.add(article("a" + number, number));
        if (number % 700 == 0) {
          writer.commit();
        }
      }
      writer.commit();
    }
    return index.searcher();
  }

  private static List<Hit> hits(HitWalk walk) {
    List<Hit> hits = new ArrayList<>();
    walk.forEachRemaining(hits::add);
    return hits;
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.article().id()).toList();
  }

  private static Object key(Hit hit, Order order) {
    boolean byDate = order == Order.NEWEST || order == Order.OLDEST;
    return byDate
        ? hit.article().date() instanceof PublicationDate.Known known ? known.day() : "undated"
        : hit.score();
  }
}
