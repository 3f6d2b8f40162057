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
  private TwoIndexes both;
  private NewsIndex remote;

  @BeforeEach
  void index() {
    both = TwoIndexes.in(folder);
    remote = NewsIndex.open(URI.create(both.address().toString()));
    remote.buildSuggestions();
  }

  @AfterEach
  void delete() {
    try (ClusterConnection connection =
        ClusterConnection.open(both.address(), IndexConfig.packaged())) {
      generations(connection).forEach(index -> connection.ask("DELETE", "/" + index));
    }
    both.close();
  }

  private List<String> generations(ClusterConnection connection) {
    List<String> names = new ArrayList<>();
    JsonNode all =
        connection.ask("GET", "/" + both.address().index() + ".suggestions-*/_alias").json();
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
    NewsIndex.open(both.path()).buildSuggestions();
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
    assertThat(remote.buildSuggestions()).isFalse();
    assertThat(warnings(remote)).isEmpty();
    try (NewsSearcher before = remote.searcher();
        ClusterConnection connection =
            ClusterConnection.open(both.address(), IndexConfig.packaged())) {
      assertThat(before.suggest(SuggestRequest.of("ا")).suggestions()).isNotEmpty();
      List<String> first = generations(connection);
      assertThat(first).hasSize(1);
      try (NewsWriter writer = remote.writer()) {
        writer.add(Article.of("new", "زلزال يضرب مدينة ززززة", "نص الخبر"));
        writer.commit();
      }
      assertThat(texts(remote, "ززززة")).isEmpty();
      assertThat(warnings(remote))
          .singleElement()
          .satisfies(
              warning ->
                  assertThat(warning.message()).contains("another state", remote + " --build"));
      try (NewsSearcher searcher = remote.searcher()) {
        searcher.suggest(SuggestRequest.of("ا"));
        assertThat(searcher.isCurrent()).isTrue();
        assertThat(remote.buildSuggestions()).isTrue();
        assertThat(searcher.isCurrent()).isFalse();
      }
      assertThat(texts(remote, "ززززة")).containsExactly("زلزال يضرب مدينة ززززة");
      assertThat(warnings(remote)).isEmpty();
      assertThat(generations(connection)).hasSize(1).doesNotContainAnyElementsOf(first);
      // One that was open goes on with those that took their place.
      assertThat(before.suggest(SuggestRequest.of("ا")).suggestions()).isNotEmpty();
      try (NewsWriter writer = remote.writer()) {
        writer.delete(List.of("new"));
        writer.commit();
      }
      assertThat(texts(remote, "ززززة")).isEmpty();
    }
  }

  @Test
  void missingOnesAndThoseOfAnotherVersionTakeNothingFromASearch() {
    try (ClusterConnection connection =
        ClusterConnection.open(both.address(), IndexConfig.packaged())) {
      String alias = both.address().index() + ".suggestions";
      for (String index : generations(connection)) {
        connection.ask(
            "PUT",
            "/" + index + "/_mapping",
            Map.of("_meta", Map.of("fihris_suggestions", Map.of("format", "0", "of", ""))));
      }
      assertThat(texts(remote, "ا")).isEmpty();
      assertThat(warnings(remote))
          .singleElement()
          .satisfies(warning -> assertThat(warning.message()).contains("another version"));
      assertThat(remote.buildSuggestions()).isTrue();
      assertThat(texts(remote, "ا")).isNotEmpty();
      generations(connection).forEach(index -> connection.ask("DELETE", "/" + index));
      assertThat(texts(remote, "ا")).isEmpty();
      assertThat(warnings(remote))
          .singleElement()
          .satisfies(
              warning ->
                  assertThat(warning.message())
                      .contains("there are none", "fihris suggest " + remote + " --build"));
      try (NewsSearcher searcher = remote.searcher()) {
        assertThat(searcher.search(SearchRequest.of("*")).total()).isPositive();
      }
      assertThat(remote.buildSuggestions()).isTrue();
      assertThat(connection.ask("GET", "/_alias/" + alias).isFound()).isTrue();
    }
  }

  @Test
  void whatWasGivenUpIsDeletedADayLater() {
    try (ClusterConnection connection =
        ClusterConnection.open(both.address(), IndexConfig.packaged())) {
      String prefix = both.address().index() + ".suggestions-";
      long now = System.currentTimeMillis();
      String old = prefix + Long.toString(now - 25L * 60 * 60 * 1000, Character.MAX_RADIX);
      String young = prefix + Long.toString(now - 60 * 1000, Character.MAX_RADIX);
      connection.ask("PUT", "/" + old);
      connection.ask("PUT", "/" + young);
      try (NewsWriter writer = remote.writer()) {
        writer.add(Article.of("new", "عنوان", "نص الخبر"));
        writer.commit();
      }
      assertThat(remote.buildSuggestions()).isTrue();
      assertThat(generations(connection)).hasSize(2).contains(young).doesNotContain(old);
    }
  }
}
