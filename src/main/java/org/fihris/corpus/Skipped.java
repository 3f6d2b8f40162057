package org.fihris.corpus;

import java.util.ArrayList;
import java.util.List;

/** Files that were left alone because they are no news pages: all counted, the first ones named. */
final class Skipped {
  private static final int SAMPLE = 100;

  private final List<String> sample = new ArrayList<>();
  private long count;

  synchronized void add(String shown) {
    count++;
    if (sample.size() < SAMPLE) {
      sample.add(shown);
    }
  }

  synchronized long count() {
    return count;
  }

  synchronized List<String> sample() {
    return List.copyOf(sample);
  }
}
