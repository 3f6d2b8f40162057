package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Transition;
import org.fihris.index.Schema;
import org.fihris.text.ExactFolding;
import org.fihris.text.Folding;

/**
 * The Arabic words of an index as readers see them: folded, so that hamza and vowel marks make no
 * difference, with the number of articles that have them. They are found in the term dictionary of
 * the words as written, so that nothing has to be kept for them. Safe for any thread.
 */
final class ArchiveWords {
  /** No more terms are looked at for one question. */
  private static final int MOST_TERMS = 20_000;

  /** By folded letter all that fold to it, itself among them. */
  private static final Map<Character, List<Character>> LETTERS = letters();

  private static final char FIRST_MARK = '\u064B';
  private static final char LAST_MARK = '\u0652';

  private final IndexReader reader;

  ArchiveWords(IndexReader reader) {
    this.reader = reader;
  }

  /** The words that a deterministic automaton over folded letters accepts, with their articles. */
  Map<String, Integer> matching(Automaton folded) throws IOException {
    Map<String, Integer> articles = new HashMap<>();
    CompiledAutomaton written = new CompiledAutomaton(written(folded), false, true);
    for (String field : Schema.TEXTS) {
      Terms terms = MultiTerms.getTerms(reader, Schema.words(field));
      if (terms != null) {
        TermsEnum each = written.getTermsEnum(terms);
        for (int i = 0; i < MOST_TERMS && each.next() != null; i++) {
          articles.merge(Folding.fold(each.term().utf8ToString()), each.docFreq(), Integer::sum);
        }
      }
    }
    return articles;
  }

  /** About how many articles have a word, whatever its hamza and marks. */
  int articles(String word) throws IOException {
    String folded = Folding.fold(word);
    return matching(Automata.makeString(folded)).getOrDefault(folded, 0);
  }

  /** A folded word as most articles write it: غزة of غزه. */
  String asWritten(String word) throws IOException {
    Map<String, Integer> articles = new HashMap<>();
    String most = word;
    for (String field : Schema.TEXTS) {
      for (Term writing : writings(word, field)) {
        int sum = articles.merge(writing.text(), reader.docFreq(writing), Integer::sum);
        if (sum > articles.getOrDefault(most, 0)) {
          most = writing.text();
        }
      }
    }
    return most;
  }

  /** The ways in which articles write a word in a field. */
  List<Term> writings(String word, String field) throws IOException {
    List<Term> found = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, Schema.words(field));
    if (terms != null) {
      Automaton writings = written(Automata.makeString(Folding.fold(word)));
      TermsEnum each = new CompiledAutomaton(writings, false, true).getTermsEnum(terms);
      while (each.next() != null) {
        found.add(new Term(Schema.words(field), BytesRef.deepCopyOf(each.term())));
      }
    }
    return found;
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
