package org.fihris.facet;

import java.util.List;
import org.fihris.query.FacetRequest;

/**
 * The values of one facet with their counts.
 *
 * @param values as many as were asked for: dates in order, the newest first and undated last; the
 *     others by count
 * @param totalValues how many values there are in all
 */
public record FacetCounts(FacetRequest request, List<FacetValue> values, long totalValues) {
  public FacetCounts {
    values = List.copyOf(values);
  }
}
