package org.fihris.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.index.Schema;

/**
 * A term of a query text.
 *
 * @param position its place among those of the text, stop words counted, from 0
 */
record AnalysedWord(String term, int position) {

  /** The terms of {@code text}, in order. */
  static List<AnalysedWord> of(String text, NewsAnalyzer analyzer) {
    List<AnalysedWord> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(Schema.BODY, text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        words.add(new AnalysedWord(term.toString(), position));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
    return words;
  }
}
