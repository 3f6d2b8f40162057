package org.fihris.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.analysis.WordForms;
import org.fihris.index.Schema;
import org.fihris.text.Folding;

/**
 * Queries for words as they are written: quoted ones, which any spelling of the same word may stand
 * for but no other form, and exact ones.
 */
final class WordTerms {

  /** The most ways of writing one word that are searched for. */
  private static final int MOST_WRITINGS = 128;

  private final IndexReader reader;
  private final NewsAnalyzer analyzer;
  private final NewsAnalyzer written;

  WordTerms(IndexReader reader, NewsAnalyzer analyzer) {
    this.reader = reader;
    this.analyzer = analyzer;
    this.written = analyzer.at(MatchLevel.EXACT);
  }

  /** The words of a text as they are written; empty if it has none. */
  List<AnalysedWord> written(String text) {
    return AnalysedWord.of(text, written);
  }

  /** For words as they are spelt, side by side. */
  static Query exact(List<AnalysedWord> words, String field) {
    String name = Schema.words(field);
    if (words.size() == 1) {
      return new TermQuery(new Term(name, words.getFirst().term()));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(new Term(name, word.term()), word.position()));
    return phrase.build();
  }

  /** For quoted words side by side, in any spelling; particles may be joined to the first. */
  Query quoted(List<AnalysedWord> words, String field) throws IOException {
    String name = Schema.words(field);
    List<List<BytesRef>> writings = new ArrayList<>();
    for (AnalysedWord word : words) {
      List<BytesRef> found = writings(word.term(), writings.isEmpty(), name);
      if (found.isEmpty()) {
        return new MatchNoDocsQuery("no article has this word");
      }
      writings.add(found);
    }
    if (words.size() == 1) {
      SynonymQuery.Builder any = new SynonymQuery.Builder(name);
      writings.getFirst().forEach(bytes -> any.addTerm(new Term(name, bytes)));
      return any.build();
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      Term[] terms =
          writings.get(i).stream().map(bytes -> new Term(name, bytes)).toArray(Term[]::new);
      phrase.add(terms, words.get(i).position());
    }
    return phrase.build();
  }

  private List<BytesRef> writings(String word, boolean first, String field) throws IOException {
    List<String> spellings = analyzer.spellings().spellings(Folding.fold(word));
    Automaton forms = first ? WordForms.joinedWritings(spellings) : WordForms.writings(spellings);
    return terms(new CompiledAutomaton(forms, false, true), field);
  }

  /** Whether any article has a word of this stem. */
  boolean isKnown(String stem) throws UncheckedIOException {
    try {
      for (QueryTranslator.TextField field : QueryTranslator.ANYWHERE) {
        if (reader.docFreq(new Term(field.name(), stem)) > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For articles with stems of the same consonants, or for none. */
  Query kin(String stem, String field) throws IOException {
    Automaton automaton = WordForms.kin(stem);
    List<BytesRef> stems =
        automaton == null ? List.of() : terms(new CompiledAutomaton(automaton, false, true), field);
    if (stems.isEmpty()) {
      return new MatchNoDocsQuery("no word is of kin");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    stems.forEach(kin -> any.add(new TermQuery(new Term(field, kin)), Occur.SHOULD));
    return any.build();
  }

  private List<BytesRef> terms(CompiledAutomaton automaton, String field) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    List<BytesRef> found = new ArrayList<>();
    if (terms != null) {
      TermsEnum all = automaton.getTermsEnum(terms);
      while (found.size() < MOST_WRITINGS && all.next() != null) {
        found.add(BytesRef.deepCopyOf(all.term()));
      }
    }
    return found;
  }
}
