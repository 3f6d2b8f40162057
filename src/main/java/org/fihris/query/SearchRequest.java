package org.fihris.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search: a user's text and what a program asks around it.
 *
 * @param text the query as it was typed; never a cause of an exception
 * @param offset how many hits to pass over, from 0; 0 where there is a cursor
 * @param limit how many hits to return, from 0 (only the total and the facets) to {@value
 *     #MAX_LIMIT}; {@code offset + limit} is at most {@value #MAX_WINDOW}
 * @param cursor where an earlier answer to the same request ended, as that answer said, to go on
 *     from there however far; null to begin
 * @param facets which counts to return, one for each dimension asked for
 */
public record SearchRequest(
    String text,
    Syntax syntax,
    Words words,
    Filters filters,
    Order order,
    int offset,
    int limit,
    @Nullable String cursor,
    List<FacetRequest> facets,
    SnippetOptions snippets) {

  /** The most hits of one answer. */
  public static final int MAX_LIMIT = 1000;

  /** How far into the hits an offset reaches; a cursor goes farther. */
  public static final int MAX_WINDOW = 10_000;

  private static final int USUAL_LIMIT = 10;

  /**
   * @throws IllegalArgumentException if a number is out of its range, or there is both an offset
   *     and a cursor
   */
  public SearchRequest {
    Range.check("limit", limit, 0, MAX_LIMIT);
    Range.check("offset", offset, 0, MAX_WINDOW);
    Range.check("offset + limit", offset + limit, 0, MAX_WINDOW);
    if (cursor != null && offset != 0) {
      throw new IllegalArgumentException("a cursor goes with offset 0, not " + offset);
    }
    facets = List.copyOf(facets);
  }

  /** The ten best articles for a text, with snippets, without facets. */
  public static SearchRequest of(String text) {
    return new SearchRequest(
        text,
        Syntax.FIHRIS,
        Words.ALL_THEN_ANY,
        Filters.NONE,
        Order.RELEVANCE,
        0,
        USUAL_LIMIT,
        null,
        List.of(),
        SnippetOptions.USUAL);
  }

  public SearchRequest withText(String newText) {
    return new SearchRequest(
        newText, syntax, words, filters, order, offset, limit, cursor, facets, snippets);
  }

  public SearchRequest withSyntax(Syntax newSyntax) {
    return new SearchRequest(
        text, newSyntax, words, filters, order, offset, limit, cursor, facets, snippets);
  }

  public SearchRequest withWords(Words newWords) {
    return new SearchRequest(
        text, syntax, newWords, filters, order, offset, limit, cursor, facets, snippets);
  }

  public SearchRequest withFilters(Filters newFilters) {
    return new SearchRequest(
        text, syntax, words, newFilters, order, offset, limit, cursor, facets, snippets);
  }

  public SearchRequest withOrder(Order newOrder) {
    return new SearchRequest(
        text, syntax, words, filters, newOrder, offset, limit, cursor, facets, snippets);
  }

  /** This from another place of its hits on; takes the place of a cursor. */
  public SearchRequest withPage(int newOffset, int newLimit) {
    return new SearchRequest(
        text, syntax, words, filters, order, newOffset, newLimit, null, facets, snippets);
  }

  public SearchRequest withLimit(int newLimit) {
    return new SearchRequest(
        text, syntax, words, filters, order, offset, newLimit, cursor, facets, snippets);
  }

  /** This from where an earlier answer ended; takes the place of an offset. */
  public SearchRequest withCursor(@Nullable String newCursor) {
    return new SearchRequest(
        text, syntax, words, filters, order, 0, limit, newCursor, facets, snippets);
  }

  public SearchRequest withFacets(List<FacetRequest> newFacets) {
    return new SearchRequest(
        text, syntax, words, filters, order, offset, limit, cursor, newFacets, snippets);
  }

  public SearchRequest withSnippets(SnippetOptions newSnippets) {
    return new SearchRequest(
        text, syntax, words, filters, order, offset, limit, cursor, facets, newSnippets);
  }
}
