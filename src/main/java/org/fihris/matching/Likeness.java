package org.fihris.matching;

import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.fihris.analysis.WordPatterns;
import org.fihris.query.QueryNode;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Which words are like one with wildcards, or like one that may be written with other letters. For
 * a match particles and the article may be joined to the front. Safe for any thread.
 *
 * @param typed as it was typed
 * @param folded over folded words, deterministic
 * @param nearer over the words that differ by one letter fewer; null for wildcards
 */
record Likeness(
    String typed,
    Automaton folded,
    CharacterRunAutomaton run,
    @Nullable CharacterRunAutomaton nearer) {

  /** Of a word with wildcards; null if it costs too much. */
  static @Nullable Likeness of(QueryNode.Wildcard wildcard) {
    try {
      Automaton words = WordPatterns.wildcard(Folding.fold(wildcard.text()));
      return new Likeness(wildcard.display(), words, new CharacterRunAutomaton(words), null);
    } catch (TooComplexToDeterminizeException e) {
      return null;
    }
  }

  /** Of a word that may be written with other letters; null if it costs too much. */
  static @Nullable Likeness of(QueryNode.Fuzzy fuzzy) {
    String folded = Folding.fold(fuzzy.text());
    try {
      Automaton words = WordPatterns.fuzzy(folded, fuzzy.edits());
      Automaton nearer =
          fuzzy.edits() == 1 ? WordPatterns.itself(folded) : WordPatterns.fuzzy(folded, 1);
      return new Likeness(
          fuzzy.display(),
          words,
          new CharacterRunAutomaton(words),
          new CharacterRunAutomaton(nearer));
    } catch (TooComplexToDeterminizeException e) {
      return null;
    }
  }

  /**
   * Whether they may begin with any letter, so that the whole dictionary is to be looked through.
   */
  boolean leads() {
    return typed.startsWith("*");
  }

  /** Whether a folded word of an article is one of them. */
  boolean matches(String word) {
    return run.run(word);
  }

  /** Whether a folded word that matches is so with a letter to spare. */
  boolean isNear(String word) {
    return nearer != null && nearer.run(word);
  }
}
