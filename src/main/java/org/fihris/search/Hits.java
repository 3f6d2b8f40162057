package org.fihris.search;

import java.time.Duration;
import java.util.List;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounts;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param query the query as it was understood, in query syntax
 * @param counted what hits, pages and facets are of: articles, or stories where reprints are
 *     collapsed
 * @param total how many articles match
 * @param stories how many stories they tell; null where reprints are separate, as nothing counts
 *     them then
 * @param totalExact whether {@code total} and {@code stories} are exact rather than lower bounds
 *     or, of stories on a cluster, an estimate
 * @param before how many hits are before the page
 * @param hits the page of results that was asked for
 * @param next the cursor to ask for the page behind this one with ({@link
 *     org.fihris.query.Page.After}); null at the end of the hits, and where none were asked for
 * @param facets one for each facet asked for, in that order
 * @param warnings what was done that the user may not expect
 */
public record Hits(
    String query,
    Counted counted,
    long total,
    @Nullable Long stories,
    boolean totalExact,
    Duration took,
    long before,
    List<Hit> hits,
    @Nullable String next,
    List<FacetCounts> facets,
    List<Warning> warnings) {
  public Hits {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    warnings = List.copyOf(warnings);
  }
}
