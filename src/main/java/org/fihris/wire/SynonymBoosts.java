package org.fihris.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SynonymQuery;

/**
 * What the terms of a synonym query count. Lucene tells them in its text only, behind each term
 * that counts less than a whole one; with the terms known it is read without doubt.
 */
final class SynonymBoosts {
  private static final String HEAD = "Synonym(";

  private SynonymBoosts() {}

  /** In the order of its terms. */
  static List<Double> of(SynonymQuery query) {
    String text = query.toString(query.getField());
    List<Term> terms = query.getTerms();
    List<Double> boosts = new ArrayList<>();
    int at = HEAD.length();
    for (Term term : terms) {
      at += term.text().length();
      if (text.charAt(at) == '^') {
        int end = at + 1;
        while (text.charAt(end) != ' ' && text.charAt(end) != ')') {
          end++;
        }
        boosts.add((double) Float.parseFloat(text.substring(at + 1, end)));
        at = end;
      } else {
        boosts.add(1d);
      }
      at++;
    }
    if (!query(query.getField(), terms, boosts).equals(query)) {
      throw new WireException("The weights of the terms of a synonym query cannot be told.");
    }
    return boosts;
  }

  private static SynonymQuery query(String field, List<Term> terms, List<Double> boosts) {
    SynonymQuery.Builder builder = new SynonymQuery.Builder(field);
    for (int i = 0; i < terms.size(); i++) {
      builder.addTerm(terms.get(i), boosts.get(i).floatValue());
    }
    return builder.build();
  }
}
