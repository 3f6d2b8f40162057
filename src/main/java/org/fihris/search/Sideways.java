package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.SearchRequest;

/**
 * What each facet of a request is counted over: what was found, or, where its dimension is
 * filtered, what is found without that filter. So the other values of a dimension stay visible
 * beside the chosen ones (drilling sideways).
 */
final class Sideways {

  /** What is found without the filter of a dimension. */
  interface Wider<T> {
    T without(Dimension dimension) throws IOException;
  }

  private Sideways() {}

  /** For each facet in its order; asked once for each dimension that is filtered. */
  static <T> List<T> ofEach(SearchRequest request, T found, Wider<T> wider) throws IOException {
    Map<Dimension, T> widerOnes = new EnumMap<>(Dimension.class);
    List<T> each = new ArrayList<>();
    for (FacetRequest facet : request.facets()) {
      Dimension dimension = facet.dimension();
      T over = found;
      if (request.filters().values().containsKey(dimension)) {
        over = widerOnes.get(dimension);
        if (over == null) {
          over = wider.without(dimension);
          widerOnes.put(dimension, over);
        }
      }
      each.add(over);
    }
    return each;
  }
}
