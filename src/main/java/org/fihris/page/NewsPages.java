package org.fihris.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fihris.page.Rendered.Outcome;
import org.fihris.query.Filters;
import org.fihris.query.Reprints;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.fihris.saved.SavedSearch;
import org.fihris.saved.SavedSearchesFile;
import org.fihris.search.NewsSearcher;

/**
 * The pages. Each takes the parameters of its address as they were sent: {@code lang} and {@code
 * theme}, and those of a search ({@link SearchParameters}). What cannot be used of them is said on
 * the page and left out.
 *
 * <p>Safe for any number of threads. An {@link org.fihris.index.IndexException} of the searcher
 * passes through; {@link #problem} is the page for it.
 */
public final class NewsPages {
  private static final SearchRequest USUAL = SearchRequest.of("").withReprints(Reprints.COLLAPSED);

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          NewsPages.class.getClassLoader(),
          NewsPages.class.getPackageName());
  private final SearchParameters parameters;

  /**
   * @param clock what the age of news counts from
   */
  public NewsPages(Clock clock) {
    this.parameters = new SearchParameters(USUAL, clock);
  }

  /** The front page, and the hits of a search. */
  public Rendered search(NewsSearcher searcher, Map<String, List<String>> given) {
    SearchState state = SearchState.of(given, parameters, searcher);
    return rendered("search", new SearchPages(searcher, state, parameters).page(), Outcome.FOUND);
  }

  /** An article with the marks of the search that the parameters say. */
  public Rendered article(NewsSearcher searcher, String id, Map<String, List<String>> given) {
    SearchState state = SearchState.of(given, parameters, searcher);
    ReadingPage page = new ReadingPages(searcher, state, parameters).page(id);
    return page == null
        ? message("article", Outcome.NOT_FOUND, given)
        : rendered("article", page, Outcome.FOUND);
  }

  /**
   * What the index knows of an entity.
   *
   * @param idOrName its id, or one of its names
   */
  public Rendered entity(NewsSearcher searcher, String idOrName, Map<String, List<String>> given) {
    EntityView page = new EntityViews(searcher, Look.of(given), parameters).page(idOrName);
    return page == null
        ? message("entity", Outcome.NOT_FOUND, given)
        : rendered("entity", page, Outcome.FOUND);
  }

  /** The searches that are kept. */
  public Rendered saved(SavedSearchesFile.InForce inForce, Map<String, List<String>> given) {
    Look look = Look.of(given);
    Texts texts = Texts.in(look.language());
    Links links = new Links(parameters, look, USUAL);
    List<SavedPage.Saved> searches =
        inForce.searches().stream().map(search -> saved(search, links, texts)).toList();
    String problem = inForce.problem();
    SavedPage page =
        new SavedPage(
            Shell.of(texts, look, links, links.saved(), texts.get("saved.title")),
            searches,
            problem == null ? null : new Notice(texts.get("saved.problem"), problem));
    return rendered("saved", page, Outcome.FOUND);
  }

  private static SavedPage.Saved saved(SavedSearch search, Links links, Texts texts) {
    Filters filters = search.filters();
    List<String> conditions = new ArrayList<>();
    if (filters.from() != null || filters.to() != null) {
      conditions.add(new Calendar(texts).between(filters.from(), filters.to()));
    }
    filters
        .values()
        .forEach(
            (dimension, values) ->
                conditions.add(
                    texts.get("facet." + dimension.key())
                        + texts.get("colon")
                        + String.join(
                            texts.get("comma"),
                            values.stream()
                                .map(value -> FacetBox.label(dimension, value, texts))
                                .toList())));
    return new SavedPage.Saved(
        search.name(),
        search.text(),
        conditions,
        links.search(search.request().withReprints(Reprints.COLLAPSED)).href());
  }

  /** The page of an address that there is nothing at, and of what could not be done. */
  public Rendered problem(Outcome outcome, Map<String, List<String>> given) {
    return message(
        switch (outcome) {
          case FOUND, NOT_FOUND -> "missing";
          case BUSY -> "busy";
          case FAILED -> "failed";
        },
        outcome,
        given);
  }

  private Rendered message(String key, Outcome outcome, Map<String, List<String>> given) {
    Look look = Look.of(given);
    Texts texts = Texts.in(look.language());
    Links links = new Links(parameters, look, USUAL);
    String heading = texts.get("message." + key);
    MessagePage page =
        new MessagePage(
            Shell.of(texts, look, links, links.front(), heading),
            heading,
            texts.get("message." + key + ".text"),
            List.of(new Choice(texts.get("message.front"), links.front().href(), false)));
    return rendered("message", page, outcome);
  }

  private Rendered rendered(String template, Record page, Outcome outcome) {
    StringOutput html = new StringOutput(1 << 15);
    templates.render(template + ".jte", page, html);
    return new Rendered(html.toString(), outcome);
  }
}
