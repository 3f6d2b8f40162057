package org.fihris.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.Transition;

/**
 * The words that a word with wildcards, or one that may be written with other letters, stands for.
 * Automata over folded words, and from them automata over words as they are written.
 */
public final class WordPatterns {

  /** Steps of determinisation; beyond them a pattern is given up. */
  private static final int MOST_WORK = 20_000;

  private WordPatterns() {}

  /**
   * The folded words that a pattern stands for, with or without particles and article joined to
   * their front. Deterministic.
   *
   * @param folded a folded word in which {@code *} stands for any letters and {@code ?} for one
   * @throws TooComplexToDeterminizeException if the pattern costs too much
   */
  public static Automaton wildcard(String folded) {
    Automaton pattern = pattern(folded);
    boolean leads = folded.startsWith("*");
    return Operations.determinize(leads ? pattern : joined(folded, pattern), MOST_WORK);
  }

  private static Automaton pattern(String folded) {
    List<Automaton> parts = new ArrayList<>();
    folded
        .codePoints()
        .forEach(
            c ->
                parts.add(
                    switch (c) {
                      case '*' -> Automata.makeAnyString();
                      case '?' -> Automata.makeAnyChar();
                      default -> Automata.makeChar(c);
                    }));
    return Operations.concatenate(parts);
  }

  /**
   * The folded words that differ from one in so many letters but the first, with or without
   * particles and article joined to their front. Deterministic. Two letters that are swapped count
   * as one.
   *
   * @param folded not empty
   * @param edits 1 or 2
   * @throws TooComplexToDeterminizeException if the word costs too much
   */
  public static Automaton fuzzy(String folded, int edits) {
    int first = folded.codePointAt(0);
    LevenshteinAutomata rest =
        new LevenshteinAutomata(folded.substring(Character.charCount(first)), true);
    Automaton words =
        Operations.concatenate(List.of(Automata.makeChar(first), rest.toAutomaton(edits)));
    return Operations.determinize(joined(folded, words), MOST_WORK);
  }

  /** One folded word, with or without particles and article. Deterministic. */
  public static Automaton itself(String folded) {
    return Operations.determinize(joined(folded, Automata.makeString(folded)), MOST_WORK);
  }

  /** With the particles of the front: و ف, ب ك ل, ال, and لل for ل and ال. */
  private static Automaton joined(String folded, Automaton words) {
    boolean hasArticle = folded.startsWith("ال") && folded.length() > 3;
    if (hasArticle) {
      return Operations.concatenate(List.of(WordForms.PARTICLES, words));
    }
    Automaton article = Operations.optional(Automata.makeString("ال"));
    Automaton swallowed = Automata.makeString("لل");
    return Operations.union(
        List.of(
            Operations.concatenate(List.of(WordForms.PARTICLES, article, words)),
            Operations.concatenate(List.of(WordForms.CONJUNCTION, swallowed, words))));
  }

  /**
   * The ways to write the words of an automaton: hamza or none, vowel marks or none.
   *
   * @param folded deterministic, over folded words
   * @return deterministic, over words as the index has them
   */
  public static Automaton writings(Automaton folded) {
    Automaton.Builder written = new Automaton.Builder();
    for (int state = 0; state < folded.getNumStates(); state++) {
      written.createState();
      written.setAccept(state, folded.isAccept(state));
    }
    Transition step = new Transition();
    for (int state = 0; state < folded.getNumStates(); state++) {
      int count = folded.initTransition(state, step);
      for (int i = 0; i < count; i++) {
        folded.getNextTransition(step);
        addUnchanged(written, step);
        for (Map.Entry<Character, List<WordForms.Units>> letter : WordForms.LETTERS.entrySet()) {
          if (letter.getKey() >= step.min && letter.getKey() <= step.max) {
            addAll(written, state, step.dest, letter.getValue(), letter.getKey());
          }
        }
      }
      for (WordForms.Units marks : WordForms.MARKS) {
        written.addTransition(state, state, marks.first(), marks.last());
      }
    }
    return written.finish();
  }

  /** The part of a step that folding leaves alone. */
  private static void addUnchanged(Automaton.Builder written, Transition step) {
    int from = step.min;
    for (WordForms.Units changed : WordForms.CHANGED) {
      if (changed.last() < from) {
        continue;
      }
      if (changed.first() > step.max) {
        break;
      }
      if (changed.first() > from) {
        written.addTransition(step.source, step.dest, from, changed.first() - 1);
      }
      from = changed.last() + 1;
    }
    if (from <= step.max) {
      written.addTransition(step.source, step.dest, from, step.max);
    }
  }

  /** The other letters that fold to one. */
  private static void addAll(
      Automaton.Builder written, int state, int dest, List<WordForms.Units> units, char letter) {
    for (WordForms.Units unit : units) {
      if (!(unit.first() == letter && unit.last() == letter)) {
        written.addTransition(state, dest, unit.first(), unit.last());
      }
    }
  }
}
