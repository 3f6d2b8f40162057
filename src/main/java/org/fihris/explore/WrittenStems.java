package org.fihris.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.index.Schema;

/**
 * The stems of texts, counted, each with the ways in which it is written there. A stem is a key of
 * the engine and often no word: what people see is the way of writing that is most frequent. Stop
 * words, numbers and single letters are left out. Not safe for threads.
 */
final class WrittenStems {
  private static final int SHORTEST = 2;

  private final Map<String, Map<String, Integer>> byStem = new LinkedHashMap<>();

  /** Adds the stems of a text; what stands behind its first {@code most} units is not looked at. */
  void add(String text, int most, NewsAnalyzer analyzer) {
    String read = text.length() <= most ? text : text.substring(0, most);
    try (TokenStream stream = analyzer.tokenStream(Schema.BODY, read)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (isWord(term)) {
          String written = read.substring(offset.startOffset(), offset.endOffset());
          byStem
              .computeIfAbsent(term.toString(), stem -> new HashMap<>())
              .merge(written, 1, Integer::sum);
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  private static boolean isWord(CharTermAttribute term) {
    if (term.length() < SHORTEST) {
      return false;
    }
    for (int i = 0; i < term.length(); i++) {
      if (!Character.isLetter(term.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Adds how stems are written in other texts. */
  void addAll(WrittenStems others) {
    others.byStem.forEach(
        (stem, written) -> {
          Map<String, Integer> own = byStem.computeIfAbsent(stem, s -> new HashMap<>());
          written.forEach((form, count) -> own.merge(form, count, Integer::sum));
        });
  }

  /** How often each stem stands in the texts. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    byStem.forEach(
        (stem, written) ->
            counts.put(stem, written.values().stream().mapToInt(Integer::intValue).sum()));
    return counts;
  }

  /**
   * The way of writing a stem that is most frequent; of several the shortest, which has no
   * particles joined to it.
   */
  String written(String stem) {
    return byStem.getOrDefault(stem, Map.of()).entrySet().stream()
        .min(
            Comparator.comparingInt((Map.Entry<String, Integer> form) -> -form.getValue())
                .thenComparingInt(form -> form.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(stem);
  }
}
