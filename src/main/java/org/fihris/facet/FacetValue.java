package org.fihris.facet;

/**
 * One value of a facet.
 *
 * @param value the key to filter by
 * @param label what to show
 * @param count how many of the articles or stories found have it; 0 only for a period in a gap
 * @param chosen whether the request filters by it
 */
public record FacetValue(String value, String label, long count, boolean chosen) {

  FacetValue withLabel(String newLabel) {
    return new FacetValue(value, newLabel, count, chosen);
  }
}
