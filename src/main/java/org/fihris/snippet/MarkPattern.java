package org.fihris.snippet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.index.Schema;

/**
 * A term, or terms side by side, that is marked wherever it stands in a field.
 *
 * @param places of the terms, from that of the first, which is 0
 */
public record MarkPattern(String field, List<Term> terms, List<Integer> places) {

  /**
   * Adds the patterns of a query.
   *
   * @return false if it holds something that is no pattern, such as a wildcard: then only Lucene
   *     can tell what it marks
   */
  public static boolean addAll(Query query, Set<MarkPattern> patterns) {
    return switch (query) {
      case TermQuery term -> {
        add(List.of(term.getTerm()), List.of(0), patterns);
        yield true;
      }
      case PhraseQuery phrase when phrase.getSlop() == 0 && phrase.getTerms().length > 0 -> {
        int first = phrase.getPositions()[0];
        List<Integer> places = new java.util.ArrayList<>();
        for (int position : phrase.getPositions()) {
          places.add(position - first);
        }
        add(List.of(phrase.getTerms()), places, patterns);
        yield true;
      }
      case BooleanQuery all -> {
        boolean known = true;
        for (BooleanClause clause : all.clauses()) {
          known &= clause.isProhibited() || addAll(clause.query(), patterns);
        }
        yield known;
      }
      case BoostQuery boost -> addAll(boost.getQuery(), patterns);
      case ConstantScoreQuery constant -> addAll(constant.getQuery(), patterns);
      case MatchAllDocsQuery all -> true;
      case MatchNoDocsQuery none -> true;
      default -> !isOfTexts(query);
    };
  }

  private static void add(List<Term> terms, List<Integer> places, Set<MarkPattern> patterns) {
    String field = terms.getFirst().field();
    if (Schema.TEXTS.contains(field)) {
      patterns.add(new MarkPattern(field, terms, places));
    }
  }

  private static boolean isOfTexts(Query query) {
    Set<String> fields = new LinkedHashSet<>();
    query.visit(
        new org.apache.lucene.search.QueryVisitor() {
          @Override
          public boolean acceptField(String field) {
            fields.add(field);
            return false;
          }
        });
    return fields.isEmpty() || fields.stream().anyMatch(Schema.TEXTS::contains);
  }
}
