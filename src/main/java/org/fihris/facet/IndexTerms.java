package org.fihris.facet;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of an index and how many articles have them, wherever the index lies: what has to be
 * known of it to make queries. Safe for any number of threads.
 *
 * <p>Whoever asks for several things at once asks in one call, as each may be a journey.
 */
public interface IndexTerms {

  /** How many articles there are; deleted ones do not count. */
  int articles() throws IOException;

  /** How many articles there are, those included that were deleted and are not cleared away. */
  int articlesEver() throws IOException;

  /** How many articles have each of some terms, in their order; deleted ones may count. */
  int[] articlesWith(List<Term> terms) throws IOException;

  /**
   * The terms of some fields that a pattern accepts, by field, in order.
   *
   * @param most how many of each field
   */
  Map<String, List<BytesRef>> terms(List<String> fields, TermPattern pattern, int most)
      throws IOException;

  /**
   * What may be spent on one look through a field.
   *
   * @param lookedAt terms that are looked at where a pattern needs all of them; no limit otherwise
   * @param matched terms that match
   */
  record Budget(int lookedAt, int matched) {}

  /**
   * The terms of a field that match.
   *
   * @param articles how many have each; deleted ones may count
   * @param spent how much of the budget went
   * @param cut whether the budget ended it
   */
  record Matching(Map<BytesRef, Integer> articles, Budget spent, boolean cut) {}

  /**
   * The terms of a field that a pattern accepts, with how many articles have each.
   *
   * @param leads whether the terms may begin with anything, so that all have to be looked at
   */
  Matching matching(String field, TermPattern pattern, boolean leads, Budget budget)
      throws IOException;

  /**
   * The terms of some fields that each of some patterns accepts, in order, with how many articles
   * have each; deleted ones may count. One question, however many patterns there are.
   *
   * @param most how many of each field
   * @return for each pattern the terms by field
   */
  List<Map<String, Map<BytesRef, Integer>>> counted(
      List<String> fields, List<TermPattern> patterns, int most) throws IOException;

  /** How many articles each of some queries finds, in their order; deleted ones do not count. */
  int[] counts(List<Query> queries) throws IOException;

  /** How many articles a query finds; deleted ones do not count. */
  default int count(Query query) throws IOException {
    return counts(List.of(query))[0];
  }

  /**
   * A query as it is carried out, as far as it can be told.
   *
   * @throws org.apache.lucene.search.IndexSearcher.TooManyClauses if it is too large to be
   */
  Query rewritten(Query query) throws IOException;
}
