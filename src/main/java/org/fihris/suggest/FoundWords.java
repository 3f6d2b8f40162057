package org.fihris.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.fihris.index.Schema;
import org.fihris.text.Folding;

/**
 * Words of the archive by their folded forms, with the ways in which articles write them. For one
 * thread.
 */
final class FoundWords {
  private final Map<String, List<Writing>> byFolded = new HashMap<>();

  /**
   * @param field that has it
   * @param articles how many have it there; deleted ones may count
   */
  private record Writing(String field, String text, int articles) {}

  /** Adds what a field has of a word, in the order of terms, field after field. */
  void add(String field, String text, int articles) {
    byFolded
        .computeIfAbsent(Folding.fold(text), fresh -> new ArrayList<>())
        .add(new Writing(field, text, articles));
  }

  /** Adds words that are not here; of each both have found everything. */
  void addAll(FoundWords others) {
    others.byFolded.forEach(byFolded::putIfAbsent);
  }

  /** The words, folded. */
  Set<String> words() {
    return byFolded.keySet();
  }

  /** About how many articles have a folded word, whatever its hamza and marks. */
  int articles(String folded) {
    return writings(folded).stream().mapToInt(Writing::articles).sum();
  }

  /** The ways in which articles write a folded word in a field. */
  List<Term> writings(String folded, String field) {
    return writings(folded).stream()
        .filter(writing -> writing.field.equals(field))
        .map(writing -> new Term(Schema.words(field), writing.text))
        .toList();
  }

  private List<Writing> writings(String folded) {
    return byFolded.getOrDefault(folded, List.of());
  }

  /** A folded word as most articles write it: غزة of غزه. */
  String asWritten(String folded) {
    Map<String, Integer> articles = new HashMap<>();
    String most = folded;
    for (Writing writing : writings(folded)) {
      int sum = articles.merge(writing.text, writing.articles, Integer::sum);
      if (sum > articles.getOrDefault(most, 0)) {
        most = writing.text;
      }
    }
    return most;
  }
}
