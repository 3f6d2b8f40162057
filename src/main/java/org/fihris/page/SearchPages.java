package org.fihris.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.Period;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.fihris.search.CursorException;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.Help;
import org.fihris.suggest.Offer;
import org.jspecify.annotations.Nullable;

/** Carries out the search of an address and puts its page together. */
final class SearchPages {
  private final NewsSearcher searcher;
  private final SearchState state;
  private final Links links;
  private final Texts texts;
  private final Calendar calendar;

  SearchPages(NewsSearcher searcher, SearchState state, SearchParameters parameters) {
    this.searcher = searcher;
    this.state = state;
    this.links = new Links(parameters, state.look(), state.request());
    this.texts = Texts.in(state.look().language());
    this.calendar = new Calendar(texts);
  }

  SearchPage page() {
    List<Notice> notices = new ArrayList<>();
    Hits hits = hits(notices);
    boolean front = state.isFront();
    notices.addAll(
        Notices.of(hits.warnings(), state.faults(), state.request().text().isBlank(), texts));
    SearchRequest request = links.request();
    Help help = front ? new Help(0, List.of(), List.of()) : searcher.help(request);
    FacetCounts dates = hits.facets().getFirst();
    Filters filters = request.filters();
    String query = request.text().strip();
    String title = front ? "" : query.isEmpty() ? texts.get("search.filtered") : query;
    return new SearchPage(
        Shell.of(texts, state.look(), links, here(), title),
        front,
        front ? texts.get("front.latest") : title,
        summary(hits),
        notices,
        Chip.of(filters, hits.facets(), searcher, links, texts),
        links.filtered(Filters.NONE.withZone(filters.zone())).href(),
        offers(help.readings()),
        offers(help.steps()),
        histogram(dates),
        undated(dates),
        filters.from() == null && filters.to() == null ? null : links.between(null, null),
        new SearchPage.DaysForm(
            filters.from() == null ? "" : filters.from().toString(),
            filters.to() == null ? "" : filters.to().toString(),
            links.search(links.first()).fieldsWithout("from", "to")),
        boxes(hits.facets()),
        new SearchOptions(links, texts).orders(),
        new SearchOptions(links, texts).options(),
        hits.hits().stream().map(new HitCards(texts, links)::of).toList(),
        range(hits),
        hits.before() > 0 ? links.search(links.first()).href() : null,
        hits.next() == null ? null : links.search(links.request().withAfter(hits.next())).href());
  }

  private Address here() {
    return links
        .search(links.request())
        .with(SearchState.OPEN, state.open() == null ? null : state.open().key())
        .with(SearchState.FIND, state.find().isEmpty() ? null : state.find());
  }

  /** A page behind another one that is not there any more is the first page. */
  private Hits hits(List<Notice> notices) {
    List<FacetRequest> facets = new ArrayList<>();
    facets.add(
        FacetRequest.of(Dimension.DATE).withStep(DateStep.MONTH).withLimit(FacetRequest.MAX_LIMIT));
    facets.addAll(FacetBox.requests(state));
    SearchRequest request = state.carriedOut().withFacets(facets);
    try {
      return searcher.search(request);
    } catch (CursorException e) {
      notices.add(new Notice(texts.get("search.cursor"), null));
      return searcher.search(request.withPage(links.first().page()));
    }
  }

  private String summary(Hits hits) {
    Long stories = hits.stories();
    String articles = texts.count("articles", hits.total());
    String found =
        stories == null || stories == hits.total()
            ? articles
            : texts.get("search.stories", texts.count("stories", stories), articles);
    return hits.totalExact() ? found : texts.get("search.least", found);
  }

  private @Nullable String range(Hits hits) {
    if (hits.hits().isEmpty()) {
      return null;
    }
    Long stories = hits.counted() == Counted.STORIES ? hits.stories() : Long.valueOf(hits.total());
    return texts.get(
        "pager.range",
        texts.number(hits.before() + 1),
        texts.number(hits.before() + hits.hits().size()),
        texts.number(stories == null ? hits.total() : stories));
  }

  private List<OfferLink> offers(List<Offer> offers) {
    return offers.stream().map(offer -> OfferLink.of(offer, links, texts)).toList();
  }

  private List<FacetBox> boxes(List<FacetCounts> facets) {
    return facets.stream()
        .filter(counts -> counts.request().dimension() != Dimension.DATE)
        .map(counts -> FacetBox.of(counts, state, links, texts))
        .filter(box -> !box.values().isEmpty() || box.open())
        .toList();
  }

  /**
   * Null where nothing found is dated, or all of it alike. By months first; where these are few,
   * counted again by weeks or days.
   */
  private @Nullable Histogram histogram(FacetCounts months) {
    NavigableMap<LocalDate, Long> counts = Histogram.counts(months.values());
    if (counts.isEmpty()) {
      return null;
    }
    Filters filters = links.request().filters();
    Period stretch = stretch(filters, counts);
    DateStep step = Histogram.step(stretch.from(), stretch.to());
    if (step.compareTo(DateStep.MONTH) > 0) {
      counts = counts(step);
      counts.putIfAbsent(stretch.from(), 0L);
      counts.putIfAbsent(stretch.to(), 0L);
    }
    List<Period> chosen =
        filters.values().getOrDefault(Dimension.DATE, List.of()).stream()
            .filter(value -> !value.equals(Dimension.UNDATED))
            .map(Period::parse)
            .toList();
    Histogram histogram =
        Histogram.of(counts, step, chosen, calendar, texts, p -> links.between(p.from(), p.to()));
    // One bar tells nothing, and there is nothing to choose.
    return histogram.bars().size() < 2 ? null : histogram;
  }

  private NavigableMap<LocalDate, Long> counts(DateStep step) {
    FacetRequest days =
        FacetRequest.of(Dimension.DATE).withStep(step).withLimit(FacetRequest.MAX_LIMIT);
    SearchRequest request = links.first().withLimit(0).withFacets(List.of(days));
    return Histogram.counts(searcher.search(request).facets().getFirst().values());
  }

  /** The days that are asked for, where these are few; else those that something was found of. */
  private static Period stretch(Filters filters, NavigableMap<LocalDate, Long> months) {
    LocalDate first = months.firstKey();
    LocalDate last = months.lastKey().plusMonths(1).minusDays(1);
    LocalDate from = filters.from();
    LocalDate to = filters.to();
    if (from != null
        && to != null
        && ChronoUnit.DAYS.between(from, to) < Histogram.MOST_DAYS_IN_WEEKS) {
      return new Period(from, to);
    }
    if (from != null && from.isAfter(first)) {
      first = from;
    }
    if (to != null && to.isBefore(last)) {
      last = to;
    }
    return new Period(first, first.isAfter(last) ? first : last);
  }

  private @Nullable Choice undated(FacetCounts dates) {
    for (FacetValue value : dates.values()) {
      if (value.value().equals(Dimension.UNDATED)) {
        return new Choice(
            texts.count("undated", value.count()),
            value.chosen()
                ? links.without(Dimension.DATE, Dimension.UNDATED)
                : links.with(Dimension.DATE, Dimension.UNDATED),
            value.chosen());
      }
    }
    return null;
  }
}
