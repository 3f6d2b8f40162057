package org.fihris.suggest;

import java.io.IOException;
import java.util.List;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/** Finds what to try instead of a request that finds nothing or little. Safe for any thread. */
public final class HelpFinder {
  /** Who finds more than this needs no other words. */
  private static final int FEW = 10;

  /** Who finds more than this needs no weaker conditions. */
  private static final int VERY_FEW = 2;

  private final @Nullable Readings readings;
  private final ArticleCount count;

  public HelpFinder(
      Snapshot snapshot, NewsAnalyzer analyzer, KnownEntities entities, ArticleCount count) {
    ArchiveWords archive = new ArchiveWords(snapshot.searcher().getIndexReader());
    this.count = count;
    this.readings =
        new Readings(
            archive,
            new NearWords(archive, snapshot.searcher()),
            new LatinNames(snapshot, entities),
            new IndexedWords(snapshot.searcher().getIndexReader(), analyzer),
            count);
  }

  private HelpFinder(ArticleCount count) {
    this.count = count;
    this.readings = null;
  }

  /** Offers weaker conditions only, which takes no more of an index than to count. */
  public static HelpFinder ofWeakerConditions(ArticleCount count) {
    return new HelpFinder(count);
  }

  /**
   * What to offer.
   *
   * @param request with its filters resolved
   */
  public Help help(SearchRequest request) throws IOException {
    long found = count.of(request);
    long anywhere =
        readings == null || request.filters().isEmpty()
            ? found
            : count.of(request.withFilters(Filters.NONE));
    boolean isFew =
        anywhere <= FEW
            || QueryText.of(request.text()).words().stream().anyMatch(QueryText.Word::isLatin);
    List<Offer> other = isFew && readings != null ? readings.of(request, found) : List.of();
    List<Offer> steps = found <= VERY_FEW ? Steps.of(request, found, count) : List.of();
    return new Help(found, other, steps);
  }
}
