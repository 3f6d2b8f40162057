package org.fihris.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes the examples that a tagger of names is trained on. Immutable, thread-safe.
 *
 * <p>Examples are the words where tables and grammar find nothing, since only there the tagger is
 * asked. A marked name that they find, in whole or in part, is theirs and no example.
 */
public final class TaggerExamples {

  /** Of the names that tables and grammar find, so many are hidden. */
  private static final double HIDDEN_NAMES = 0.5;

  /** Of the other words of the language, so many are hidden, and so many shown as they are. */
  private static final double HIDDEN_WORDS = 0.1;

  private static final double SHOWN_WORDS = 0.1;

  private static final int SHORTEST = 3;

  private final EntityRecogniser recogniser;

  /**
   * @throws org.fihris.config.ConfigException with file and line on a fault in the tables of words
   *     that names are made of
   */
  public TaggerExamples(Gazetteer gazetteer) {
    recogniser = new EntityRecogniser(gazetteer, null);
  }

  /**
   * The examples of a text whose names somebody marked, all of them.
   *
   * @param names not overlapping
   */
  public List<TaggerExample> labelled(String text, List<NameSpan> names) {
    EntityRecogniser.Reading reading = recogniser.read(text);
    Tokens tokens = reading.tokens();
    int[] labels = Tagger.labels(tokens.count(), reading.placed());
    BitSet silent = new BitSet();
    for (int word = 0; word < labels.length; word++) {
      silent.set(word, labels[word] < 0);
    }
    for (NameSpan name : names) {
      mark(reading, name, silent, labels);
    }
    Arrays.setAll(labels, word -> Math.max(labels[word], Label.OUTSIDE));
    TaggerFeatures features = new TaggerFeatures(tokens, reading.placed(), new BitSet());
    return examples(features, labels, silent);
  }

  private static void mark(
      EntityRecogniser.Reading reading, NameSpan name, BitSet silent, int[] labels) {
    Words words = reading.tokens().words;
    int first = -1;
    int last = -1;
    for (int word = 0; word < words.count(); word++) {
      if (reading.folded().originalEnd(words.end(word)) > name.start()
          && reading.folded().originalStart(words.start(word)) < name.end()) {
        first = first < 0 ? word : first;
        last = word;
      }
    }
    if (first >= 0 && silent.nextClearBit(first) > last) {
      Arrays.fill(labels, first, last + 1, Label.inside(name.type()));
      labels[first] = Label.begin(name.type());
    }
  }

  /**
   * Examples from a text that nobody labelled. Some of the names that tables and grammar find are
   * hidden, and so are some common words: from these the tagger learns what stands around names and
   * around other words, and how they are formed. Of words that are unknown to the tables nothing is
   * said.
   */
  public List<TaggerExample> guessed(String text, RandomGenerator random) {
    EntityRecogniser.Reading reading = recogniser.read(text);
    Tokens tokens = reading.tokens();
    BitSet hidden = new BitSet();
    BitSet asked = new BitSet();
    List<Placed> shown = new ArrayList<>();
    BitSet named = new BitSet();
    for (Placed placed : reading.placed()) {
      named.set(placed.first(), placed.last() + 1);
      boolean hide =
          placed.source() != Placed.Source.GUESS
              && mayBeHidden(tokens, placed)
              && random.nextDouble() < HIDDEN_NAMES;
      if (hide) {
        hidden.set(placed.first(), placed.last() + 1);
      } else {
        shown.add(placed);
      }
    }
    asked.or(hidden);
    for (int word = 0; word < tokens.count(); word++) {
      if (!named.get(word) && !tokens.mayBeUnknown(word)) {
        double chance = random.nextDouble();
        if (chance < HIDDEN_WORDS && mayBeHidden(tokens, word)) {
          hidden.set(word);
          asked.set(word);
        } else {
          asked.set(word, chance > 1 - SHOWN_WORDS);
        }
      }
    }
    int[] labels = Tagger.labels(tokens.count(), reading.placed());
    Arrays.setAll(labels, word -> Math.max(labels[word], Label.OUTSIDE));
    return examples(new TaggerFeatures(tokens, shown, hidden), labels, asked);
  }

  private static boolean mayBeHidden(Tokens tokens, Placed placed) {
    for (int word = placed.first(); word <= placed.last(); word++) {
      if (!mayBeHidden(tokens, word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBeHidden(Tokens tokens, int word) {
    return tokens.length(word) >= SHORTEST
        && !tokens.is(word, WordClass.FUNCTION)
        && Character.isLetter(tokens.words.text.charAt(tokens.words.start(word)));
  }

  private static List<TaggerExample> examples(TaggerFeatures features, int[] labels, BitSet asked) {
    List<TaggerExample> examples = new ArrayList<>();
    long[] row = new long[TaggerFeatures.MOST];
    for (int word = asked.nextSetBit(0); word >= 0; word = asked.nextSetBit(word + 1)) {
      int count = features.fill(word, row);
      int previous = word == 0 ? Label.OUTSIDE : labels[word - 1];
      examples.add(new TaggerExample(Arrays.copyOf(row, count), previous, labels[word]));
    }
    return examples;
  }
}
