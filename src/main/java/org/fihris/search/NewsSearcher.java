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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.fihris.article.Article;
import org.fihris.cluster.ClusterAddress;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.EntityExplorer;
import org.fihris.explore.Explored;
import org.fihris.explore.Significant;
import org.fihris.explore.SignificantRequest;
import org.fihris.explore.SignificantTerms;
import org.fihris.explore.StoryExplorer;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.KnownEntities;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.IndexException;
import org.fihris.index.Reading;
import org.fihris.matching.QueryWord;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.suggest.Help;
import org.fihris.suggest.SuggestRequest;
import org.fihris.suggest.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * Searches an index as it was committed when the searcher was opened; one on a cluster as it is
 * committed when it is asked, so that two answers may be of two commits.
 *
 * <p>Safe for any number of threads. Every method throws {@link IndexException} if the index cannot
 * be read, and of an index on a cluster if what is asked for is not there for it yet ({@code
 * docs/scale.md}).
 */
public abstract sealed class NewsSearcher implements AutoCloseable
    permits CommitSearcher, ClusterSearcher {
  private final Reading reading;
  private final Answers answers;
  private final Cursors cursors;
  private final FilterNames names;
  private final KnownEntities entities;
  private final ArticleReader articleReader;

  /**
   * What a searcher is made of, wherever its index lies.
   *
   * @param names of filters
   * @param articles where single articles are read from
   */
  record Parts(
      Reading reading,
      Answers answers,
      Cursors cursors,
      FilterNames names,
      KnownEntities entities,
      SingleArticles articles) {}

  NewsSearcher(Parts parts) {
    this.reading = parts.reading;
    this.answers = parts.answers;
    this.cursors = parts.cursors;
    this.names = parts.names;
    this.entities = parts.entities;
    this.articleReader =
        new ArticleReader(reading, parts.articles, parts.entities, answers, cursors);
  }

  /**
   * Opens an index.
   *
   * @throws IndexException if there is none at {@code path}, it was built by another version or
   *     configuration, or its files are damaged
   */
  public static NewsSearcher open(Path path, IndexConfig config) {
    return CommitSearcher.opened(path, config);
  }

  /**
   * Opens an index on a cluster.
   *
   * @throws IndexException if no node answers, the cluster cannot be used, there is no index of
   *     that name, or it was built by another version or configuration
   */
  public static NewsSearcher open(ClusterAddress address, IndexConfig config) {
    return ClusterSearcher.opened(address, config);
  }

  /**
   * Opens the index of this searcher as it is committed now, without reading again the tables that
   * this one has read. Either is closed on its own.
   *
   * @throws IndexException as {@link #open} does
   */
  public abstract NewsSearcher refreshed();

  /**
   * Some articles of the index, to be looked at with many requests. Of an index on a cluster they
   * are held in memory until the selection is closed, some 5 KB for each newspaper article.
   *
   * @param ids those that are not there are passed over
   */
  public abstract ArticleSelection among(Collection<String> ids);

  /**
   * Answers a request.
   *
   * @throws CursorException if it asks for the page behind a cursor that is damaged or of another
   *     search
   */
  public final Hits search(SearchRequest asked) {
    long began = System.nanoTime();
    List<Warning> warnings = new ArrayList<>(warnings());
    return reading.of(
        () -> {
          Cursors.Start start = cursors.start(asked, warnings);
          SearchRequest request = named(asked, warnings);
          Answers.Answer answer = answers.answer(request, start, warnings);
          List<Hit> hits =
              answer.found().articles().hits(request, answer.understood(), answer.found().page());
          List<FacetCounts> facets = answer.found().articles().facets(request, answer.query());
          Counted counted = answer.found().articles().counted();
          return new Hits(
              answer.understood().shown(),
              counted,
              answer.found().articleCount(),
              counted == Counted.ARTICLES ? null : answer.found().total(),
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
  public final HitWalk walk(SearchRequest asked) {
    List<Warning> warnings = new ArrayList<>(warnings());
    return reading.of(
        () -> {
          Cursors.Start start = cursors.start(asked, warnings);
          SearchRequest request = named(asked.withFacets(List.of()), warnings);
          return new HitWalk(reading, asked, request, start, answers, cursors, warnings);
        });
  }

  /**
   * What to try instead of a request that finds nothing or little: other words that may have been
   * meant, and the same words under weaker conditions, each with the number of articles that it
   * would find. Nothing of it is done. Empty where enough is found.
   */
  public abstract Help help(SearchRequest asked);

  /**
   * Ways to go on with what somebody is typing: entities, phrases and headlines. They are of the
   * commit that {@code NewsIndex.buildSuggestions} was called after; where they are missing or
   * damaged there are none, with a warning.
   */
  public abstract Suggestions suggest(SuggestRequest request);

  /** The entities of the index, for as long as this searcher is open. */
  public final EntityExplorer entities() {
    return new EntityExplorer(explored());
  }

  /** Articles and what belongs to them, for as long as this searcher is open. */
  public final StoryExplorer stories() {
    return new StoryExplorer(explored());
  }

  /** What is asked of the index to explore it. */
  abstract Explored explored();

  /**
   * What is far more frequent in the hits of a request than in the whole index. Words that the
   * request asks for are left out.
   *
   * @param asked understood as {@link #search} does; its order, page, facets and snippets do not
   *     matter
   * @param warnings where what the user should know is added
   */
  public final Significant significant(
      SearchRequest asked, SignificantRequest wanted, List<Warning> warnings) {
    warnings.addAll(warnings());
    return reading.of(
        () -> {
          SearchRequest request = named(asked.withFacets(List.of()).withPage(0, 0), warnings);
          Answers.Answer answer =
              answers.answer(request, cursors.start(request, warnings), warnings);
          Set<String> words =
              answer.understood().words().stream().map(QueryWord::stem).collect(Collectors.toSet());
          Explored index = explored();
          Query articles =
              new FacetFilters(index.values(), entities).apply(answer.query(), request.filters());
          return new SignificantTerms(index).of(articles, words, wanted);
        });
  }

  /**
   * The entities that a text may mean: an id, also of one that is hidden, or any name of one that
   * is not, in Arabic or English. Empty if there are none.
   */
  public final List<Entity> entitiesNamed(String idOrName) {
    return reading.of(() -> entities.named(idOrName));
  }

  /** The entities with an id, one that is merged into another or hidden too; at most one a type. */
  public final List<Entity> entitiesWithId(String id) {
    return reading.of(() -> entities.withId(id));
  }

  /** The spellings under which articles name an entity, in order. */
  public final List<String> spellings(Entity shown) {
    return reading.of(
        () -> entities.spellings(shown).stream().filter(text -> !text.isEmpty()).sorted().toList());
  }

  /** The corrections to entities that are in force. */
  public abstract EntityEdits entityEdits();

  /** What a user should know of this index whatever is asked; empty for a sound one. */
  public abstract List<Warning> warnings();

  /** Tells where the corrections in force are not those of their table as it stands. */
  static List<Warning> ofEdits(EntityEditsFile.InForce edits) {
    return edits.problem() == null
        ? List.of()
        : List.of(new Warning(Warning.Code.ENTITY_EDITS, edits.problem()));
  }

  /**
   * The ids of the best articles for a request, without anything else of them: for runs over many
   * topics. Facets and snippets of the request are left aside, and so are warnings.
   */
  public final List<Ranked> rank(SearchRequest asked) {
    List<Warning> unheard = new ArrayList<>();
    return reading.of(
        () -> {
          SearchRequest request = named(asked.withFacets(List.of()), unheard);
          Cursors.Start start = cursors.start(asked, unheard);
          List<Ranked> ranking = new ArrayList<>();
          Found found = answers.answer(request, start, unheard).found();
          ScoreDoc[] page = found.page();
          List<String> ids = found.articles().ids(page);
          for (int i = 0; i < page.length; i++) {
            ranking.add(new Ranked(ids.get(i), page[i].score));
          }
          return ranking;
        });
  }

  /** A request with the values of its filters as facets show them. */
  final SearchRequest named(SearchRequest request, List<Warning> warnings) throws IOException {
    return request.withFilters(names.resolve(request.filters(), warnings));
  }

  /**
   * Why an article is a hit of a request or is none, and what its score is made of.
   *
   * @return null if there is no article of that id
   */
  public abstract @Nullable Explanation explain(SearchRequest asked, String id);

  /**
   * An article to be read whole, marked as the hits of a request are, whether it is one of them or
   * not. Filters, order, page, facets and snippets of the request are left aside. Of a word that
   * stands in it more than ten thousand times the first ten thousand are marked.
   *
   * @return null if there is no article of that id
   */
  public final @Nullable MarkedArticle read(String id, SearchRequest asked) {
    return articleReader.read(id, asked, warnings());
  }

  /** The article with an id, or null if there is none. */
  public final @Nullable Article article(String id) {
    return articleReader.article(id);
  }

  /**
   * The key of the story that an article tells, which its reprints share and which means nothing
   * else, or null if there is no such article.
   */
  public final @Nullable String group(String id) {
    return articleReader.group(id);
  }

  /**
   * Does work that may take no longer than a time, such as to answer somebody who waits. Whatever
   * the work asks of searchers counts, as far as it is done on the calling thread; what is left of
   * it after that time ends while articles are matched, not at once.
   *
   * @throws TimeOverException if the time is over before the work is done
   */
  public final <T> T within(Duration time, Supplier<T> work) {
    return TimeLimit.within(time, work);
  }

  /**
   * A short text that is the same as long as the articles and the corrections to their entities
   * are, and another for every other commit: answers to one request under one version are equal,
   * but for what depends on the clock.
   */
  public final String version() {
    return cursors.version();
  }

  /**
   * Whether the index is still what this searcher saw when it was opened: the commit, in a folder
   * the corrections to entities and the completions too. Quick enough to be asked every second.
   *
   * @throws IndexException if there is no index any more, or it cannot be read
   */
  public abstract boolean isCurrent();

  /** The index in figures. */
  public abstract IndexStats stats();

  @Override
  public abstract void close();
}
