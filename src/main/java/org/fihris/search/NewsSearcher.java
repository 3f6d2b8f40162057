package org.fihris.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.IOUtils;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.EntityExplorer;
import org.fihris.explore.Significant;
import org.fihris.explore.SignificantRequest;
import org.fihris.explore.SignificantTerms;
import org.fihris.explore.StoryExplorer;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.CommitReading;
import org.fihris.index.IndexException;
import org.fihris.index.IndexFolder;
import org.fihris.index.Schema;
import org.fihris.matching.NecessaryTerms;
import org.fihris.matching.QueryWord;
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
 * Searches an index as it was committed when the searcher was opened.
 *
 * <p>Safe for any number of threads. Every method throws {@link IndexException} if the index cannot
 * be read.
 */
public final class NewsSearcher implements AutoCloseable {

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
  private final HitMaker hitMaker;
  private final FacetFilters filters;
  private final HelpFinder helpFinder;
  private final Suggester suggester;
  private final ArticleReader articleReader;

  private NewsSearcher(
      Path path,
      IndexConfig config,
      OpenedCommit commit,
      NewsAnalyzer analyzer,
      KnownEntities entities,
      NecessaryTerms necessary)
      throws IOException {
    this.path = path;
    this.config = config;
    this.commit = commit;
    this.reading = new CommitReading(path, commit.reader());
    this.snapshot = commit.snapshot();
    this.analyzer = analyzer;
    this.entities = entities;
    this.necessary = necessary;
    this.filters = new FacetFilters(snapshot, entities);
    this.reranker = new Reranker(snapshot.searcher());
    this.cursors = Cursors.of(commit.reader(), commit.edits());
    this.translator = new RequestTranslator(snapshot.searcher(), analyzer, entities);
    this.answers = new Answers(snapshot, translator, filters, reranker, entities);
    this.hitMaker = new HitMaker(snapshot, entities);
    this.helpFinder = new HelpFinder(snapshot, analyzer, entities, answers::count);
    this.suggester = new Suggester(path, commit.directory(), commit.reader(), snapshot, entities);
    this.articleReader = new ArticleReader(reading, commit, entities, answers, cursors);
  }

  /**
   * Opens an index.
   *
   * @throws IndexException if there is none at {@code path}, it was built by another version or
   *     configuration, or its files are damaged
   */
  public static NewsSearcher open(Path path, IndexConfig config) {
    return OpenedCommit.open(
        path,
        config,
        opened -> {
          NewsAnalyzer analyzer = new NewsAnalyzer(config);
          KnownEntities entities = new KnownEntities(config, opened.edits(), opened.snapshot());
          return new NewsSearcher(
              path, config, opened, analyzer, entities, new NecessaryTerms(analyzer, entities));
        });
  }

  /**
   * Opens the index of this searcher as it is committed now, without reading again the tables that
   * this one has read. Either is closed on its own.
   *
   * @throws IndexException as {@link #open} does
   */
  public NewsSearcher refreshed() {
    return OpenedCommit.open(
        path,
        config,
        opened -> {
          NewsAnalyzer own = analyzer.at(MatchLevel.STEM);
          KnownEntities known = entities.of(opened.edits(), opened.snapshot());
          // What a corrected name stands for depends on the articles too.
          boolean same = commit.edits().isEmpty() && opened.edits().isEmpty();
          NecessaryTerms terms = same ? necessary.of(own, known) : new NecessaryTerms(own, known);
          return new NewsSearcher(path, config, opened, own, known, terms);
        });
  }

  /**
   * Some articles of the index, to be looked at with many requests.
   *
   * @param ids those that are not there are passed over
   */
  public ArticleSelection among(Collection<String> ids) {
    return reading.of(
        () -> {
          SelectedArticles articles = SelectedArticles.of(snapshot.searcher(), entities, ids);
          return new ArticleSelection(
              reading, snapshot, analyzer, entities, filters, translator, necessary, articles);
        });
  }

  /**
   * Answers a request.
   *
   * @throws CursorException if it asks for the page behind a cursor that is damaged or of another
   *     search
   */
  public Hits search(SearchRequest asked) {
    long began = System.nanoTime();
    List<Warning> warnings = new ArrayList<>(warnings());
    return reading.of(
        () -> {
          Cursors.Start start = cursors.start(asked, warnings);
          SearchRequest request = named(asked, warnings);
          Answers.Answer answer = answers.answer(request, start, warnings);
          List<Hit> hits = hitMaker.hits(request, answer, answer.found().page());
          List<FacetCounts> facets = answers.facets(request, answer);
          return new Hits(
              answer.understood().shown(),
              answer.found().collapse() == null ? Counted.ARTICLES : Counted.STORIES,
              answer.found().articles(),
              answer.found().collapse() == null ? null : answer.found().total(),
              answer.found().exact(),
              Duration.ofNanos(System.nanoTime() - began),
              start.before(),
              hits,
              answer.found().more()
                  ? cursors.behind(asked, start, answer, hits.size()).encoded()
                  : null,
              facets,
              warnings);
        });
  }

  /**
   * Goes through all hits of a request, from where its page begins to their end. Its limit and its
   * facets are left aside.
   *
   * @throws CursorException as {@link #search} does
   */
  public HitWalk walk(SearchRequest asked) {
    List<Warning> warnings = new ArrayList<>(warnings());
    return reading.of(
        () -> {
          Cursors.Start start = cursors.start(asked, warnings);
          SearchRequest request = named(asked.withFacets(List.of()), warnings);
          return new HitWalk(
              reading, asked, request, start, answers, cursors, hitMaker::hits, warnings);
        });
  }

