package org.fihris.matching;

import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;

/**
 * The analyzers that a query needs, made once for all queries.
 *
 * @param stems the one that the index was built with
 * @param typed for words in the spelling that is typed
 * @param written for words as they are written
 */
record QueryAnalyzers(NewsAnalyzer stems, TypedSpelling typed, NewsAnalyzer written) {

  static QueryAnalyzers of(NewsAnalyzer analyzer) {
    return new QueryAnalyzers(analyzer, new TypedSpelling(analyzer), analyzer.at(MatchLevel.EXACT));
  }
}
