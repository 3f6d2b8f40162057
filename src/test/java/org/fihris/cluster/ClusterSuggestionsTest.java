package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestRequest;
import org.fihris.suggest.Suggestion;
import org.fihris.suggest.Suggestions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Suggestions on a cluster are those of a folder, and are replaced as a whole. */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class ClusterSuggestionsTest {
  private static final int BEGINNINGS = 400;

  @TempDir private Path folder;
  private NewsIndex index;
  private ClusterConnection connection;

  @BeforeEach
  void connect() {
    String base = System.getProperty("fihris.cluster").replaceFirst("^http", "opensearch");
    int end = base.indexOf('/', base.indexOf("://") + 3);
    String node = end < 0 ? base : base.substring(0, end);
    URI address = URI.create(node + "/fihris-typed-" + Long.toString(System.nanoTime(), 36));
    index = NewsIndex.open(address);
    connection = ClusterConnection.open(ClusterAddress.of(address), IndexConfig.packaged());
  }

  private void write(String id, String title) {
    try (NewsWriter writer = index.writer()) {
      writer.add(Article.of(id, title, title + "."));
      writer.commit();
    }
  }

  private void build() {
    write("1", "دونالد ترامب يلتقي رئيس المجلس");
    assertThat(index.buildSuggestions()).isTrue();
  }

  @AfterEach
  void delete() {
    generations().forEach(name -> connection.ask("DELETE", "/" + name));
    connection.ask("DELETE", connection.ofIndex(""));
    connection.close();
  }

  private List<String> generations() {
    return generations(connection, index.toString());
  }

  private static List<String> generations(ClusterConnection connection, String index) {
    String name = index.substring(index.lastIndexOf('/') + 1);
    List<String> names = new ArrayList<>();
    JsonNode all = connection.ask("GET", "/" + name + ".suggestions-*/_alias").json();
    all.properties().forEach(each -> names.add(each.getKey()));
    return names;
  }

  private static List<String> texts(NewsIndex index, String typed) {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.suggest(SuggestRequest.of(typed)).suggestions().stream()
          .map(Suggestion::text)
          .toList();
    }
  }

  private static List<Warning> warnings(NewsIndex index) {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.suggest(SuggestRequest.of("ا")).warnings();
    }
  }

  @Test
  void theSameIsSuggested() {
    try (TwoIndexes both = TwoIndexes.in(folder)) {
      NewsIndex remote = NewsIndex.open(URI.create(both.address().toString()));
      remote.buildSuggestions();
      NewsIndex.open(both.path()).buildSuggestions();
      try {
        compare(both, remote);
      } finally {
        generations(connection, remote.toString())
            .forEach(name -> connection.ask("DELETE", "/" + name));
      }
    }
  }

  private static void compare(TwoIndexes both, NewsIndex remote) {
    List<String> typed =
        new ArrayList<>(
            List.of(
                "", " ", "ا", "ال", "trum", "Donald T", "united n", "مصر ", "القا", "الرئيس ال"));
    Random random = new Random(3);
    List<String> titles = new ArrayList<>();
    for (Hit hit : both.local().search(SearchRequest.of("*").withLimit(300)).hits()) {
      String title = hit.article().title();
      if (title != null && !title.isBlank()) {
        titles.add(title);
      }
    }
    for (int i = 0; i < BEGINNINGS; i++) {
      String title = titles.get(random.nextInt(titles.size()));
      int from = random.nextBoolean() ? 0 : title.indexOf(' ', title.length() / 3) + 1;
      int end = Math.min(title.length(), from + 1 + random.nextInt(24));
      typed.add(title.substring(from, end));
    }
    List<String> differences = new ArrayList<>();
    int suggested = 0;
    try (NewsSearcher local = NewsIndex.open(both.path()).searcher();
        NewsSearcher cluster = remote.searcher()) {
      for (String text : typed) {
        for (int limit : List.of(1, 10, SuggestRequest.MAX_LIMIT)) {
          SuggestRequest request = SuggestRequest.of(text).withLimit(limit);
          Suggestions one = local.suggest(request);
          Suggestions other = cluster.suggest(request);
          suggested += one.suggestions().size();
          if (!one.equals(other)) {
            differences.add(text + " " + limit + "\n    " + one + "\n    " + other);
          }
        }
      }
    }
    System.out.println(
        3 * typed.size()
            + " beginnings compared, "
            + suggested
            + " suggestions, "
            + differences.size()
            + " differences");
    assertThat(differences).isEmpty();
    assertThat(suggested).isGreaterThan(3_000);
  }

  @Test
  void theyAreReplacedAsAWholeAndToldOfUntilThen() {
    build();
    assertThat(index.buildSuggestions()).isFalse();
    assertThat(warnings(index)).isEmpty();
    List<String> first = generations();
    assertThat(first).hasSize(1);
    try (NewsSearcher before = index.searcher()) {
      assertThat(before.suggest(SuggestRequest.of("ترا")).suggestions()).isNotEmpty();
      write("new", "زلزال يضرب المدينة");
      assertThat(texts(index, "زلزا")).isEmpty();
      assertThat(warnings(index))
          .singleElement()
          .satisfies(
              warning ->
                  assertThat(warning.message()).contains("another state", index + " --build"));
      try (NewsSearcher searcher = index.searcher()) {
        searcher.suggest(SuggestRequest.of("ا"));
        assertThat(searcher.isCurrent()).isTrue();
        assertThat(index.buildSuggestions()).isTrue();
        assertThat(searcher.isCurrent()).isFalse();
      }
      assertThat(texts(index, "زلزا")).containsExactly("زلزال يضرب المدينة");
      assertThat(warnings(index)).isEmpty();
      assertThat(generations()).hasSize(1).doesNotContainAnyElementsOf(first);
      // One that was open goes on with those that took their place.
      assertThat(before.suggest(SuggestRequest.of("ترا")).suggestions()).isNotEmpty();
    }
    try (NewsWriter writer = index.writer()) {
      writer.delete(List.of("new"));
      writer.commit();
    }
    assertThat(texts(index, "زلزا")).isEmpty();
  }

  @Test
  void missingOnesAndThoseOfAnotherVersionTakeNothingFromASearch() {
    build();
    for (String name : generations()) {
      Map<String, Object> made = Map.of("fihris_suggestions", Map.of("format", "0", "of", ""));
      connection.ask("PUT", "/" + name + "/_mapping", Map.of("_meta", made));
    }
    assertThat(texts(index, "ترا")).isEmpty();
    assertThat(warnings(index))
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("another version"));
    assertThat(index.buildSuggestions()).isTrue();
    assertThat(texts(index, "ترا")).isNotEmpty();
    generations().forEach(name -> connection.ask("DELETE", "/" + name));
    assertThat(texts(index, "ترا")).isEmpty();
    assertThat(warnings(index))
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.message())
                    .contains("there are none", "fihris suggest " + index + " --build"));
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(searcher.search(SearchRequest.of("*")).total()).isPositive();
    }
    assertThat(index.buildSuggestions()).isTrue();
    assertThat(texts(index, "ترا")).isNotEmpty();
  }

  @Test
  void whatWasGivenUpIsDeletedADayLater() {
    build();
    String prefix = generations().getFirst().replaceFirst("-[^-]*$", "-");
    long now = System.currentTimeMillis();
    String old = prefix + Long.toString(now - 25L * 60 * 60 * 1000, Character.MAX_RADIX);
    String young = prefix + Long.toString(now - 60 * 1000, Character.MAX_RADIX);
    connection.ask("PUT", "/" + old);
    connection.ask("PUT", "/" + young);
    write("2", "أسعار النفط تواصل الصعود");
    assertThat(index.buildSuggestions()).isTrue();
    assertThat(generations()).hasSize(2).contains(young).doesNotContain(old);
  }
}
