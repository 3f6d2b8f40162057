package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches for articles known to be there, as users would, and holds where they come in the list
 * against {@code rank-stats.txt}. A change of the ranking is a change of that file: {@code mvn test
 * -Dtest=KnownItemsTest -Dupdate.rank.stats=true} writes it anew.
 */
class KnownItemsTest {
  private static final Path STATS = Path.of("src/test/resources/rank-stats.txt");

  /** As far down the list as is looked. */
  private static final int DEPTH = 10;

  @TempDir private Path folder;

  /** A query and the place of its article in the list, from 1; 0 if it is not in the list. */
  private record Place(String query, int rank) {}

  @Test
  void rankingIsAsRecorded() throws IOException {
    String stats = stats(places());
    if (Boolean.getBoolean("update.rank.stats")) {
      Files.writeString(STATS, stats);
    }
    assertThat(stats).isEqualTo(Files.readString(STATS));
  }

  private List<Place> places() throws IOException {
    List<Place> places = new ArrayList<>();
    try (NewsSearcher searcher = Testdata.index(folder.resolve("news.idx"), 1).searcher()) {
      for (Testdata.KnownItem item : Testdata.queries()) {
        List<String> titles =
            searcher.search(SearchRequest.of(item.query()).withLimit(DEPTH)).hits().stream()
                .map(hit -> hit.article().title())
                .toList();
        places.add(new Place(item.query(), titles.indexOf(item.title()) + 1));
      }
    }
    return places;
  }

  private static String stats(List<Place> places) {
    StringBuilder stats = new StringBuilder();
    stats.append("# Written by KnownItemsTest; see there.\n");
    line(stats, "recall@1", share(places, 1));
    line(stats, "recall@5", share(places, 5));
    double reciprocal = places.stream().mapToDouble(p -> p.rank == 0 ? 0 : 1.0 / p.rank).sum();
    line(stats, "MRR", reciprocal / places.size());
    stats.append("# Not first:\n");
    for (Place place : places) {
      if (place.rank != 1) {
        stats.append(place.rank == 0 ? "-" : place.rank).append('\t').append(place.query);
        stats.append('\n');
      }
    }
    return stats.toString();
  }

  private static double share(List<Place> places, int depth) {
    long found = places.stream().filter(p -> p.rank > 0 && p.rank <= depth).count();
    return (double) found / places.size();
  }

  private static void line(StringBuilder stats, String name, double value) {
    stats.append(String.format(Locale.ROOT, "%s\t%.4f\n", name, value));
  }
}
