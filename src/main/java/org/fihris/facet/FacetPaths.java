package org.fihris.facet;

import java.util.List;
import org.fihris.query.Dimension;

/** Facet values as the user sees them, and as paths in the index: 2018-05-23 is 2018, 05, 23. */
final class FacetPaths {
  private FacetPaths() {}

  static List<String> path(Dimension dimension, String value) {
    if (dimension != Dimension.DATE || value.equals(Dimension.UNDATED)) {
      return List.of(value);
    }
    return List.of(value.split("-", 3));
  }

  static String value(List<String> path) {
    return String.join("-", path);
  }
}
