package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Transition;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.TermPattern;
import org.fihris.index.Schema;
import org.fihris.text.ExactFolding;
import org.fihris.text.Folding;

/**
 * The Arabic words of an index as readers see them: folded, so that hamza and vowel marks make no
 * difference, with the number of articles that have them. They are found in the term dictionary of
 * the words as written, so that nothing has to be kept for them. Safe for any thread.
 */
final class ArchiveWords {
  /** As the tokenizer has it. */
  private static final int LONGEST = StandardAnalyzer.DEFAULT_MAX_TOKEN_LENGTH;

  /** No more terms are looked at for one pattern in one field. */
  private static final int MOST_TERMS = 20_000;

  /** By folded letter all that fold to it, itself among them. */
  private static final Map<Character, List<Character>> LETTERS = letters();

  private static final char FIRST_MARK = '\u064B';
  private static final char LAST_MARK = '\u0652';

  private final IndexTerms index;

  ArchiveWords(IndexTerms index) {
    this.index = index;
  }

  /** The words that each of some deterministic automata over folded letters accepts. */
  List<FoundWords> matching(List<Automaton> folded) throws IOException {
    List<String> fields = Schema.TEXTS.stream().map(Schema::words).toList();
    List<TermPattern> patterns =
        folded.stream().map(words -> TermPattern.of(written(words))).toList();
    List<FoundWords> found = new ArrayList<>();
    for (Map<String, Map<BytesRef, Integer>> byField :
        index.counted(fields, patterns, MOST_TERMS)) {
      FoundWords words = new FoundWords();
      for (String field : Schema.TEXTS) {
        byField
            .getOrDefault(Schema.words(field), Map.of())
            .forEach((term, articles) -> words.add(field, term.utf8ToString(), articles));
      }
      found.add(words);
    }
    return found;
  }

  /** What the archive has of some folded words. */
  FoundWords of(Collection<String> folded) throws IOException {
    return folded.isEmpty() ? new FoundWords() : matching(List.of(anyOf(folded))).getFirst();
  }

  /** Accepts some words, without those that are longer than any of an index. */
  static Automaton anyOf(Collection<String> words) {
    TreeSet<BytesRef> sorted = new TreeSet<>();
    for (String word : words) {
      if (word.length() <= LONGEST) {
        sorted.add(new BytesRef(word));
      }
    }
    return Automata.makeStringUnion(sorted);
  }

  /** The same over letters as written: each may have a hamza, and marks may follow it. */
  private static Automaton written(Automaton folded) {
    Automaton written = new Automaton();
    for (int state = 0; state < folded.getNumStates(); state++) {
      written.createState();
      written.setAccept(state, folded.isAccept(state));
    }
    Transition transition = new Transition();
    for (int state = 0; state < folded.getNumStates(); state++) {
      int count = folded.initTransition(state, transition);
      for (int i = 0; i < count; i++) {
        folded.getNextTransition(transition);
        for (Map.Entry<Character, List<Character>> letter : LETTERS.entrySet()) {
          if (letter.getKey() >= transition.min && letter.getKey() <= transition.max) {
            for (char as : letter.getValue()) {
              written.addTransition(state, transition.dest, as);
            }
          }
        }
      }
      if (state > 0) {
        written.addTransition(state, state, FIRST_MARK, LAST_MARK);
      }
    }
    written.finishState();
    return written;
  }

  private static Map<Character, List<Character>> letters() {
    Map<Character, List<Character>> letters = new HashMap<>();
    for (char c = '\u0620'; c < '\u06FF'; c++) {
      String folded = Folding.fold(String.valueOf(c));
      if (Character.isLetter(c) && folded.length() == 1 && ExactFolding.replacement(c) == null) {
        letters.computeIfAbsent(folded.charAt(0), letter -> new ArrayList<>()).add(c);
      }
    }
    return letters;
  }
}
