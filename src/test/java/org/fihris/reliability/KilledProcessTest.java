package org.fihris.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.OtherJava;
import org.fihris.article.Article;
import org.fihris.query.SearchRequest;
import org.fihris.saved.SavedSearch;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs killed at any moment, which say what was acknowledged to them: it is there afterwards,
 * nothing is half there, and the next one goes on.
 */
class KilledProcessTest {
  private static final int IDS = 300;
  private static final int CHANGES = 25;

  /** What a program was doing when it was killed. */
  private enum Work {
    INDEXING,
    UPDATING,
    BUILDING_SUGGESTIONS
  }

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedIsThere() throws Exception {
    int kills = Scale.of("kills", 3);
    Random random = new Random(Scale.firstSeed());
    Map<Work, Integer> killed = new EnumMap<>(Work.class);
    for (int kill = 0; kill < kills; kill++) {
      Work work = Work.values()[kill % Work.values().length];
      Path path = folder.resolve(work + ".idx");
      int before = round(path, work);
      String output = runAndKill(path, work, before, random);

      int acknowledged = last(output, "committed ", before);
      int found = round(path, work);
      assertThat(found).as("round of %s", output).isBetween(acknowledged, acknowledged + 1);
      requireSaved(path, last(output, "saved ", 0));
      killed.merge(work, found - before, Integer::sum);
    }
    for (Work work : killed.keySet()) {
      goOn(folder.resolve(work + ".idx"), work);
    }
    assertThat(killed.values()).as("rounds that were committed").allMatch(rounds -> rounds > 0);
    if (Scale.isLong()) {
      System.out.println(kills + " kills, rounds committed between them: " + killed);
    }
  }

  private String runAndKill(Path path, Work work, int from, Random random) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process run = OtherJava.start(Writing.class, output, path, work, from);
    // Counting commits makes the moment fall into the run on a slow machine and on a fast one.
    int wanted = from + 1 + random.nextInt(6);
    while (last(Files.readString(output), "committed ", from) < wanted) {
      assertThat(run.waitFor(3, TimeUnit.MILLISECONDS)).as(Files.readString(output)).isFalse();
    }
    run.waitFor(random.nextInt(120), TimeUnit.MILLISECONDS);
    run.destroyForcibly().waitFor();
    return Files.readString(output);
  }

  /** The number behind the last whole line that begins so. */
  private static int last(String output, String beginning, int otherwise) {
    int end = output.lastIndexOf('\n') + 1;
    return output
        .substring(0, end)
        .lines()
        .filter(line -> line.startsWith(beginning))
        .reduce((one, other) -> other)
        .map(line -> Integer.parseInt(line.substring(beginning.length())))
        .orElse(otherwise);
  }

  /** The round that an index holds, all of it and nothing else; 0 where there is none yet. */
  private static int round(Path path, Work work) throws IOException {
    if (!Files.exists(path)) {
      return 0;
    }
    NewsIndex index = NewsIndex.open(path);
    assertThat(index.verify().problems()).isEmpty();
    try (NewsSearcher searcher = index.searcher()) {
      Article told = searcher.article("round");
      assertThat(told).isNotNull();
      int round = Integer.parseInt(told.title());
      Map<Integer, Integer> versions = state(work, round);
      assertThat(searcher.stats().articles()).isEqualTo(versions.size() + 1);
      versions.forEach(
          (id, version) -> assertThat(searcher.article("id" + id)).isEqualTo(article(id, version)));
      return round;
    }
  }

  private static void requireSaved(Path path, int round) {
    if (round > 0) {
      assertThat(NewsIndex.open(path).savedSearches().inForce().searches())
          .extracting(SavedSearch::name)
          .contains("round " + round);
    }
  }

  private static void goOn(Path path, Work work) throws IOException {
    NewsIndex index = NewsIndex.open(path);
    int round = round(path, work) + 1;
    try (NewsWriter writer = index.writer()) {
      write(writer, work, round);
    }
    assertThat(round(path, work)).isEqualTo(round);
    index.buildSuggestions();
    assertThat(index.verify().problems()).isEmpty();
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(searcher.suggest(SuggestRequest.of("جلس")).warnings()).isEmpty();
      assertThat(searcher.search(SearchRequest.of("جلسة")).hits()).isNotEmpty();
    }
  }

  private static Map<Integer, Integer> state(Work work, int round) {
    Map<Integer, Integer> versions = new HashMap<>();
    for (int i = 1; i <= round; i++) {
      versions.putAll(changes(work, i));
    }
    return versions;
  }

  /** What a round writes: articles by number, and the version of each. */
  private static Map<Integer, Integer> changes(Work work, int round) {
    Map<Integer, Integer> changes = new HashMap<>();
    Random random = new Random(round);
    for (int i = 0; i < CHANGES; i++) {
      changes.put(
          switch (work) {
            case INDEXING -> round * CHANGES + i;
            case UPDATING, BUILDING_SUGGESTIONS -> random.nextInt(IDS);
          },
          round);
    }
    return changes;
  }

  private static Article article(int id, int version) {
    return Article.of(
        "id" + id,
        "جلسة %d رقم %d".formatted(id, version),
        "ناقشت الجلسة %d بنودا مؤجلة %d. ".formatted(id, version).repeat(1 + id % 30));
  }

  private static void write(NewsWriter writer, Work work, int round) {
    changes(work, round).forEach((id, version) -> writer.add(article(id, version)));
    writer.add(Article.of("round", String.valueOf(round), ""));
    writer.commit();
  }

  /** What the other Java runs, without end. */
  static final class Writing {
    private Writing() {}

    public static void main(String[] arguments) {
      NewsIndex index = NewsIndex.open(Path.of(arguments[0]));
      Work work = Work.valueOf(arguments[1]);
      try (NewsWriter writer = index.writer(alerts -> {})) {
        for (int round = Integer.parseInt(arguments[2]) + 1; true; round++) {
          write(writer, work, round);
          System.out.println("committed " + round);
          if (work == Work.BUILDING_SUGGESTIONS) {
            index.buildSuggestions();
            System.out.println("suggested " + round);
          }
          if (round % 3 == 0) {
            index.savedSearches().add(List.of(SavedSearch.of("round " + round, "جلسة")));
            System.out.println("saved " + round);
          }
        }
      }
    }
  }
}
