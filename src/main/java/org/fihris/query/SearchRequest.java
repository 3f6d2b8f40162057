package org.fihris.query;

import java.util.List;

/**
 * A search: a user's text and what a program asks around it.
 *
 * @param text the query as it was typed; never a cause of an exception
 * @param offset how many hits to pass over, from 0
 * @param limit how many hits to return, from 0 (only the total and the facets) to {@value
 *     #MAX_LIMIT}; {@code offset + limit} is at most {@value #MAX_WINDOW}
 * @param facets which counts to return, one for each dimension asked for
 * @param entityUse what is made of words that name a known entity; of no meaning in the expert's
 *     syntax
 */
public record SearchRequest(
    String text,
    Syntax syntax,
    Words words,
    Spelling spelling,
    Filters filters,
    Order order,
    int offset,
    int limit,
    List<FacetRequest> facets,
    SnippetOptions snippets,
    EntityUse entityUse) {

  /** The most hits of one answer. */
  public static final int MAX_LIMIT = 1000;

  /** How far into the hits an offset reaches. */
  public static final int MAX_WINDOW = 10_000;

  private static final int USUAL_LIMIT = 10;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SearchRequest {
    Range.check("limit", limit, 0, MAX_LIMIT);
    Range.check("offset", offset, 0, MAX_WINDOW);
    Range.check("offset + limit", offset + limit, 0, MAX_WINDOW);
    facets = List.copyOf(facets);
  }

  /** The ten best articles for a text, with snippets, without facets. */
  public static SearchRequest of(String text) {
    return new SearchRequest(
        text,
        Syntax.FIHRIS,
        Words.ALL_THEN_ANY,
        Spelling.ANY,
        Filters.NONE,
        Order.RELEVANCE,
        0,
        USUAL_LIMIT,
        List.of(),
        SnippetOptions.USUAL,
        EntityUse.EVERY_NAME);
  }

  public SearchRequest withText(String newText) {
    return new SearchRequest(
        newText, syntax, words, spelling, filters, order, offset, limit, facets, snippets,
        entityUse);
  }

  public SearchRequest withSyntax(Syntax newSyntax) {
    return new SearchRequest(
        text, newSyntax, words, spelling, filters, order, offset, limit, facets, snippets,
        entityUse);
  }

  public SearchRequest withWords(Words newWords) {
    return new SearchRequest(
        text, syntax, newWords, spelling, filters, order, offset, limit, facets, snippets,
        entityUse);
  }

  public SearchRequest withSpelling(Spelling newSpelling) {
    return new SearchRequest(
        text,
        syntax,
        words,
        newSpelling,
        filters,
        order,
        offset,
        limit,
        facets,
        snippets,
        entityUse);
  }

  public SearchRequest withFilters(Filters newFilters) {
    return new SearchRequest(
        text,
        syntax,
        words,
        spelling,
        newFilters,
        order,
        offset,
        limit,
        facets,
        snippets,
        entityUse);
  }

  public SearchRequest withOrder(Order newOrder) {
    return new SearchRequest(
        text, syntax, words, spelling, filters, newOrder, offset, limit, facets, snippets,
        entityUse);
  }

  /** This from another place of its hits on. */
  public SearchRequest withPage(int newOffset, int newLimit) {
    return new SearchRequest(
        text, syntax, words, spelling, filters, order, newOffset, newLimit, facets, snippets,
        entityUse);
  }

  public SearchRequest withLimit(int newLimit) {
    return new SearchRequest(
        text, syntax, words, spelling, filters, order, offset, newLimit, facets, snippets,
        entityUse);
  }

  public SearchRequest withFacets(List<FacetRequest> newFacets) {
    return new SearchRequest(
        text, syntax, words, spelling, filters, order, offset, limit, newFacets, snippets,
        entityUse);
  }

  public SearchRequest withSnippets(SnippetOptions newSnippets) {
    return new SearchRequest(
        text,
        syntax,
        words,
        spelling,
        filters,
        order,
        offset,
        limit,
        facets,
        newSnippets,
        entityUse);
  }

  public SearchRequest withEntityUse(EntityUse newEntityUse) {
    return new SearchRequest(
        text,
        syntax,
        words,
        spelling,
        filters,
        order,
        offset,
        limit,
        facets,
        snippets,
        newEntityUse);
  }
}
