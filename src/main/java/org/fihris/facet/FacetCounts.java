package org.fihris.facet;

import java.util.List;
import org.fihris.query.FacetRequest;

/**
 * The values of one facet with their counts.
 *
 * @param counted what the counts are of
 * @param values as many as were asked for: periods in order, the newest first and the undated
 *     beside them, last; the values of other dimensions by count
 * @param totalValues how many values there are in all
 */
public record FacetCounts(
    FacetRequest request, Counted counted, List<FacetValue> values, long totalValues) {
  public FacetCounts {
    values = List.copyOf(values);
  }
}
