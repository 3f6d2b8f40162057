package org.fihris.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds names by a {@link TaggerModel} where tables and grammar are silent. Immutable, thread-safe.
 *
 * <p>What tables and grammar found is given: its words have the labels of what it is. Of all ways
 * to label the other words the most probable counts; a name among them is taken where its own
 * probability, that it begins, goes on and ends just there, reaches the threshold.
 */
final class Tagger {
  private static final BitSet NOTHING_HIDDEN = new BitSet();

  /** What is less probable is left out of account: of nearly all words all labels but one. */
  private static final double LEAST = 1e-6;

  private final TaggerModel model;

  Tagger(TaggerModel model) {
    this.model = model;
  }

  /** The further names of a text, which touch no word of those that are placed. */
  List<Phrase> phrases(Tokens tokens, List<Placed> placed) {
    if (tokens.count() == 0) {
      return List.of();
    }
    Lattice lattice = new Lattice(tokens.count(), labels(tokens.count(), placed));
    TaggerFeatures features = new TaggerFeatures(tokens, placed, NOTHING_HIDDEN);
    long[] row = new long[TaggerFeatures.MOST];
    double[] scores = new double[Label.COUNT];
    for (int word = 0; word < tokens.count(); word++) {
      if (lattice.given[word] < 0) {
        Arrays.fill(scores, 0);
        model.score(row, features.fill(word, row), scores);
      }
      lattice.add(word, scores);
    }
    return names(tokens, lattice);
  }

  /** The label of each word that is placed; −1 for the others. */
  static int[] labels(int count, List<Placed> placed) {
    int[] labels = new int[count];
    Arrays.fill(labels, -1);
    for (Placed each : placed) {
      labels[each.first()] = Label.begin(each.type());
      Arrays.fill(labels, each.first() + 1, each.last() + 1, Label.inside(each.type()));
    }
    return labels;
  }

  private List<Phrase> names(Tokens tokens, Lattice lattice) {
    int[] labels = lattice.best();
    List<Phrase> names = new ArrayList<>();
    for (int first = 0; first < labels.length; first++) {
      if (lattice.given[first] >= 0 || !Label.isBegin(labels[first])) {
        continue;
      }
      int last = first;
      while (last + 1 < labels.length
          && lattice.given[last + 1] < 0
          && labels[last + 1] == labels[first] + 1) {
        last++;
      }
      double probability = lattice.probability(first, last, labels[first]);
      if (probability >= model.threshold()) {
        names.add(phrase(tokens, first, last, Label.type(labels[first]), probability));
      }
      first = last;
    }
    return names;
  }

  private static Phrase phrase(
      Tokens tokens, int first, int last, EntityType type, double probability) {
    // One word says of a person's name too little.
    boolean tells = type != EntityType.PERSON || last > first;
    Evidence evidence = new Evidence.Tagged(probability);
    return new Phrase(first, last, tokens.from(first), type, evidence, tells);
  }

  /** The probabilities of all labels of all words. */
  private final class Lattice {
    final int[] given;

    /** By word, label before and label: how probable the label is behind that one. */
    private final double[][][] next;

    /** How probable each label of each word is, whatever came before. */
    private final double[][] forward;

    /** The logarithm of the best way to each label. */
    private final double[][] best;

    private final int[][] cameFrom;

    Lattice(int count, int[] given) {
      this.given = given;
      next = new double[count][][];
      forward = new double[count][Label.COUNT];
      best = new double[count][Label.COUNT];
      cameFrom = new int[count][Label.COUNT];
    }

    void add(int word, double[] scores) {
      double[][] rows = new double[Label.COUNT][];
      next[word] = rows;
      Arrays.fill(best[word], Double.NEGATIVE_INFINITY);
      for (int previous = 0; previous < Label.COUNT; previous++) {
        double reached = word == 0 ? start(previous) : forward[word - 1][previous];
        if (reached < LEAST) {
          continue;
        }
        rows[previous] = given[word] >= 0 ? certain(given[word]) : row(previous, scores);
        double way = word == 0 ? 0 : best[word - 1][previous];
        for (int label = 0; label < Label.COUNT; label++) {
          forward[word][label] += reached * rows[previous][label];
          double whole = way + Math.log(rows[previous][label]);
          if (whole > best[word][label]) {
            best[word][label] = whole;
            cameFrom[word][label] = previous;
          }
        }
      }
    }

    private double start(int previous) {
      return previous == Label.OUTSIDE ? 1 : 0;
    }

    private double[] certain(int label) {
      double[] row = new double[Label.COUNT];
      row[label] = 1;
      return row;
    }

    private double[] row(int previous, double[] scores) {
      double[] row = new double[Label.COUNT];
      double most = Double.NEGATIVE_INFINITY;
      for (int label = 0; label < Label.COUNT; label++) {
        row[label] =
            Label.mayFollow(label, previous)
                ? scores[label] + model.transition(previous, label)
                : Double.NEGATIVE_INFINITY;
        most = Math.max(most, row[label]);
      }
      double sum = 0;
      for (int label = 0; label < Label.COUNT; label++) {
        row[label] = Math.exp(row[label] - most);
        sum += row[label];
      }
      for (int label = 0; label < Label.COUNT; label++) {
        row[label] /= sum;
      }
      return row;
    }

    int[] best() {
      int[] labels = new int[given.length];
      int label = Label.OUTSIDE;
      for (int other = 0; other < Label.COUNT; other++) {
        if (best[given.length - 1][other] > best[given.length - 1][label]) {
          label = other;
        }
      }
      for (int word = given.length - 1; word >= 0; word--) {
        labels[word] = label;
        label = cameFrom[word][label];
      }
      return labels;
    }

    /** That a name begins at {@code first}, goes on to {@code last} and no further. */
    double probability(int first, int last, int begin) {
      double probability = forward[first][begin];
      int previous = begin;
      for (int word = first + 1; word <= last; word++) {
        probability *= behind(word, previous, begin + 1);
        previous = begin + 1;
      }
      return last + 1 < given.length
          ? probability * (1 - behind(last + 1, previous, begin + 1))
          : probability;
    }

    private double behind(int word, int previous, int label) {
      double[] row = next[word][previous];
      return row == null ? 0 : row[label];
    }
  }
}
