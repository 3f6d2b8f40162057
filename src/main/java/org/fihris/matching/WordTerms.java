package org.fihris.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
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
import org.fihris.analysis.WordForms;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.TermPattern;
import org.fihris.index.Schema;
import org.fihris.query.Spelling;
import org.fihris.text.Folding;

/**
 * Queries for words as they are written: quoted ones, which any spelling of the same word may stand
 * for but no other form, and exact ones.
 */
final class WordTerms {

  /** The most ways of writing one word that are searched for. */
  private static final int MOST_WRITINGS = 128;

  /** The most forms of one word that are searched for, and the most terms looked at for them. */
  private static final int MOST_FORMS = 512;

  private static final int MOST_LOOKED_AT = 8192;

  /** Words of which the ways to write them are remembered. */
  private static final int MOST_REMEMBERED = 512;

  private final IndexTerms index;
  private final QueryAnalyzers analyzers;

  /**
   * By quoted word and field the ways to write it, since the next page and the chosen facet ask for
   * the same words; the index does not change.
   */
  private final Map<Quoted, Map<String, List<BytesRef>>> remembered = new ConcurrentHashMap<>();

  /** By word and field its forms in the spelling that is typed, for the same reason. */
  private final Map<Typed, List<BytesRef>> rememberedForms = new ConcurrentHashMap<>();

  /**
   * @param first whether particles may be joined to it
   */
  private record Quoted(String word, boolean first, Spelling spelling) {}

  private record Typed(String word, String field) {}

  WordTerms(IndexTerms index, QueryAnalyzers analyzers) {
    this.index = index;
    this.analyzers = analyzers;
  }

  /** The words of a text as they are written; empty if it has none. */
  List<AnalysedWord> written(String text) {
    return AnalysedWord.of(text, analyzers.written());
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

  /** For quoted words side by side; particles may be joined to the first. */
  Query quoted(List<AnalysedWord> words, String field, Spelling spelling) throws IOException {
    String name = Schema.words(field);
    List<List<BytesRef>> writings = writings(words, field, spelling);
    if (writings.size() < words.size()) {
      return new MatchNoDocsQuery("no article has this word");
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

  /**
   * The ways in which a field has each of some quoted words.
   *
   * @return up to the first word that it has not
   */
  List<List<BytesRef>> writings(List<AnalysedWord> words, String field, Spelling spelling)
      throws IOException {
    List<List<BytesRef>> writings = new ArrayList<>();
    for (AnalysedWord word : words) {
      List<BytesRef> found =
          writings(word.term(), writings.isEmpty(), Schema.words(field), spelling);
      if (found.isEmpty()) {
        break;
      }
      writings.add(found);
    }
    return writings;
  }

  /** The ways to write a word that a field has. */
  private List<BytesRef> writings(String word, boolean first, String field, Spelling spelling)
      throws IOException {
    Quoted quoted = new Quoted(word, first, spelling);
    Map<String, List<BytesRef>> found = remembered.get(quoted);
    if (found == null) {
      found = find(quoted);
      remember(remembered, quoted, found);
    }
    return found.getOrDefault(field, List.of());
  }

  private static <K, V> void remember(Map<K, V> remembered, K key, V value) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(key, value);
  }

  private Map<String, List<BytesRef>> find(Quoted quoted) throws IOException {
    String folded = Folding.fold(quoted.word);
    List<String> spellings =
        switch (quoted.spelling) {
          case ANY -> analyzers.stems().spellings().spellings(folded);
          case AS_TYPED -> List.of(folded);
        };
    TermPattern forms =
        TermPattern.of(
            quoted.first ? WordForms.joinedWritings(spellings) : WordForms.writings(spellings));
    return index.terms(Schema.TEXTS.stream().map(Schema::words).toList(), forms, MOST_WRITINGS);
  }

  /** Whether any article has a word of this stem. */
  boolean isKnown(String stem) throws UncheckedIOException {
    try {
      int[] articles =
          index.articlesWith(
              TextField.ANYWHERE.stream().map(field -> new Term(field.name(), stem)).toList());
      return Arrays.stream(articles).anyMatch(number -> number > 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For articles with stems of the same consonants, or for none. */
  Query kin(String stem, String field) throws IOException {
    Automaton automaton = WordForms.kin(stem);
    List<BytesRef> stems =
        automaton == null ? List.of() : terms(TermPattern.of(automaton), field, MOST_WRITINGS);
    if (stems.isEmpty()) {
      return new MatchNoDocsQuery("no word is of kin");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    stems.forEach(kin -> any.add(new TermQuery(new Term(field, kin)), Occur.SHOULD));
    return any.build();
  }

  /** Whether a word may be in articles in another spelling than the one that is typed. */
  boolean hasOtherSpellings(String word) {
    return analyzers.typed().hasOthers(word);
  }

  /** For every form of a word in the spelling that is typed. */
  Query asTyped(String word, String field) throws IOException {
    List<BytesRef> forms = forms(word, field);
    if (forms.isEmpty()) {
      return new MatchNoDocsQuery("no article has this word so");
    }
    String name = Schema.words(field);
    SynonymQuery.Builder any = new SynonymQuery.Builder(name);
    forms.forEach(form -> any.addTerm(new Term(name, form)));
    return any.build();
  }

  /** The forms of a word in the spelling that is typed, as a field has them. */
  List<BytesRef> forms(String word, String field) throws IOException {
    Typed typed = new Typed(word, field);
    List<BytesRef> forms = rememberedForms.get(typed);
    if (forms == null) {
      forms = findForms(word, field);
      remember(rememberedForms, typed, forms);
    }
    return forms;
  }

  private List<BytesRef> findForms(String word, String field) throws IOException {
    TypedSpelling.Typed typed = analyzers.typed().typed(word);
    List<BytesRef> forms = new ArrayList<>();
    TermPattern around = TermPattern.of(WordForms.around(typed.shared()));
    for (BytesRef form : terms(around, Schema.words(field), MOST_LOOKED_AT)) {
      if (forms.size() < MOST_FORMS && typed.alike(analyzers.typed().typed(form.utf8ToString()))) {
        forms.add(form);
      }
    }
    return forms;
  }

  private List<BytesRef> terms(TermPattern pattern, String field, int most) throws IOException {
    return index.terms(List.of(field), pattern, most).getOrDefault(field, List.of());
  }
}
