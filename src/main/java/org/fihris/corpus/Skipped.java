package org.fihris.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that were left alone because they are no news pages: all counted, the first ones named. */
final class Skipped {
  private static final int SAMPLE = 100;
  private static final int KINDS = 40;

  private final List<String> sample = new ArrayList<>();
  private final Map<String, Long> records = new TreeMap<>();
  private long count;

  synchronized void add(String shown) {
    count++;
    if (sample.size() < SAMPLE) {
      sample.add(shown);
    }
  }

  /**
   * Counts a record of a web archive that is no page.
   *
   * @param kind what it is; beyond a few dozen kinds, which no archive has, all others are one
   */
  synchronized void record(String kind) {
    boolean room = records.containsKey(kind) || records.size() < KINDS;
    records.merge(room ? kind : "other", 1L, Long::sum);
  }

  synchronized Map<String, Long> records() {
    return Map.copyOf(records);
  }

  synchronized long count() {
    return count;
  }

  synchronized List<String> sample() {
    return List.copyOf(sample);
  }
}
