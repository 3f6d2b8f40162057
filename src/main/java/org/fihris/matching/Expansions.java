package org.fihris.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.fihris.analysis.WordPatterns;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.TermPattern;
import org.fihris.index.Schema;
import org.fihris.query.Warning;
import org.fihris.text.Folding;

/**
 * The terms that the words of one query with wildcards or other letters stand for, within limits
 * for the query as a whole. For one thread.
 */
final class Expansions {

  /** The most terms of a field that one word of a query stands for. */
  static final int MOST_OF_WORD = 256;

  /** The most terms that all words of a query stand for, in all fields. */
  static final int MOST_OF_QUERY = 2_048;

  /** The most terms of all segments that are looked at for the wildcards in front of a query. */
  static final int MOST_LOOKED_AT = 2_000_000;

  /** The most terms that match any word of a query, whether they are searched for or not. */
  static final int MOST_MATCHED = 100_000;

  /** Of equals those that are first in the index, so that they are the same everywhere. */
  private static final Comparator<Term> WANTED =
      Comparator.comparing(Term::near)
          .thenComparingInt(Term::articles)
          .reversed()
          .thenComparing(Term::bytes);

  private final IndexTerms index;
  private final List<Warning> warnings;
  private final Map<Key, List<Term>> found = new HashMap<>();
  private final Map<String, TermPattern> patterns = new HashMap<>();
  private final Set<String> cut = new HashSet<>();
  private int left = MOST_OF_QUERY;
  private int toLookAt = MOST_LOOKED_AT;
  private int toMatch = MOST_MATCHED;

  private record Key(String typed, String field) {}

  /**
   * A term of the index.
   *
   * @param articles how many have it
   * @param near whether it differs by a letter fewer than it may
   */
  record Term(BytesRef bytes, int articles, boolean near) {}

  /**
   * @param warnings where it is noted that a word stands for more than is searched for
   */
  Expansions(IndexTerms index, List<Warning> warnings) {
    this.index = index;
    this.warnings = warnings;
  }

  /**
   * The terms of a field, the nearest first, of these the most frequent.
   *
   * @param field of words as they are written, or of labels, which are folded
   */
  List<Term> of(Likeness like, String field) throws IOException {
    Key key = new Key(like.typed(), field);
    List<Term> terms = found.get(key);
    if (terms == null) {
      terms = find(like, field);
      found.put(key, terms);
    }
    return terms;
  }

  private List<Term> find(Likeness like, String field) throws IOException {
    int most = Math.min(MOST_OF_WORD, left);
    PriorityQueue<Term> best = new PriorityQueue<>(WANTED.reversed()); // the least wanted on top
    for (Map.Entry<BytesRef, Integer> word : articles(like, field).entrySet()) {
      boolean near = like.isNear(Folding.fold(word.getKey().utf8ToString()));
      Term term = new Term(word.getKey(), word.getValue(), near);
      if (best.size() == most) {
        warn(like);
        Term least = best.peek();
        if (least == null || WANTED.compare(term, least) > 0) {
          continue;
        }
        best.poll();
      }
      best.add(term);
    }
    left -= best.size();
    List<Term> terms = new ArrayList<>(best);
    terms.sort(WANTED);
    return terms;
  }

  /** By term how many articles have it. */
  private Map<BytesRef, Integer> articles(Likeness like, String field) throws IOException {
    IndexTerms.Matching matching =
        index.matching(
            field, pattern(like, field), like.leads(), new IndexTerms.Budget(toLookAt, toMatch));
    toLookAt -= matching.spent().lookedAt();
    toMatch -= matching.spent().matched();
    if (matching.cut()) {
      warn(like);
    }
    return matching.articles();
  }

  private TermPattern pattern(Likeness like, String field) {
    boolean written = Schema.isOfWords(field);
    return patterns.computeIfAbsent(
        (written ? "w" : "s") + like.typed(),
        text -> {
          Automaton words = written ? WordPatterns.writings(like.folded()) : like.folded();
          return TermPattern.ofMany(words);
        });
  }

  private void warn(Likeness like) {
    if (cut.add(like.typed())) {
      warnings.add(
          new Warning(
              Warning.Code.TOO_MANY_EXPANSIONS,
              "“"
                  + like.typed()
                  + "” stands for more words of the index than are searched for: the most frequent"
                  + " are.",
              like.typed()));
    }
  }
}
