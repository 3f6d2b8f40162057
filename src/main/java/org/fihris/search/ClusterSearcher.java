package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.cluster.ClusterAddress;
import org.fihris.cluster.ClusterBeside;
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
import org.fihris.index.EditedText;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.IndexException;
import org.fihris.index.Stamp;
import org.fihris.matching.NecessaryTerms;
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
      Edits edits,
      NewsAnalyzer analyzer,
      KnownEntities entities,
      ClusterReader reader,
      HelpFinder help,
      ClusterSuggestions suggestions,
      Suggester suggester,
      Parts parts,
      ArticleSelection.Requests requests) {

    /**
     * @param before of the same index, whose tables are used again; null for none
     */
    static Opened of(ClusterConnection connection, IndexConfig config, @Nullable Opened before)
        throws IOException {
      Stamp stamp = connection.requireIndex(Stamp.current(config));
      ClusterSearch search = new ClusterSearch(connection, TimeLimit::left);
      ClusterSearch.State state = search.state();
      ClusterTerms terms = new ClusterTerms(search, state);
      Edits edits = Edits.of(connection, config);
      ClusterValues values = new ClusterValues(terms, edits.inForce.edits());
      KnownEntities entities =
          before == null
              ? new KnownEntities(config, edits.inForce.edits(), values)
              : before.entities.of(edits.inForce.edits(), values);
      NewsAnalyzer analyzer =
          before == null ? new NewsAnalyzer(config) : before.analyzer.at(MatchLevel.STEM);
      FacetFilters filters = new FacetFilters(values, entities);
      ClusterReader reader = new ClusterReader(search, terms, values, analyzer, entities, filters);
      ClusterFinder finder =
          new ClusterFinder(search, filters, new ClusterBonus(search, terms), reader);
      RequestTranslator translator = new RequestTranslator(terms, analyzer, entities);
      Parts parts =
          new Parts(
              new ClusterReading(connection.address()),
              new Answers(translator, finder),
              Cursors.of(state.sequence(), state.state(), edits.inForce.edits()),
              new FilterNames(values, entities),
              entities,
              reader);
      HelpFinder help = new HelpFinder(terms, values, analyzer, entities, parts.answers()::counts);
      ClusterSuggestions suggestions = new ClusterSuggestions(connection, search, state);
      NecessaryTerms necessary =
          before == null
              ? new NecessaryTerms(analyzer, entities)
              : before.requests.necessary().of(analyzer, entities);
      ArticleSelection.Requests requests =
          new ArticleSelection.Requests(
              parts.reading(),
              terms,
              entities,
              parts.names(),
              filters,
              translator,
              necessary,
              reader::readRarities);
      return new Opened(
          connection,
          stamp,
          search,
          state,
          edits,
          analyzer,
          entities,
          reader,
          help,
          suggestions,
          new Suggester(suggestions, entities, edits.inForce.edits()),
          parts,
          requests);
    }
  }

  /**
   * The corrections to entities.
   *
   * @param version of their table
   */
  private record Edits(String version, EntityEditsFile.InForce inForce) {
    static Edits of(ClusterConnection connection, IndexConfig config) throws IOException {
      ClusterBeside beside = ClusterBeside.of(connection);
      String version = version(connection); // first: what changes later is noticed
      return new Edits(version, EntityEditsFile.in(beside, config).read());
    }

    static String version(ClusterConnection connection) throws IOException {
      return ClusterBeside.of(connection).text(EditedText.Kind.ENTITY_EDITS).version();
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
      ClusterAddress address, IndexConfig config, @Nullable Opened before) {
    ClusterConnection connection = ClusterConnection.open(address, config);
    try {
      return new ClusterSearcher(address, config, Opened.of(connection, config, before));
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
    return opened(address, config, opened);
  }

  @Override
  public ArticleSelection among(Collection<String> ids) {
    return opened
        .parts
        .reading()
        .of(() -> new ArticleSelection(opened.reader.selected(ids), opened.requests));
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
    return opened.edits.inForce.edits();
  }

  @Override
  public List<Warning> warnings() {
    return ofEdits(opened.edits.inForce);
  }

  @Override
  public @Nullable Explanation explain(SearchRequest asked, String id) {
    List<Warning> warnings = new ArrayList<>(warnings());
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
        && opened.suggestions.isCurrent()
        && opened
            .parts
            .reading()
            .of(() -> Edits.version(opened.connection))
            .equals(opened.edits.version);
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
        entityEdits().lines().size(),
        opened.edits.inForce.problem(),
        figures.stamp());
  }

  @Override
  public void close() {
    opened.analyzer.close();
    opened.connection.close();
  }
}
