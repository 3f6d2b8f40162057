package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Where the terms of one search are in the segments, with their statistics: each is looked up once,
 * however many steps of the search need it. A look-up goes through the dictionaries of all
 * segments, and took a sixth of a usual search. For one thread.
 */
final class TermLookups {
  private final IndexSearcher searcher;
  private final Map<Term, TermStates> known = new HashMap<>();

  TermLookups(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  TermStates of(Term term) throws IOException {
    TermStates states = known.get(term);
    if (states == null) {
      states = TermStates.build(searcher, term, true);
      known.put(term, states);
    }
    return states;
  }

  /** The same query, its terms looked up as far as they give points. */
  Query in(Query query) throws IOException {
    return switch (query) {
      case TermQuery term -> new TermQuery(term.getTerm(), of(term.getTerm()));
      case BoostQuery boost -> new BoostQuery(in(boost.getQuery()), boost.getBoost());
      case BooleanQuery all -> in(all);
      case DisjunctionMaxQuery any -> {
        List<Query> parts = new ArrayList<>();
        for (Query part : any.getDisjuncts()) {
          parts.add(in(part));
        }
        yield new DisjunctionMaxQuery(parts, any.getTieBreakerMultiplier());
      }
      default -> query;
    };
  }

  private BooleanQuery in(BooleanQuery query) throws IOException {
    BooleanQuery.Builder same =
        new BooleanQuery.Builder().setMinimumNumberShouldMatch(query.getMinimumNumberShouldMatch());
    for (BooleanClause clause : query.clauses()) {
      same.add(clause.isScoring() ? in(clause.query()) : clause.query(), clause.occur());
    }
    return same.build();
  }

  /**
   * About how many articles a query matches if its terms are independent of each other; 0 where
   * more than terms would have to be asked.
   */
  double articles(Query query) throws IOException {
    int all = Math.max(1, searcher.getIndexReader().maxDoc());
    return all * share(query, all);
  }

  private double share(Query query, int all) throws IOException {
    return switch (query) {
      case TermQuery term -> (double) of(term.getTerm()).docFreq() / all;
      case BoostQuery boost -> share(boost.getQuery(), all);
      case BooleanQuery parts -> share(parts, all);
      case DisjunctionMaxQuery any -> {
        double sum = 0;
        for (Query part : any.getDisjuncts()) {
          sum += share(part, all);
        }
        yield Math.min(1, sum);
      }
      default -> 0;
    };
  }

  private double share(BooleanQuery query, int all) throws IOException {
    double any = 0;
    double each = 1;
    boolean required = false;
    for (BooleanClause clause : query.clauses()) {
      if (clause.isScoring()) {
        double share = share(clause.query(), all);
        any += share;
        each *= clause.isRequired() ? share : 1;
        required |= clause.isRequired();
      }
    }
    return required ? each : Math.min(1, any);
  }
}
