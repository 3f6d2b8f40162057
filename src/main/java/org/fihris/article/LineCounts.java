package org.fihris.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.fihris.article.OutletPages.OutletPage;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.RawPage;

/**
 * Counts by outlet on how many pages each line stands: the first of two readings of a collection,
 * which keeps eight bytes for each line of a page and no text. The second reading, {@link
 * RepeatedLineTexts}, finds the words of those that repeat.
 *
 * <p>Pages of an outlet whose articles have the same longest line are reprints of each other, and
 * only the first counts. For one thread.
 */
public final class LineCounts {

  private final OutletPages pages;
  private final Map<String, OutletCount> outlets = new HashMap<>();

  private static final class OutletCount {
    private final Set<Long> longest = new HashSet<>();
    private final LongStream.Builder hashes = LongStream.builder();
  }

  private LineCounts(OutletPages pages) {
    this.pages = pages;
  }

  /**
   * An empty count.
   *
   * @throws ConfigException if a table of the extraction is faulty
   */
  public static LineCounts of(IndexConfig config) {
    return new LineCounts(new OutletPages(config));
  }

  /**
   * Counts the lines of a page.
   *
   * @return whether it has lines and an outlet: a record has no lines, a page that is no article no
   *     outlet
   */
  public boolean add(RawPage raw) {
    OutletPage page = pages.of(raw);
    if (page == null) {
      return false;
    }
    OutletCount outlet = outlets.computeIfAbsent(page.key(), key -> new OutletCount());
    if (outlet.longest.add(page.longest())) {
      page.lines().stream()
          .mapToLong(line -> OutletPages.hash(line.text()))
          .distinct()
          .forEach(outlet.hashes::add);
    }
    return true;
  }

  /** How many outlets the pages are of. */
  public int outlets() {
    return outlets.size();
  }

  /**
   * Ends the count; it can be asked once. The pages are then read again.
   *
   * @param minPages on how many pages a line stands at least, 2 or more
   * @throws IllegalArgumentException if {@code minPages} is less than 2
   */
  public RepeatedLineTexts repeated(int minPages) {
    if (minPages < 2) {
      throw new IllegalArgumentException("a line repeats on 2 pages or more, not " + minPages);
    }
    RepeatedLineTexts texts = new RepeatedLineTexts(pages, minPages);
    outlets.forEach(
        (key, outlet) -> {
          long[] sorted = outlet.hashes.build().sorted().toArray();
          for (int from = 0, to = 0; from < sorted.length; from = to) {
            while (to < sorted.length && sorted[to] == sorted[from]) {
              to++;
            }
            if (to - from >= minPages) {
              texts.expect(key, outlet.longest.size(), sorted[from], to - from);
            }
          }
        });
    outlets.clear();
    return texts;
  }
}
