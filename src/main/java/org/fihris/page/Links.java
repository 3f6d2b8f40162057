package org.fihris.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.Page;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/** Where the links of a page lead. They take its language and theme along, and its search. */
final class Links {
  private final SearchParameters parameters;
  private final Look look;
  private final SearchRequest request;

  /**
   * @param request the search of the page; one without words or filters where it has none
   */
  Links(SearchParameters parameters, Look look, SearchRequest request) {
    this.parameters = parameters;
    this.look = look;
    this.request = request.withFacets(List.of());
  }

  SearchRequest request() {
    return request;
  }

  /** The page of hits of any search. */
  Address search(SearchRequest other) {
    return new Address(List.of(""), parameters.write(other.withFacets(List.of()))).seen(look);
  }

  /** The first page of hits of this search under other filters. */
  Address filtered(Filters filters) {
    return search(first().withFilters(filters));
  }

  /** This search from its first page on. */
  SearchRequest first() {
    return request.withPage(new Page.At(0, request.page().limit()));
  }

  /** This search with one more value of a dimension. */
  String with(Dimension dimension, String value) {
    return filtered(request.filters().with(dimension, value)).href();
  }

  /** This search with one value of a dimension less. */
  String without(Dimension dimension, String value) {
    Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
    values.putAll(request.filters().values());
    List<String> left = new ArrayList<>(values.getOrDefault(dimension, List.of()));
    left.remove(value);
    values.put(dimension, left);
    return filtered(request.filters().withValues(values)).href();
  }

  /** This search between two days. */
  String between(@Nullable LocalDate from, @Nullable LocalDate to) {
    return filtered(request.filters().withDays(from, to)).href();
  }

  /** An article, to be read with the marks of this search, and a way back to its hits. */
  Address article(String id) {
    return new Address(List.of("article", id), parameters.write(request)).seen(look);
  }

  Address entity(String id) {
    return plain("entity", id);
  }

  Address saved() {
    return plain("saved");
  }

  Address front() {
    return plain("");
  }

  private Address plain(String... path) {
    return new Address(List.of(path), new LinkedHashMap<>()).seen(look);
  }
}
