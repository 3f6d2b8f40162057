package org.fihris.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.facet.IndexTerms;
import org.fihris.index.Schema;

/** Words as a search sees them: their stems, and how many articles have one. Thread-safe. */
final class IndexedWords {
  private final IndexTerms index;
  private final NewsAnalyzer analyzer;

  IndexedWords(IndexTerms index, NewsAnalyzer analyzer) {
    this.index = index;
    this.analyzer = analyzer;
  }

  /** What is searched for, the same for texts that find the same. */
  List<String> stems(String text) {
    return stems(analyzer, text);
  }

  /** As {@link #stems(String)}, whatever the index; none for a text of stop words. */
  static List<String> stems(NewsAnalyzer analyzer, String text) {
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

  /** About how many articles have any form of each of some words; very many for a stop word. */
  Map<String, Integer> articles(Collection<String> words) throws IOException {
    Map<String, List<String>> stems = new LinkedHashMap<>();
    Set<Term> terms = new LinkedHashSet<>();
    for (String word : words) {
      for (String stem : stems.computeIfAbsent(word, this::stems)) {
        Schema.TEXTS.forEach(field -> terms.add(new Term(field, stem)));
      }
    }
    Map<Term, Integer> articles = new HashMap<>();
    List<Term> asked = List.copyOf(terms);
    int[] counts = index.articlesWith(asked);
    for (int i = 0; i < counts.length; i++) {
      articles.put(asked.get(i), counts[i]);
    }
    Map<String, Integer> least = new HashMap<>();
    stems.forEach((word, ofWord) -> least.put(word, least(ofWord, articles)));
    return least;
  }

  private static int least(List<String> stems, Map<Term, Integer> articles) {
    int least = Integer.MAX_VALUE;
    for (String stem : stems) {
      int most = 0;
      for (String field : Schema.TEXTS) {
        most = Math.max(most, articles.getOrDefault(new Term(field, stem), 0));
      }
      least = Math.min(least, most);
    }
    return least;
  }

  /** Whether a word, or what it is a form of, is one of the language that the tables know. */
  boolean isOfLexicon(String word) {
    return analyzer.isOfLexicon(word) || stems(word).stream().anyMatch(analyzer::isOfLexicon);
  }
}
