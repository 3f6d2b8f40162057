package org.fihris.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.index.Schema;

/** Words as a search sees them: their stems, and how many articles have one. Thread-safe. */
final class IndexedWords {
  private final IndexReader reader;
  private final NewsAnalyzer analyzer;

  IndexedWords(IndexReader reader, NewsAnalyzer analyzer) {
    this.reader = reader;
    this.analyzer = analyzer;
  }

  /** What is searched for, the same for texts that find the same. */
  List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(Schema.BODY, text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        stems.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
    return stems;
  }

  /** About how many articles have any form of a word; very many for a stop word. */
  int articles(String word) throws IOException {
    int articles = Integer.MAX_VALUE;
    for (String stem : stems(word)) {
      int most = 0;
      for (String field : Schema.TEXTS) {
        most = Math.max(most, reader.docFreq(new Term(field, stem)));
      }
      articles = Math.min(articles, most);
    }
    return articles;
  }

  /** Whether a word, or what it is a form of, is one of the language that the tables know. */
  boolean isOfLexicon(String word) {
    return analyzer.isOfLexicon(word) || stems(word).stream().anyMatch(analyzer::isOfLexicon);
  }
}
