package org.fihris.snippet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.fihris.analysis.MatchLevel;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the passages of an article that tell most about the query: those that hold many of its
 * different words, rare ones above all, near to how they were typed and near to each other; among
 * equals the earlier. The second passage counts what the first does not have, and none says again
 * what the headline or another one says.
 */
final class PassageChoice {

  /** What a word counts that an earlier passage has shown. */
  private static final double SHOWN_BEFORE = 0.25;

  private static final double NEARNESS = 0.4;
  private static final double REPETITION = 0.05;
  private static final double POSITION = 0.15;
  private static final double CUT_START = 0.12;
  private static final double CUT_END = 0.04;

  /** Units of text behind which the position counts half. */
  private static final double HALF_POSITION = 800;

  /** Units of text between words at which nearness counts half. */
  private static final double HALF_NEARNESS = 40;

  /** Words that a passage has in common with another which says the same, of all its words. */
  private static final double SAME = 0.7;

  private static final int FEWEST_WORDS = 4;

  /** Passages of one article that are weighed, from its beginning. */
  private static final int MOST_WEIGHED = 128;

  private final IntToDoubleFunction rarity;
  private final BitSet shown = new BitSet();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Candidate> chosen = new ArrayList<>();
  private final List<int[]> told = new ArrayList<>();

  /**
   * @param rarity of a word of the query
   */
  PassageChoice(IntToDoubleFunction rarity) {
    this.rarity = rarity;
  }

  /** A passage of a field with its marks. */
  record Candidate(String field, int order, String text, Passage passage, List<FoundMark> marks) {}

  /** What the reader sees anyway. */
  void tell(String text) {
    told.add(words(text, 0, text.length()));
  }

  /**
   * Adds the passages of a field.
   *
   * @param order of the field in the article
   */
  void add(String field, int order, String text, List<FoundMark> marks, int length) {
    int first = 0;
    for (Passage passage : new PassageCutter(text, length).around(marks)) {
      if (candidates.size() >= MOST_WEIGHED * (order + 1)) {
        return;
      }
      while (first < marks.size() && marks.get(first).start() < passage.start()) {
        first++;
      }
      List<FoundMark> inside = new ArrayList<>();
      for (int i = first; i < marks.size() && marks.get(i).start() < passage.end(); i++) {
        if (passage.holds(marks.get(i))) {
          inside.add(marks.get(i));
        }
      }
      first = Math.max(0, first - 1); // passages may overlap
      candidates.add(new Candidate(field, order, text, passage, inside));
    }
  }

  /** At most {@code count} passages, in the order of the article. */
  List<Candidate> best(int count) {
    while (chosen.size() < count) {
      Candidate next = next();
      if (next == null) {
        break;
      }
      chosen.add(next);
      told.add(words(next.text(), next.passage().start(), next.passage().end()));
      next.marks().forEach(mark -> shown.set(mark.word()));
    }
    if (chosen.isEmpty() && count > 0 && !candidates.isEmpty()) {
      chosen.add(candidates.getFirst()); // all say what the headline says
    }
    chosen.sort(
        Comparator.comparingInt(Candidate::order).thenComparingInt(c -> c.passage().start()));
    return chosen;
  }

  private @Nullable Candidate next() {
    double[] scores = candidates.stream().mapToDouble(this::score).toArray();
    for (int i = 0; i < scores.length; i++) {
      int best = 0;
      for (int j = 1; j < scores.length; j++) {
        best = scores[j] > scores[best] ? j : best;
      }
      Candidate candidate = candidates.get(best);
      if (!candidate.marks().isEmpty() && isNew(candidate)) {
        return candidate;
      }
      scores[best] = Double.NEGATIVE_INFINITY;
    }
    return null;
  }

  private boolean isNew(Candidate candidate) {
    Passage passage = candidate.passage();
    for (Candidate other : chosen) {
      if (other.field().equals(candidate.field()) && other.passage().overlaps(passage)) {
        return false;
      }
    }
    int[] words = words(candidate.text(), passage.start(), passage.end());
    return told.stream().noneMatch(other -> sayTheSame(words, other));
  }

  private static boolean sayTheSame(int[] words, int[] other) {
    int fewer = Math.min(words.length, other.length);
    // A long passage that holds a headline says more than it.
    if (fewer < FEWEST_WORDS || words.length > 2 * other.length) {
      return Arrays.equals(words, other);
    }
    int common = 0;
    for (int word : words) {
      common += Arrays.binarySearch(other, word) >= 0 ? 1 : 0;
    }
    return common >= SAME * fewer;
  }

  private double score(Candidate candidate) {
    BitSet words = new BitSet();
    double score = 0;
    for (FoundMark mark : candidate.marks()) {
      if (!words.get(mark.word())) {
        words.set(mark.word());
        double part = rarity.applyAsDouble(mark.word()) * nearest(candidate, mark.word());
        score += shown.get(mark.word()) ? SHOWN_BEFORE * part : part;
      }
    }
    Passage passage = candidate.passage();
    int repeated = candidate.marks().size() - words.cardinality();
    score += NEARNESS * nearness(candidate.marks(), words.cardinality());
    score += REPETITION * Math.log1p(repeated);
    score += POSITION * HALF_POSITION / (HALF_POSITION + passage.start());
    score -= passage.cutStart() ? CUT_START : 0;
    score -= passage.cutEnd() ? CUT_END : 0;
    return score;
  }

  /** What the form of a word that is nearest to the one typed counts. */
  private static double nearest(Candidate candidate, int word) {
    double best = 0;
    for (FoundMark mark : candidate.marks()) {
      if (mark.word() == word) {
        best = Math.max(best, weight(mark.mark().level()));
      }
    }
    return best;
  }

  private static double weight(@Nullable MatchLevel level) {
    if (level == null) {
      return 1; // "case null" would have Java make the switch anew in every start
    }
    return switch (level) {
      case EXACT, SURFACE -> 1;
      case SPELLING -> 0.97;
      case STEM -> 0.88;
      case NAME -> 0.9;
      case LIKE -> 0.8;
      case KIN -> 0.7;
    };
  }

  /** From 0 to 1, more where different words stand close together. */
  private static double nearness(List<FoundMark> marks, int different) {
    if (different < 2) {
      return 0;
    }
    double near = 0;
    for (int i = 1; i < marks.size(); i++) {
      FoundMark before = marks.get(i - 1);
      FoundMark mark = marks.get(i);
      if (before.word() != mark.word()) {
        near += HALF_NEARNESS / (HALF_NEARNESS + mark.start() - before.end());
      }
    }
    return Math.min(near, different - 1.0) / different;
  }

  /** Most of all characters, told without a look at tables. */
  private static boolean isArabicLetter(char c) {
    return c >= 'ء' && c <= 'ي';
  }

  /** The different words of a piece of text as numbers, in order: enough to tell two alike. */
  private static int[] words(String text, int start, int end) {
    int[] words = new int[(end - start) / 2 + 1];
    int count = 0;
    int hash = 0;
    for (int i = start; i <= end; i++) {
      char c = i < end ? text.charAt(i) : ' ';
      if (isArabicLetter(c) || Character.isLetterOrDigit(c)) {
        hash = 31 * hash + c;
      } else if (hash != 0 && Character.getType(c) != Character.NON_SPACING_MARK) {
        words[count++] = hash;
        hash = 0;
      }
    }
    Arrays.sort(words, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || words[i] != words[i - 1]) {
        words[different++] = words[i];
      }
    }
    return Arrays.copyOf(words, different);
  }
}
