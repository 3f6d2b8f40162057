package org.fihris.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The words of headlines, and the pairs and triples of them that stand together oftener than chance
 * has it. For one thread.
 *
 * <p>Together oftener than chance: the log-likelihood ratio of Dunning (1993) passes the limit of
 * one in a thousand. A pair that is nearly always part of one triple is left to that.
 */
final class Phrases {
  private static final int LEAST = 3;

  /** Chi-square with one degree of freedom, one in a thousand. */
  private static final double LIKELY = 10.83;

  private static final double PART_OF = 0.8;
  private static final int WORD_BITS = 21;

  private final Predicate<String> isStopWord;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /** By word its spelling that most headlines have, as far as one pass can tell. */
  private final List<String> shown = new ArrayList<>();

  private int[] lead = new int[1 << 12];
  private int[] counts = new int[1 << 12];
  private final List<int[]> headlines = new ArrayList<>();
  private long places;

  /** A phrase as it is shown. */
  record Phrase(String text, int headlines) {}

  /**
   * @param isStopWord of a word as it is written
   */
  Phrases(Predicate<String> isStopWord) {
    this.isStopWord = isStopWord;
  }

  /**
   * Adds a headline.
   *
   * @param written its words; no phrase goes beyond an empty one
   */
  void add(List<String> written) {
    int[] headline = new int[written.size()];
    for (int i = 0; i < headline.length; i++) {
      headline[i] = written.get(i).isEmpty() ? -1 : number(written.get(i));
    }
    headlines.add(headline);
    places += headline.length;
  }

  private int number(String written) {
    String key = String.join("", TypedWords.of(written));
    int word = numbers.computeIfAbsent(key, fresh -> words.size());
    if (word == words.size()) {
      words.add(key);
      shown.add(written);
      if (word == counts.length) {
        counts = Arrays.copyOf(counts, word * 2);
        lead = Arrays.copyOf(lead, word * 2);
      }
    }
    counts[word]++;
    if (shown.get(word).equals(written)) {
      lead[word]++;
    } else if (--lead[word] < 0) {
      shown.set(word, written);
      lead[word] = 1;
    }
    return word;
  }

  /** All phrases, in no order. */
  List<Phrase> phrases() {
    if (words.size() >= 1 << WORD_BITS) {
      return List.of(); // more words than any language has: these are no headlines
    }
    List<Phrase> phrases = new ArrayList<>();
    boolean[] stops = new boolean[words.size()];
    for (int word = 0; word < words.size(); word++) {
      stops[word] = isStopWord.test(shown.get(word));
      if (!stops[word] && counts[word] >= LEAST && words.get(word).length() > 1) {
        phrases.add(new Phrase(shown.get(word), counts[word]));
      }
    }
    Counts pairs = count(2);
    Counts triples = count(3);
    Map<Long, Integer> inTriples = new HashMap<>();
    for (int i = 0; i < triples.size; i++) {
      long triple = triples.keys[i];
      if (isPhrase(triple, triples.counts[i], pairs, stops)) {
        phrases.add(new Phrase(text(triple, 3), triples.counts[i]));
        inTriples.merge(triple >>> WORD_BITS, triples.counts[i], Math::max);
        inTriples.merge(triple & ((1L << (2 * WORD_BITS)) - 1), triples.counts[i], Math::max);
      }
    }
    for (int i = 0; i < pairs.size; i++) {
      int first = word(pairs.keys[i], 1);
      int second = word(pairs.keys[i], 0);
      int together = pairs.counts[i];
      if (!stops[first]
          && !stops[second]
          && inTriples.getOrDefault(pairs.keys[i], 0) < PART_OF * together
          && likely(together, counts[first], counts[second])) {
        phrases.add(new Phrase(text(pairs.keys[i], 2), together));
      }
    }
    return phrases;
  }

  private boolean isPhrase(long triple, int together, Counts pairs, boolean[] stops) {
    int last = word(triple, 0);
    int first = word(triple, 2);
    return !stops[first]
        && !stops[last]
        && likely(together, pairs.of(triple >>> WORD_BITS), counts[last])
        && likely(together, counts[first], pairs.of(triple & ((1L << (2 * WORD_BITS)) - 1)));
  }

  private boolean likely(int together, int one, int other) {
    double expected = (double) one * other / places;
    return together > expected && ratio(together, one, other) >= LIKELY;
  }

  private double ratio(double together, double one, double other) {
    return 2
        * (term(together, one, other)
            + term(one - together, one, places - other)
            + term(other - together, places - one, other)
            + term(places - one - other + together, places - one, places - other));
  }

  private double term(double seen, double row, double column) {
    return seen <= 0 ? 0 : seen * Math.log(seen * places / (row * column));
  }

  private static int word(long key, int fromEnd) {
    return (int) (key >>> (fromEnd * WORD_BITS)) & ((1 << WORD_BITS) - 1);
  }

  private String text(long key, int length) {
    StringBuilder text = new StringBuilder(shown.get(word(key, length - 1)));
    for (int i = length - 2; i >= 0; i--) {
      text.append(' ').append(shown.get(word(key, i)));
    }
    return text.toString();
  }

  /** Keys in order with their counts, those seen often enough. */
  private record Counts(long[] keys, int[] counts, int size) {
    int of(long key) {
      int at = Arrays.binarySearch(keys, 0, size, key);
      return at < 0 ? 0 : counts[at];
    }
  }

  /** Sorted rather than hashed: the runs of all headlines fit in one array of numbers. */
  private Counts count(int length) {
    long[] runs = new long[Math.toIntExact(places)];
    int size = 0;
    for (int[] headline : headlines) {
      for (int from = 0; from + length <= headline.length; from++) {
        long run = 0;
        boolean whole = true;
        for (int i = from; i < from + length; i++) {
          whole &= headline[i] >= 0;
          run = run << WORD_BITS | headline[i];
        }
        if (whole) {
          runs[size++] = run;
        }
      }
    }
    Arrays.sort(runs, 0, size);
    int[] seen = new int[size];
    int kept = 0;
    for (int from = 0; from < size; ) {
      int to = from;
      while (to < size && runs[to] == runs[from]) {
        to++;
      }
      if (to - from >= LEAST) {
        runs[kept] = runs[from];
        seen[kept++] = to - from;
      }
      from = to;
    }
    return new Counts(runs, seen, kept);
  }
}
