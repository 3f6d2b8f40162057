package org.fihris.facet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * Counts values: of articles one by one, or of stories, each once for a value that any of its
 * articles has. For one thread.
 */
final class Tally {
  private static final int STORY_SHIFT = 32;
  private static final int FIRST_PAIRS = 1 << 10;

  private final int[] counts;
  private final @Nullable StoryNumbers stories;

  /** Story and value of the articles that are not alone in telling theirs, repeats included. */
  private long[] pairs = new long[0];

  private int size;

  private Tally(int values, @Nullable StoryNumbers stories) {
    this.counts = new int[values];
    this.stories = stories;
  }

  /**
   * @param values how many there are; they are numbered from 0
   */
  static Tally ofArticles(int values) {
    return new Tally(values, null);
  }

  /** As {@link #ofArticles}, or of stories. */
  static Tally of(int values, Counted counted, Snapshot snapshot) throws IOException {
    return switch (counted) {
      case ARTICLES -> ofArticles(values);
      case STORIES -> new Tally(values, snapshot.stories());
    };
  }

  /** Notes that an article has a value, which must be said once for each of its values. */
  void add(LeafReaderContext leaf, int doc, int value) {
    int story = stories == null ? StoryNumbers.ALONE : stories.of(leaf, doc);
    if (story == StoryNumbers.ALONE) {
      counts[value]++;
      return;
    }
    if (size == pairs.length) {
      dropRepeats();
      if (size >= pairs.length / 2) {
        pairs = Arrays.copyOf(pairs, Math.max(FIRST_PAIRS, Math.multiplyExact(size, 2)));
      }
    }
    pairs[size++] = (long) story << STORY_SHIFT | value;
  }

  /** Whether articles are counted, whatever story they tell. */
  boolean isOfArticles() {
    return stories == null;
  }

  /** Notes that so many articles have a value; none where stories are counted. */
  void add(int value, int articles) {
    counts[value] += articles;
  }

  private void dropRepeats() {
    Arrays.sort(pairs, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || pairs[i] != pairs[kept - 1]) {
        pairs[kept++] = pairs[i];
      }
    }
    size = kept;
  }

  /** How often each value was seen; ends the counting. */
  int[] counts() {
    dropRepeats();
    for (int i = 0; i < size; i++) {
      counts[(int) pairs[i]]++;
    }
    size = 0;
    return counts;
  }
}
