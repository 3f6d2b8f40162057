package org.fihris.query;

import java.util.List;

/**
 * A search: a user's text and what a program asks around it.
 *
 * @param text the query as it was typed; never a cause of an exception
 * @param interpretation how the text is understood
 * @param page which of the hits are returned
 * @param facets which counts to return, one for each dimension asked for
 * @param reprints what becomes of the articles that tell one story
 */
public record SearchRequest(
    String text,
    Interpretation interpretation,
    Filters filters,
    Order order,
    Page page,
    List<FacetRequest> facets,
    SnippetOptions snippets,
    Reprints reprints) {

  public SearchRequest {
    facets = List.copyOf(facets);
  }

  /** The ten best articles for a text, with snippets, without facets. */
  public static SearchRequest of(String text) {
    return new SearchRequest(
        text,
        Interpretation.USUAL,
        Filters.NONE,
        Order.RELEVANCE,
        Page.FIRST,
        List.of(),
        SnippetOptions.USUAL,
        Reprints.SEPARATE);
  }

  public SearchRequest withText(String newText) {
    return new SearchRequest(
        newText, interpretation, filters, order, page, facets, snippets, reprints);
  }

  public SearchRequest withInterpretation(Interpretation newInterpretation) {
    return new SearchRequest(
        text, newInterpretation, filters, order, page, facets, snippets, reprints);
  }

  /** This with its text in another language. */
  public SearchRequest withSyntax(Syntax newSyntax) {
    return withInterpretation(interpretation.withSyntax(newSyntax));
  }

  public SearchRequest withWords(Words newWords) {
    return withInterpretation(interpretation.withWords(newWords));
  }

  public SearchRequest withSpelling(Spelling newSpelling) {
    return withInterpretation(interpretation.withSpelling(newSpelling));
  }

  public SearchRequest withEntityUse(EntityUse newEntityUse) {
    return withInterpretation(interpretation.withEntityUse(newEntityUse));
  }

  public SearchRequest withFilters(Filters newFilters) {
    return new SearchRequest(
        text, interpretation, newFilters, order, page, facets, snippets, reprints);
  }

  public SearchRequest withOrder(Order newOrder) {
    return new SearchRequest(
        text, interpretation, filters, newOrder, page, facets, snippets, reprints);
  }

  public SearchRequest withPage(Page newPage) {
    return new SearchRequest(
        text, interpretation, filters, order, newPage, facets, snippets, reprints);
  }

  /**
   * This from another place of its hits on.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SearchRequest withPage(int offset, int limit) {
    return withPage(new Page.At(offset, limit));
  }

  /**
   * This for the page behind another one.
   *
   * @param cursor what the answer with that page gave
   * @throws IllegalArgumentException if it is too long
   */
  public SearchRequest withAfter(String cursor) {
    return withPage(new Page.After(cursor, page.limit()));
  }

  /**
   * @throws IllegalArgumentException if the number is out of its range
   */
  public SearchRequest withLimit(int limit) {
    return withPage(page.withLimit(limit));
  }

  public SearchRequest withFacets(List<FacetRequest> newFacets) {
    return new SearchRequest(
        text, interpretation, filters, order, page, newFacets, snippets, reprints);
  }

  public SearchRequest withSnippets(SnippetOptions newSnippets) {
    return new SearchRequest(
        text, interpretation, filters, order, page, facets, newSnippets, reprints);
  }

  public SearchRequest withReprints(Reprints newReprints) {
    return new SearchRequest(
        text, interpretation, filters, order, page, facets, snippets, newReprints);
  }
}
