package org.fihris.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stories of an index, to find the one that a new article tells.
 *
 * <p>An article is compared with the first article of a story only, never with one that joined
 * later, so that no chain of small differences makes one story of two. Candidates are the stories
 * of which two neighbouring minima are the same, in any of twenty places; of those that are alike
 * enough the most alike is taken. What is alike is symmetric, and which one is taken does not
 * depend on the order in which the stories came.
 *
 * <p>Memory: some 450 bytes a story. Safe for any number of threads; which of several articles is
 * the first of a story depends on the order of the calls.
 */
public final class Stories {
  /** Two neighbouring minima are looked up together: 0.45 alike is found with 0.99. */
  static final int BANDS = 20;

  /** Stories that are alike in one band, as those with a stock phrase are: no more are kept. */
  private static final int CROWD = 32;

  private final List<Story> stories = new ArrayList<>();

  /** Open addressing: number of a story plus one; 0 is free. No key is kept, the minima tell. */
  private int[] slots = new int[1 << 12];

  private int used;

  private final LongIntTable byContent = new LongIntTable();

  /** The story that an article tells; from now on it is known, and so is the article. */
  public synchronized Story settle(StorySketch article) {
    int known = byContent.get(article.content());
    if (known >= 0) {
      return stories.get(known);
    }
    int alike = mostAlike(article);
    int number = alike >= 0 ? alike : add(new Story(article.content(), article));
    byContent.put(article.content(), number);
    return stories.get(number);
  }

  /** The story that an article would join, or {@code null} if it would be the first of its own. */
  synchronized @Nullable Story find(StorySketch article) {
    int known = byContent.get(article.content());
    int number = known >= 0 ? known : mostAlike(article);
    return number < 0 ? null : stories.get(number);
  }

  /** Makes a story of the index known; it must not be known yet. */
  synchronized int add(Story story) {
    if ((used + BANDS) * 10L > slots.length * 6L) {
      grow();
    }
    stories.add(story);
    insert(stories.size() - 1);
    return stories.size() - 1;
  }

  /** How many stories are known. */
  public synchronized int size() {
    return stories.size();
  }

  /**
   * Makes an article of an index known; what is known already stays as it is.
   *
   * @param content hash of its words
   */
  public synchronized void learn(Story story, long content) {
    // The key of a story is the hash of the words of its first article.
    int number = byContent.get(story.key());
    if (number < 0) {
      number = add(story);
      byContent.put(story.key(), number);
    }
    know(content, number);
  }

  /** Makes the words of an article of the index known, by the number of its story. */
  synchronized void know(long content, int story) {
    if (byContent.get(content) < 0) {
      byContent.put(content, story);
    }
  }

  private int mostAlike(StorySketch article) {
    if (!article.comparable()) {
      return -1;
    }
    int best = -1;
    double bestResemblance = 0;
    for (int band = 0; band < BANDS; band++) {
      int mask = slots.length - 1;
      for (int slot = home(article, band); slots[slot] != 0; slot = (slot + 1) & mask) {
        int number = slots[slot] - 1;
        Story story = stories.get(number);
        if (number != best && sameBand(article, story.first(), band)) {
          double resemblance = Reprints.resemblance(article, story.first());
          if (resemblance > bestResemblance
              || (resemblance == bestResemblance
                  && best >= 0
                  && Long.compareUnsigned(story.key(), stories.get(best).key()) < 0)) {
            best = number;
            bestResemblance = resemblance;
          }
        }
      }
    }
    return best;
  }

  private void grow() {
    slots = new int[Math.multiplyExact(slots.length, 2)];
    used = 0;
    for (int number = 0; number < stories.size(); number++) {
      insert(number);
    }
  }

  private void insert(int number) {
    if (stories.get(number).first().comparable()) {
      for (int band = 0; band < BANDS; band++) {
        insert(number, band);
      }
    }
  }

  private void insert(int number, int band) {
    StorySketch sketch = stories.get(number).first();
    int mask = slots.length - 1;
    int slot = home(sketch, band);
    int crowd = 0;
    while (slots[slot] != 0) {
      if (sameBand(sketch, stories.get(slots[slot] - 1).first(), band) && ++crowd == CROWD) {
        return;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = number + 1;
    used++;
  }

  /** The slot at which the search for the stories of a band begins. */
  private int home(StorySketch sketch, int band) {
    long minima =
        (sketch.minimum(2 * band) & 0xFFFFL) << 16 | (sketch.minimum(2 * band + 1) & 0xFFFFL);
    long hash = (minima + ((long) band << 32)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32) & (slots.length - 1);
  }

  /**
   * What the stories that an article may tell have in common with it: two articles that share none
   * of these are not compared. Equal for equal minima in the same place.
   *
   * @return twenty short texts; none for an article that is too short to be compared
   */
  public static List<String> bands(StorySketch sketch) {
    if (!sketch.comparable()) {
      return List.of();
    }
    List<String> bands = new ArrayList<>(BANDS);
    for (int band = 0; band < BANDS; band++) {
      int minima =
          (sketch.minimum(2 * band) & 0xFFFF) << 16 | (sketch.minimum(2 * band + 1) & 0xFFFF);
      bands.add((char) ('a' + band) + Integer.toUnsignedString(minima, Character.MAX_RADIX));
    }
    return bands;
  }

  private static boolean sameBand(StorySketch a, StorySketch b, int band) {
    return a.minimum(2 * band) == b.minimum(2 * band)
        && a.minimum(2 * band + 1) == b.minimum(2 * band + 1);
  }
}
