package org.fihris.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.query.QueryNode;
import org.fihris.query.Spelling;
import org.fihris.query.Warning;
import org.fihris.wire.Places;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query, bare, quoted and exact, as Lucene queries. Where analysis leaves nothing of
 * a text there is no query for it. For one request.
 */
final class WordQueries {

  /**
   * The words of a query that are kept to a spelling: for each the dictionary is looked through.
   */
  private static final int MOST_IN_SPELLING = 4;

  private final NewsAnalyzer analyzer;
  private final WordTerms terms;
  private final Spelling spelling;
  private final List<Warning> warnings;
  private final Set<String> inSpelling = new HashSet<>();

  /**
   * @param warnings where it is noted that not all was looked for as it was asked
   */
  WordQueries(NewsAnalyzer analyzer, WordTerms terms, Spelling spelling, List<Warning> warnings) {
    this.analyzer = analyzer;
    this.terms = terms;
    this.spelling = spelling;
    this.warnings = warnings;
  }

  /** For any form of a word; what analysis cuts into several stands side by side. */
  @Nullable Query bare(String text, List<TextField> fields) {
    List<AnalysedWord> stems = stems(text);
    if (stems.isEmpty()) {
      return null;
    }
    String typed = haveWrittenWords(fields) ? inSpelling(text, stems) : null;
    return typed == null
        ? side(stems, fields)
        : eachField(fields, field -> terms.asTyped(typed, field.name()));
  }

  /** The word to look for in this spelling only; null if all forms of the stem will do. */
  private @Nullable String inSpelling(String text, List<AnalysedWord> stems) {
    if (stems.size() != 1 || spelling != Spelling.AS_TYPED) {
      return null;
    }
    List<AnalysedWord> written = terms.written(text);
    if (written.size() != 1 || !terms.hasOtherSpellings(written.getFirst().term())) {
      return null;
    }
    String word = written.getFirst().term();
    if (inSpelling.contains(word) || inSpelling.size() < MOST_IN_SPELLING) {
      inSpelling.add(word);
      return word;
    }
    if (!inSpelling.contains("")) {
      inSpelling.add("");
      warnings.add(
          new Warning(
              Warning.Code.TOO_MANY_EXPANSIONS,
              MOST_IN_SPELLING
                  + " words are kept to their spelling; “"
                  + text
                  + "” and those behind it are found in others too.",
              text));
    }
    return null;
  }

  /** As {@link #bare}, whatever the spelling: for marks, of which the index knows the stems. */
  @Nullable Query byStems(String text, List<TextField> fields) {
    List<AnalysedWord> stems = stems(text);
    return stems.isEmpty() ? null : side(stems, fields);
  }

  /** For words side by side, in any spelling but in no other form. */
  @Nullable Query quoted(String text, List<TextField> fields) {
    if (!haveWrittenWords(fields)) {
      return bare(text, fields);
    }
    List<AnalysedWord> written = terms.written(text);
    return written.isEmpty()
        ? null
        : eachField(fields, field -> terms.quoted(written, field.name(), spelling));
  }

  /** For words side by side, as they are spelt. */
  @Nullable Query exact(String text, List<TextField> fields) {
    if (!haveWrittenWords(fields)) {
      return bare(text, fields);
    }
    List<AnalysedWord> written = terms.written(text);
    return written.isEmpty()
        ? null
        : eachField(fields, field -> WordTerms.exact(written, field.name()));
  }

  /** The places of a bare word in any of its forms; a stop word counts as it is written. */
  @Nullable Places places(QueryNode.Word word, TextField field) throws IOException {
    List<AnalysedWord> stems = stems(word.text());
    if (stems.isEmpty()) {
      return places(new QueryNode.Phrase(word.text()), field);
    }
    String typed = field.hasWrittenWords() ? inSpelling(word.text(), stems) : null;
    if (typed != null) {
      return NearQueries.anyOf(terms.forms(typed, field.name()), field);
    }
    List<Places> all = new ArrayList<>();
    stems.forEach(stem -> all.add(Places.AnyTerm.of(stem.term())));
    return sideBySide(all, stems);
  }

