package org.fihris.suggest;

import java.io.IOException;
import java.util.List;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.IndexValues;
import org.fihris.facet.KnownEntities;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;

/** Finds what to try instead of a request that finds nothing or little. Safe for any thread. */
public final class HelpFinder {
  /** Who finds more than this needs no other words. */
  private static final int FEW = 10;

  /** Who finds more than this needs no weaker conditions. */
  private static final int VERY_FEW = 2;

  private final Readings readings;
  private final ArticleCount count;

  public HelpFinder(
      IndexTerms terms,
      IndexValues values,
      NewsAnalyzer analyzer,
      KnownEntities entities,
      ArticleCount count) {
    this.count = count;
    this.readings =
        new Readings(
            terms,
            new LatinNames(terms, values, entities),
            new IndexedWords(terms, analyzer),
            count);
  }

  /**
   * What to offer.
   *
   * @param request with its filters resolved
   */
  public Help help(SearchRequest request) throws IOException {
    SearchRequest unfiltered = request.withFilters(Filters.NONE);
    List<Long> counts =
        count.of(request.filters().isEmpty() ? List.of(request) : List.of(request, unfiltered));
    long found = counts.getFirst();
    boolean isFew =
        counts.getLast() <= FEW
            || QueryText.of(request.text()).words().stream().anyMatch(QueryText.Word::isLatin);
    List<Offer> other = isFew ? readings.of(request, found) : List.of();
    List<Offer> steps = found <= VERY_FEW ? Steps.of(request, found, count) : List.of();
    return new Help(found, other, steps);
  }
}
