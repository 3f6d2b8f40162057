package org.fihris.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.IOUtils;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.CommitChoice;
import org.fihris.explore.CommitEntityCounts;
import org.fihris.explore.Explored;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.CommitReading;
import org.fihris.index.IndexFolder;
import org.fihris.matching.NecessaryTerms;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.suggest.FolderSuggestions;
import org.fihris.suggest.Help;
import org.fihris.suggest.HelpFinder;
import org.fihris.suggest.SuggestRequest;
import org.fihris.suggest.Suggester;
import org.fihris.suggest.Suggestions;
import org.jspecify.annotations.Nullable;

/** Searches one commit of an index in a folder. */
final class CommitSearcher extends NewsSearcher {

  private final Path path;
  private final IndexConfig config;
  private final OpenedCommit commit;
  private final CommitReading reading;
  private final Snapshot snapshot;
  private final NewsAnalyzer analyzer;
  private final KnownEntities entities;
  private final RequestTranslator translator;
  private final NecessaryTerms necessary;
  private final Answers answers;
  private final Reranker reranker;
  private final Cursors cursors;
  private final FacetFilters filters;
  private final HelpFinder helpFinder;
  private final Suggester suggester;

  /**
   * What searches of a commit are made with.
   *
   * @param necessary what articles must have to match the requests that are kept
   */
  private record Made(
      CommitReading reading,
      RequestTranslator translator,
      FacetFilters filters,
      Reranker reranker,
      Answers answers,
      Cursors cursors,
      NewsAnalyzer analyzer,
      KnownEntities entities,
      NecessaryTerms necessary) {

    static Made on(
        Path path,
        OpenedCommit commit,
        NewsAnalyzer analyzer,
        KnownEntities entities,
        NecessaryTerms necessary)
        throws IOException {
      Snapshot snapshot = commit.snapshot();
      FacetFilters filters = new FacetFilters(snapshot, entities);
      Reranker reranker = new Reranker(snapshot.searcher());
      RequestTranslator translator = new RequestTranslator(snapshot.terms(), analyzer, entities);
      return new Made(
          new CommitReading(path, commit.reader()),
          translator,
          filters,
          reranker,
          new Answers(translator, new CommitFinder(snapshot, filters, reranker, entities)),
          Cursors.of(commit.reader(), commit.edits()),
          analyzer,
          entities,
          necessary);
    }
  }

  private CommitSearcher(Path path, IndexConfig config, OpenedCommit commit, Made made) {
    super(
        new Parts(
            made.reading,
            made.answers,
            made.cursors,
            new FilterNames(commit.snapshot(), made.entities),
            made.entities,
            commit));
    this.path = path;
    this.config = config;
    this.commit = commit;
    this.reading = made.reading;
    this.snapshot = commit.snapshot();
    this.analyzer = made.analyzer;
    this.entities = made.entities;
    this.translator = made.translator;
    this.necessary = made.necessary;
    this.answers = made.answers;
    this.reranker = made.reranker;
    this.cursors = made.cursors;
    this.filters = made.filters;
    this.helpFinder =
        new HelpFinder(snapshot.terms(), snapshot, analyzer, entities, answers::counts);
    this.suggester =
        new Suggester(
            new FolderSuggestions(path, commit.directory(), commit.reader(), snapshot.searcher()),
            entities,
            snapshot.edits());
  }

  /** As {@link NewsSearcher#open}. */
  static CommitSearcher opened(Path path, IndexConfig config) {
    return OpenedCommit.open(
        path,
        config,
        opened -> {
          NewsAnalyzer analyzer = new NewsAnalyzer(config);
          KnownEntities entities = new KnownEntities(config, opened.edits(), opened.snapshot());
          NecessaryTerms necessary = new NecessaryTerms(analyzer, entities);
          return new CommitSearcher(
              path, config, opened, Made.on(path, opened, analyzer, entities, necessary));
        });
  }

  @Override
  public NewsSearcher refreshed() {
    return OpenedCommit.open(
        path,
        config,
        opened -> {
          NewsAnalyzer own = analyzer.at(MatchLevel.STEM);
          KnownEntities known = entities.of(opened.edits(), opened.snapshot());
          return new CommitSearcher(
              path, config, opened, Made.on(path, opened, own, known, necessary.of(own, known)));
        });
  }

  @Override
  public ArticleSelection among(Collection<String> ids) {
    return reading.of(
        () -> {
          SelectedArticles articles = SelectedArticles.of(snapshot.searcher(), entities, ids);
          return new ArticleSelection(
              new ArticleSelection.Selected(snapshot.searcher(), articles, () -> {}),
              new ArticleSelection.Requests(
                  reading,
                  snapshot.terms(),
                  entities,
                  new FilterNames(snapshot, entities),
                  filters,
                  translator,
                  necessary,
                  understood -> {}));
        });
  }

  @Override
  public Help help(SearchRequest asked) {
    return reading.of(
        () -> {
          return helpFinder.help(named(asked.withFacets(List.of()), new ArrayList<>()));
        });
  }

  @Override
  public Suggestions suggest(SuggestRequest request) {
    return reading.of(
        () -> {
          return suggester.suggest(request);
        });
  }

  @Override
  Explored explored() {
    return new Explored(
        reading,
        snapshot.terms(),
        snapshot,
        entities,
        commit.edits(),
        analyzer,
        new CommitEntityCounts(snapshot),
        new CommitChoice(snapshot.searcher()));
  }

  @Override
  public EntityEdits entityEdits() {
    return commit.edits();
  }

  @Override
  public List<Warning> warnings() {
    return ofEdits(commit.editsInForce());
  }

  @Override
  public @Nullable Explanation explain(SearchRequest asked, String id) {
    List<Warning> warnings = new ArrayList<>(warnings());
    return reading.orNull(
        () -> {
          ScoreDoc article = commit.find(id);
          if (article == null) {
            return null;
          }
          Cursors.Start start = cursors.start(asked, warnings);
          SearchRequest request = named(asked.withFacets(List.of()), warnings);
          Answers.Answer answer = answers.answer(request, start, warnings);
          Query filtered = filters.apply(MatchAllDocsQuery.INSTANCE, request.filters());
          return new Explainer(snapshot.searcher(), reranker)
              .explain(
                  article.doc,
                  answer.query(),
                  filtered,
                  answer.understood(),
                  answer.leaves(),
                  new HitOrder(start.order()),
                  answer.found(),
                  warnings);
        });
  }

  @Override
  public boolean isCurrent() {
    return reading.of(() -> commit.isCurrent(path));
  }

  @Override
  public IndexStats stats() {
    return reading.of(
        () -> {
          return commit.stats(path);
        });
  }

  @Override
  public void close() {
    try {
      IOUtils.close(suggester, commit, analyzer);
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be closed", e);
    }
  }
}
