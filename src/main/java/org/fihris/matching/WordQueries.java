package org.fihris.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.query.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query, bare, quoted and exact, as Lucene queries. Where analysis leaves nothing of
 * a text there is no query for it. Safe for any thread.
 */
final class WordQueries {
  private final NewsAnalyzer analyzer;
  private final WordTerms terms;
  private final Spelling spelling;

  WordQueries(NewsAnalyzer analyzer, WordTerms terms, Spelling spelling) {
    this.analyzer = analyzer;
    this.terms = terms;
    this.spelling = spelling;
  }

  /** For any form of a word; what analysis cuts into several stands side by side. */
  @Nullable Query bare(String text, List<TextField> fields) {
    List<AnalysedWord> stems = stems(text);
    if (stems.isEmpty()) {
      return null;
    }
    if (stems.size() == 1 && spelling == Spelling.AS_TYPED && haveWrittenWords(fields)) {
      List<AnalysedWord> written = terms.written(text);
      if (written.size() == 1 && terms.hasOtherSpellings(written.getFirst().term())) {
        return eachField(fields, field -> terms.asTyped(written.getFirst().term(), field.name()));
      }
    }
    return side(stems, fields);
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
