package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.cluster.ClusterAddress;
import org.fihris.cluster.ClusterSearch;
import org.fihris.cluster.ClusterTerms;
import org.fihris.cluster.ClusterValues;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.Explored;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.KnownEntities;
import org.fihris.index.Reading;
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
  private final OpenedCluster cluster;
  private final Made made;
  private final AtomicLong explorations = new AtomicLong();

  /** What searches of a cluster are made with. */
  private record Made(
      NewsAnalyzer analyzer,
      KnownEntities entities,
      ClusterReader reader,
      HelpFinder help,
      Suggester suggester,
      Parts parts,
      ArticleSelection.Requests requests) {

    /**
     * @param before of the same index, whose tables are used again; null for none
     */
    static Made on(OpenedCluster cluster, IndexConfig config, @Nullable Made before)
        throws IOException {
      EntityEdits edits = cluster.edits().edits();
      ClusterSearch search = cluster.search();
      ClusterSearch.State state = cluster.state();
      ClusterTerms terms = new ClusterTerms(search, state);
      ClusterValues values = new ClusterValues(terms, edits);
      KnownEntities entities =
          before == null
              ? new KnownEntities(config, edits, values)
              : before.entities.of(edits, values);
      NewsAnalyzer analyzer =
          before == null ? new NewsAnalyzer(config) : before.analyzer.at(MatchLevel.STEM);
      FacetFilters filters = new FacetFilters(values, entities);
      ClusterReader reader = new ClusterReader(search, terms, values, analyzer, entities, filters);
      ClusterFinder finder =
          new ClusterFinder(search, filters, new ClusterBonus(search, terms), reader);
      RequestTranslator translator = new RequestTranslator(terms, analyzer, entities);
      Parts parts =
          new Parts(
              new ClusterReading(cluster.address()),
              new Answers(translator, finder),
              Cursors.of(state.sequence(), state.state(), edits),
              new FilterNames(values, entities),
              entities,
              reader);
      NecessaryTerms necessary =
          before == null
              ? new NecessaryTerms(analyzer, entities)
              : before.requests.necessary().of(analyzer, entities);
      return new Made(
          analyzer,
          entities,
          reader,
          new HelpFinder(terms, values, analyzer, entities, parts.answers()::counts),
          new Suggester(cluster.suggestions(), entities, edits),
          parts,
          new ArticleSelection.Requests(
              parts.reading(),
              terms,
              entities,
              parts.names(),
              filters,
              translator,
              necessary,
              reader::readRarities));
    }
  }

  private ClusterSearcher(
      ClusterAddress address, IndexConfig config, OpenedCluster cluster, Made made) {
    super(made.parts);
    this.address = address;
    this.config = config;
    this.cluster = cluster;
    this.made = made;
  }

  /** As {@link NewsSearcher#open(ClusterAddress, IndexConfig)}. */
  static ClusterSearcher opened(ClusterAddress address, IndexConfig config) {
    return opened(address, config, null);
  }

  private static ClusterSearcher opened(
      ClusterAddress address, IndexConfig config, @Nullable Made before) {
    return OpenedCluster.open(
        address,
        config,
        opened -> new ClusterSearcher(address, config, opened, Made.on(opened, config, before)));
  }

  @Override
  public NewsSearcher refreshed() {
    return opened(address, config, made);
  }

  private Reading reading() {
    return made.parts.reading();
  }

  @Override
  public ArticleSelection among(Collection<String> ids) {
    return reading().of(() -> new ArticleSelection(made.reader.selected(ids), made.requests));
  }

  @Override
  public Help help(SearchRequest asked) {
    return reading()
        .of(() -> made.help.help(named(asked.withFacets(List.of()), new ArrayList<>())));
  }

  @Override
  public Suggestions suggest(SuggestRequest request) {
    return reading().of(() -> made.suggester.suggest(request));
  }

  /** All journeys of one exploration are answered by the same copies of the shards. */
  @Override
  Explored explored() {
    String preference = "e" + Long.toHexString(explorations.incrementAndGet());
    ClusterSearch search = cluster.search();
    ClusterReader reader = made.reader;
    return new Explored(
        reading(),
        reader.terms(),
        reader.values(),
        made.entities,
        entityEdits(),
        made.analyzer,
        new ClusterEntityCounts(search, reader.values(), made.entities, preference),
        new ClusterChoice(search, preference));
  }

  @Override
  public EntityEdits entityEdits() {
    return cluster.edits().edits();
  }

  @Override
  public List<Warning> warnings() {
    return ofEdits(cluster.edits());
  }

  @Override
  public @Nullable Explanation explain(SearchRequest asked, String id) {
    List<Warning> warnings = new ArrayList<>(warnings());
    return reading()
        .orNull(
            () -> {
              Parts parts = made.parts;
              Cursors.Start start = parts.cursors().start(asked, warnings);
              SearchRequest request = named(asked.withFacets(List.of()), warnings);
              Answers.Answer answer = parts.answers().answer(request, start, warnings);
              return made.reader.explain(
                  id, request, new HitOrder(start.order()), answer, warnings);
            });
  }

  @Override
  public boolean isCurrent() {
    return reading().of(cluster::isCurrent);
  }

  @Override
  public IndexStats stats() {
    return cluster.stats();
  }

  @Override
  public void close() {
    made.analyzer.close();
    cluster.close();
  }
}