  /**
   * What to try instead of a request that finds nothing or little: other words that may have been
   * meant, and the same words under weaker conditions, each with the number of articles that it
   * would find. Nothing of it is done. Empty where enough is found.
   */
  public Help help(SearchRequest asked) {
    return reading.of(
        () -> {
          return helpFinder.help(named(asked.withFacets(List.of()), new ArrayList<>()));
        });
  }

  /**
   * Ways to go on with what somebody is typing: entities, phrases and headlines. They are of the
   * commit that {@code NewsIndex.buildSuggestions} was called after; where they are missing or
   * damaged there are none, with a warning.
   */
  public Suggestions suggest(SuggestRequest request) {
    return reading.of(
        () -> {
          return suggester.suggest(request);
        });
  }

  /** The entities of the index, for as long as this searcher is open. */
  public EntityExplorer entities() {
    return new EntityExplorer(reading, snapshot, entities, commit.edits(), filters);
  }

  /** Articles and what belongs to them, for as long as this searcher is open. */
  public StoryExplorer stories() {
    return new StoryExplorer(reading, snapshot, entities, analyzer, filters);
  }

  /**
   * What is far more frequent in the hits of a request than in the whole index. Words that the
   * request asks for are left out.
   *
   * @param asked understood as {@link #search} does; its order, page, facets and snippets do not
   *     matter
   * @param warnings where what the user should know is added
   */
  public Significant significant(
      SearchRequest asked, SignificantRequest wanted, List<Warning> warnings) {
    warnings.addAll(warnings());
    return reading.of(
        () -> {
          SearchRequest request = named(asked.withFacets(List.of()).withPage(0, 0), warnings);
          Answers.Answer answer =
              answers.answer(request, cursors.start(request, warnings), warnings);
          Set<String> words =
              answer.understood().words().stream().map(QueryWord::stem).collect(Collectors.toSet());
          return new SignificantTerms(snapshot, entities, analyzer, filters)
              .of(filters.apply(answer.query(), request.filters()), words, wanted);
        });
  }

  /** The corrections to entities that are in force. */
  public EntityEdits entityEdits() {
    return commit.edits();
  }

  /** What a user should know of this index whatever is asked; empty for a sound one. */
  public List<Warning> warnings() {
    return commit.editsProblem() == null
        ? List.of()
        : List.of(new Warning(Warning.Code.ENTITY_EDITS, commit.editsProblem()));
  }

  /**
   * The ids of the best articles for a request, without anything else of them: for runs over many
   * topics. Facets and snippets of the request are left aside, and so are warnings.
   */
  public List<Ranked> rank(SearchRequest asked) {
    List<Warning> unheard = new ArrayList<>();
    return reading.of(
        () -> {
          SearchRequest request = named(asked.withFacets(List.of()), unheard);
          Cursors.Start start = cursors.start(asked, unheard);
          List<Ranked> ranking = new ArrayList<>();
          StoredFields stored = snapshot.searcher().storedFields();
          for (ScoreDoc hit : answers.answer(request, start, unheard).found().page()) {
            String id = stored.document(hit.doc, Set.of(Schema.ID)).get(Schema.ID);
            ranking.add(new Ranked(id, hit.score));
          }
          return ranking;
        });
  }

  private SearchRequest named(SearchRequest request, List<Warning> warnings) throws IOException {
    return request.withFilters(
        new FilterNames(snapshot, entities).resolve(request.filters(), warnings));
  }

  /**
   * Why an article is a hit of a request or is none, and what its score is made of.
   *
   * @return null if there is no article of that id
   */
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

  /**
   * An article to be read whole, marked as the hits of a request are, whether it is one of them or
   * not. Filters, order, page, facets and snippets of the request are left aside. Of a word that
   * stands in it more than ten thousand times the first ten thousand are marked.
   *
   * @return null if there is no article of that id
   */
  public @Nullable MarkedArticle read(String id, SearchRequest asked) {
    return articleReader.read(id, asked, warnings());
  }

  /** The article with an id, or null if there is none. */
  public @Nullable Article article(String id) {
    return articleReader.article(id);
  }

  /**
   * The key of the story that an article tells, which its reprints share and which means nothing
   * else, or null if there is no such article.
   */
  public @Nullable String group(String id) {
    return articleReader.group(id);
  }

  /**
   * Does work that may take no longer than a time, such as to answer somebody who waits. Whatever
   * the work asks of searchers counts, as far as it is done on the calling thread; what is left of
   * it after that time ends while articles are matched, not at once.
   *
   * @throws TimeOverException if the time is over before the work is done
   */
  public <T> T within(Duration time, Supplier<T> work) {
    return TimeLimit.within(time, work);
  }

  /**
   * A short text that is the same as long as the articles and the corrections to their entities
   * are, and another for every other commit: answers to one request under one version are equal,
   * but for what depends on the clock.
   */
  public String version() {
    return cursors.version();
  }

  /**
   * Whether the folder still holds what this searcher sees: the commit, the corrections to entities
   * and the completions. Quick enough to be asked every second.
   *
   * @throws IndexException if there is no index any more, or it cannot be read
   */
  public boolean isCurrent() {
    return reading.of(() -> commit.isCurrent(path));
  }

  /** The index in figures. */
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
