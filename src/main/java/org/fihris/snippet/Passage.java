package org.fihris.snippet;

/**
 * A piece of a text that may become a snippet.
 *
 * @param start first UTF-16 unit
 * @param end the unit after the last
 * @param cutStart whether it begins inside a sentence
 * @param cutEnd whether it ends inside a sentence
 */
record Passage(int start, int end, boolean cutStart, boolean cutEnd) {
  int length() {
    return end - start;
  }

  boolean overlaps(Passage other) {
    return start < other.end && other.start < end;
  }

  boolean holds(FoundMark mark) {
    return start <= mark.start() && mark.end() <= end;
  }
}