  /** The places of quoted words side by side. */
  @Nullable Places places(QueryNode.Phrase phrase, TextField field) throws IOException {
    if (!field.hasWrittenWords()) {
      List<AnalysedWord> stems = stems(phrase.text());
      return stems.isEmpty() ? null : places(new QueryNode.Word(phrase.text()), field);
    }
    List<AnalysedWord> written = terms.written(phrase.text());
    List<List<BytesRef>> all = terms.writings(written, field.name(), spelling);
    if (all.size() < written.size()) {
      return new Places.Nowhere();
    }
    return sideBySide(
        all.stream().map(writings -> NearQueries.anyOf(writings, field)).toList(), written);
  }

  /** The places of words side by side, as they are spelt. */
  @Nullable Places places(QueryNode.Exact exact, TextField field) throws IOException {
    if (!field.hasWrittenWords()) {
      return places(new QueryNode.Phrase(exact.text()), field);
    }
    List<AnalysedWord> written = terms.written(exact.text());
    List<Places> places = new ArrayList<>();
    written.forEach(
        word -> places.add(NearQueries.anyOf(List.of(new BytesRef(word.term())), field)));
    return sideBySide(places, written);
  }

  /** Places side by side; stop words that were left out between them may be any words. */
  private static @Nullable Places sideBySide(List<Places> places, List<AnalysedWord> words) {
    if (places.size() < 2) {
      return places.isEmpty() ? null : places.getFirst();
    }
    int gaps = words.getLast().position() - words.getFirst().position() - words.size() + 1;
    return gaps == 0
        ? new Places.SideBySide(places)
        : new Places.Within(gaps, new Places.Ordered(places));
  }

  /** For words with the consonants of one of which no article has a form; null if this is none. */
  @Nullable Query kin(String text, List<TextField> fields) {
    List<AnalysedWord> stems = stems(text);
    if (stems.size() != 1 || terms.isKnown(stems.getFirst().term())) {
      return null;
    }
    return eachField(fields, field -> terms.kin(stems.getFirst().term(), field.name()));
  }

  /** The words of a text with their stems, for the ranking; stop words left out. */
  List<QueryWord> words(String text) {
    Map<Integer, String> written = written(text);
    List<QueryWord> words = new ArrayList<>();
    for (AnalysedWord stem : stems(text)) {
      String word = written.get(stem.position());
      if (word != null) {
        words.add(new QueryWord(word, stem.term()));
      }
    }
    return words;
  }

  private Map<Integer, String> written(String text) {
    Map<Integer, String> written = new HashMap<>();
    terms.written(text).forEach(word -> written.put(word.position(), word.term()));
    return written;
  }

  private List<AnalysedWord> stems(String text) {
    return AnalysedWord.of(text, analyzer);
  }

  private static boolean haveWrittenWords(List<TextField> fields) {
    return fields.stream().allMatch(TextField::hasWrittenWords);
  }

  private static Query side(List<AnalysedWord> stems, List<TextField> fields) {
    return eachField(fields, field -> side(stems, field));
  }

  private static Query side(List<AnalysedWord> stems, TextField field) {
    if (stems.size() == 1) {
      return new TermQuery(new Term(field.name(), stems.getFirst().term()));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    stems.forEach(stem -> phrase.add(new Term(field.name(), stem.term()), stem.position()));
    return phrase.build();
  }

  private interface FieldQuery {
    Query of(TextField field) throws IOException;
  }

  private static Query eachField(List<TextField> fields, FieldQuery queries) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    try {
      for (TextField field : fields) {
        Query query = queries.of(field);
        Query weighed = field.weight() == 1f ? query : new BoostQuery(query, field.weight());
        if (fields.size() == 1) {
          return weighed;
        }
        builder.add(weighed, Occur.SHOULD);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder.build();
  }
}
