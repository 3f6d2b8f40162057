package org.fihris.search;

import java.time.Duration;
import java.util.List;
import org.fihris.facet.FacetCounts;
import org.fihris.query.Warning;

/**
 * The answer to a search.
 *
 * @param query the query as it was understood, in query syntax
 * @param total how many articles match
 * @param totalExact whether {@code total} is the exact number rather than a lower bound
 * @param hits the page of results that was asked for
 * @param facets one for each facet asked for, in that order
 * @param warnings what was done that the user may not expect
 */
public record Hits(
    String query,
    long total,
    boolean totalExact,
    Duration took,
    List<Hit> hits,
    List<FacetCounts> facets,
    List<Warning> warnings) {
  public Hits {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    warnings = List.copyOf(warnings);
  }
}
