package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.query.SearchRequest;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reprints of one report share a key in the index, however and whenever they came into it. */
class SameStoryTest {
  private static final int STORIES = 120;
  private static final int OUTLETS = 4;

  @TempDir private Path folder;

  /** Report {@code story} as an outlet prints it: its own words here and there. */
  private static Article print(int story, int outlet) {
    Random words = new Random(story);
    Random edits = new Random(story * 31L + outlet);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 90; i++) {
      int word = words.nextInt(100_000);
      text.append(outlet > 0 && edits.nextInt(14) == 0 ? "بدل" + edits.nextInt(99) : "كلم" + word);
      text.append(' ');
    }
    return Article.of(story + "-" + outlet, "خبر " + story + " " + outlet, text.toString())
        .withSource("صحيفة " + outlet);
  }

  private static String json(Article article) {
    return "{\"id\": \"%s\", \"title\": \"%s\", \"source\": \"%s\", \"text\": \"%s\"}"
        .formatted(article.id(), article.title(), article.source(), article.text());
  }

  private Path source(int fromOutlet, int toOutlet) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int outlet = fromOutlet; outlet < toOutlet; outlet++) {
      for (int story = 0; story < STORIES; story++) {
        lines.add(json(print(story, outlet)));
      }
    }
    return Files.write(folder.resolve(fromOutlet + "-" + toOutlet + ".jsonl"), lines);
  }

  private static void run(NewsIndex index, CorpusRunOptions options, Path source) {
    try (NewsWriter writer = index.writer()) {
      writer.addAll(
          Corpus.of(List.of(source), ReadOptions.defaults()),
          options,
          rejected -> {
            throw new AssertionError(rejected);
          });
    }
  }

  /** The group of every article, by id. */
  private static Map<String, String> groups(NewsIndex index) {
    Map<String, String> groups = new TreeMap<>();
    try (NewsSearcher searcher = index.searcher()) {
      for (int story = 0; story < STORIES; story++) {
        for (int outlet = 0; outlet < OUTLETS; outlet++) {
          String id = story + "-" + outlet;
          String group = searcher.group(id);
          if (group != null) {
            groups.put(id, group);
          }
        }
      }
    }
    return groups;
  }

  private static void assertOneGroupAStory(Map<String, String> groups) {
    assertThat(groups.values().stream().distinct().count()).isEqualTo(STORIES);
    groups.forEach(
        (id, group) -> assertThat(group).isEqualTo(groups.get(id.replaceAll("-.*", "-0"))));
  }

  @ParameterizedTest
  @CsvSource({"1, 30000", "2, 1", "4, 30000", "4, 1"})
  void threadsAndCommitsMakeNoDifference(int threads, long commitMillis) throws IOException {
    NewsIndex one = NewsIndex.open(folder.resolve("one.idx"));
    NewsIndex other = NewsIndex.open(folder.resolve("other.idx"));
    Path source = source(0, OUTLETS);

    run(one, CorpusRunOptions.defaults().withThreads(1), source);
    run(other, new CorpusRunOptions(threads, Duration.ofMillis(commitMillis)), source);

    assertOneGroupAStory(groups(one));
    assertThat(groups(other)).isEqualTo(groups(one));
  }

  @Test
  void aLaterRunJoinsTheGroupsOfTheEarlierOnes() throws IOException {
    NewsIndex atOnce = NewsIndex.open(folder.resolve("once.idx"));
    NewsIndex bit = NewsIndex.open(folder.resolve("bits.idx"));

    run(atOnce, CorpusRunOptions.defaults(), source(0, OUTLETS));
    for (int outlet = 0; outlet < OUTLETS; outlet++) {
      run(bit, CorpusRunOptions.defaults(), source(outlet, outlet + 1));
    }

    assertThat(groups(bit)).isEqualTo(groups(atOnce)).hasSize(STORIES * OUTLETS);
  }

  @Test
  void theGroupOutlivesItsFirstArticle() throws IOException {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    run(index, CorpusRunOptions.defaults(), source(0, 2));
    Map<String, String> before = groups(index);
    try (NewsWriter writer = index.writer()) {
      writer.delete(List.of("7-0"));
      writer.add(Article.of("8-0", "خبر آخر", print(500, 0).text()).withSource("أخرى"));
      writer.commit();
    }
    try (NewsWriter writer = index.writer()) {
      writer.add(print(7, 2));
      writer.add(print(8, 2));
      writer.commit();
    }

    Map<String, String> after = groups(index);

    assertThat(after.get("7-2")).isEqualTo(before.get("7-0")).isEqualTo(after.get("7-1"));
    assertThat(after.get("8-2")).isEqualTo(before.get("8-0")).isEqualTo(after.get("8-1"));
    assertThat(after.get("8-0")).isNotEqualTo(before.get("8-0"));
  }

  @Test
  void aHitCarriesItsGroup() {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(print(1, 0));
      writer.add(print(1, 1));
      writer.add(print(2, 0));
      writer.commit();
    }
    try (NewsSearcher searcher = index.searcher()) {
      List<Hit> hits = searcher.search(SearchRequest.of("خبر")).hits();

      assertThat(hits).hasSize(3);
      assertThat(hits.stream().map(Hit::group).distinct()).hasSize(2);
      assertThat(hits)
          .allSatisfy(hit -> assertThat(hit.group()).isEqualTo(searcher.group(hit.article().id())));
      assertThat(searcher.group("none")).isNull();
    }
  }
}
