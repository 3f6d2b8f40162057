package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.cluster.ClusterAddress;
import org.fihris.cluster.ClusterConnection;
import org.fihris.cluster.ClusterFigures;
import org.fihris.cluster.ClusterSearch;
import org.fihris.cluster.ClusterSuggestions;
import org.fihris.cluster.ClusterTerms;
import org.fihris.cluster.ClusterValues;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.Explored;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.KnownEntities;
import org.fihris.index.Fingerprint;
import org.fihris.index.IndexException;
import org.fihris.index.Stamp;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.suggest.Help;
import org.fihris.suggest.HelpFinder;
import org.fihris.suggest.SuggestRequest;
import org.fihris.suggest.Suggester;
import org.fihris.suggest.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * Searches an index on a cluster, as it is when it is asked: what is committed while the searcher
 * is open is found, but for how many articles there are and what was looked up before.
 */
final class ClusterSearcher extends NewsSearcher {
  private final ClusterAddress address;
  private final IndexConfig config;
  private final Opened opened;
  private final AtomicLong explorations = new AtomicLong();

  /**
   * What searches are made with.
   *
   * @param state of the index when it was opened
   */
  private record Opened(
      ClusterConnection connection,
      Stamp stamp,
      ClusterSearch search,
      ClusterSearch.State state,
      NewsAnalyzer analyzer,
      KnownEntities entities,
      ClusterReader reader,
      HelpFinder help,
      ClusterSuggestions suggestions,
      Suggester suggester,
      Parts parts) {

    static Opened of(
        ClusterConnection connection, IndexConfig config, @Nullable KnownEntities tables)
        throws IOException {
      Stamp stamp = connection.requireIndex(Stamp.current(config));
      ClusterSearch search = new ClusterSearch(connection, TimeLimit::left);
      ClusterSearch.State state = search.state();
      ClusterTerms terms = new ClusterTerms(search, state);
      ClusterValues values = new ClusterValues(terms);
      KnownEntities entities =
          tables == null
              ? new KnownEntities(config, EntityEdits.NONE, values)
              : tables.of(EntityEdits.NONE, values);
      NewsAnalyzer analyzer = new NewsAnalyzer(config);
      FacetFilters filters = new FacetFilters(values, entities);
      ClusterReader reader = new ClusterReader(search, terms, values, analyzer, entities, filters);
      ClusterFinder finder =
          new ClusterFinder(search, filters, new ClusterBonus(search, terms), reader);
      Parts parts =
          new Parts(
              new ClusterReading(connection.address()),
              new Answers(new RequestTranslator(terms, analyzer, entities), finder),
              new Cursors(new Cursor.View(state.sequence(), Fingerprint.of(state.state()))),
              new FilterNames(values, entities),
              entities,
              reader);
      HelpFinder help = new HelpFinder(terms, values, analyzer, entities, parts.answers()::counts);
      ClusterSuggestions suggestions = new ClusterSuggestions(connection, search, state);
      return new Opened(
          connection,
          stamp,
          search,
          state,
          analyzer,
          entities,
          reader,
          help,
          suggestions,
          new Suggester(suggestions, entities, EntityEdits.NONE),
          parts);
    }
  }

  private ClusterSearcher(ClusterAddress address, IndexConfig config, Opened opened) {
    super(opened.parts);
    this.address = address;
    this.config = config;
    this.opened = opened;
  }

  /** As {@link NewsSearcher#open(ClusterAddress, IndexConfig)}. */
  static ClusterSearcher opened(ClusterAddress address, IndexConfig config) {
    return opened(address, config, null);
  }

  private static ClusterSearcher opened(
      ClusterAddress address, IndexConfig config, @Nullable KnownEntities tables) {
    ClusterConnection connection = ClusterConnection.open(address, config);
    try {
      return new ClusterSearcher(address, config, Opened.of(connection, config, tables));
    } catch (IOException e) {
      connection.close();
      throw new IndexException(address + " cannot be opened: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public NewsSearcher refreshed() {
    return opened(address, config, opened.entities);
  }

  /** What takes more than a cluster is asked for. */
  private NotOfferedException notThere(String what) {
    return NotOfferedException.of(address, what + " yet");
  }

  @Override
  public ArticleSelection among(Collection<String> ids) {
    throw notThere("saved searches");
  }

  @Override
  public Help help(SearchRequest asked) {
    return opened
        .parts
        .reading()
        .of(() -> opened.help.help(named(asked.withFacets(List.of()), new ArrayList<>())));
  }

  @Override
  public Suggestions suggest(SuggestRequest request) {
    return opened.parts.reading().of(() -> opened.suggester.suggest(request));
  }

  /** All journeys of one exploration are answered by the same copies of the shards. */
  @Override
  Explored explored() {
    String preference = "e" + Long.toHexString(explorations.incrementAndGet());
    ClusterReader reader = opened.reader;
    return new Explored(
        opened.parts.reading(),
        reader.terms(),
        reader.values(),
        opened.entities,
        entityEdits(),
        opened.analyzer,
        new ClusterEntityCounts(opened.search, reader.values(), opened.entities, preference),
        new ClusterChoice(opened.search, preference));
  }

  @Override
  public EntityEdits entityEdits() {
    return EntityEdits.NONE;
  }

  @Override
  public List<Warning> warnings() {
    return List.of();
  }

  @Override
  public @Nullable Explanation explain(SearchRequest asked, String id) {
    List<Warning> warnings = new ArrayList<>();
    return opened
        .parts
        .reading()
        .orNull(
            () -> {
              Parts parts = opened.parts;
              Cursors.Start start = parts.cursors().start(asked, warnings);
              SearchRequest request = named(asked.withFacets(List.of()), warnings);
              Answers.Answer answer = parts.answers().answer(request, start, warnings);
              return opened.reader.explain(
                  id, request, new HitOrder(start.order()), answer, warnings);
            });
  }

  @Override
  public boolean isCurrent() {
    ClusterSearch.State now = opened.search.state();
    return now.sequence() == opened.state.sequence()
        && now.state().equals(opened.state.state())
        && opened.suggestions.isCurrent();
  }

  @Override
  public IndexStats stats() {
    ClusterFigures figures = ClusterFigures.of(opened.connection, opened.stamp);
    return new IndexStats(
        figures.articles(),
        figures.undated(),
        figures.bytes(),
        figures.from(),
        figures.to(),
        0,
        null,
        figures.stamp());
  }

  @Override
  public void close() {
    opened.analyzer.close();
    opened.connection.close();
  }
}
