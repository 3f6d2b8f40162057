package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.fihris.cluster.ClusterSearch;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetFilters;
import org.fihris.index.Fingerprint;
import org.fihris.matching.QueryWord;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds what queries match in an index on a cluster. Safe for any number of threads.
 *
 * <p>Where reprints are collapsed, articles are gone through in the order asked for, and those are
 * left out that do not stand for their story: which article does, a second search tells for all
 * stories met.
 */
final class ClusterFinder implements HitFinder {

  /** Matches up to this number are counted exactly where no facet needs all of them. */
  private static final int COUNTED = 1_000;

  /** How many articles more than stories are asked for, since some tell the same. */
  private static final int MORE = 20;

  private final ClusterSearch search;
  private final FacetFilters filters;
  private final ClusterBonus bonus;
  private final ClusterReader articles;

  ClusterFinder(
      ClusterSearch search, FacetFilters filters, ClusterBonus bonus, ClusterReader articles) {
    this.search = search;
    this.filters = filters;
    this.bonus = bonus;
    this.articles = articles;
  }

  /** The searches that belong together are answered by the same copies of the shards. */
  static String preference(SearchRequest request) {
    return "s" + Long.toHexString(Fingerprint.of(request.text()));
  }

  @Override
  public Found find(SearchRequest request, Cursors.Start start, Query asked, List<QueryWord> words)
      throws IOException {
    Window window = Window.of(start, words);
    String preference = preference(request);
    Query filtered = filters.apply(asked, request.filters());
    ClusterQuery query = new ClusterQuery(filtered, start.order(), preference);
    boolean collapsed = request.reprints() instanceof Reprints.Collapsed;
    boolean withFacets = !request.facets().isEmpty();
    Heads heads = new Heads(query, collapsed, collapsed || withFacets ? -1 : COUNTED);
    heads.find(window.after(), window.wanted());
    TopDocs first = new TopDocs(heads.total(), heads.hits.toArray(FieldDoc[]::new));
    int head = window.head(first);
    TopDocs top = head == 0 ? first : bonus.rerank(query, first, head, heads.found, words);
    return window.found(first, top, new ClusterFound(articles, preference, heads.result()));
  }

  @Override
  public List<Long> counts(List<Counting> queries) throws IOException {
    List<ClusterSearch.Body> bodies = new ArrayList<>();
    for (Counting counted : queries) {
      SearchRequest request = counted.request();
      Query filtered = filters.apply(counted.query(), request.filters());
      bodies.add(ClusterSearch.counting(filtered, preference(request)));
    }
    return search.counts(bodies);
  }

  /**
   * What was found.
   *
   * @param articles the hits by their numbers
   * @param stories by the key of a story the articles that tell it and match, the hit first; null
   *     where reprints are separate
   * @param behind how many articles stay behind the hits
   */
  record Result(
      List<ClusterArticle> articles,
      @Nullable Map<String, List<ClusterArticle>> stories,
      long behind) {

    Counted counted() {
      return stories == null ? Counted.ARTICLES : Counted.STORIES;
    }
  }

  /** Goes through the hits of a query. For one thread. */
  private final class Heads {
    private final ClusterQuery query;
    private final boolean collapsed;
    private final int counted;
    private final List<FieldDoc> hits = new ArrayList<>();
    private final List<ClusterArticle> found = new ArrayList<>();
    private final Map<String, List<ClusterArticle>> stories = new HashMap<>();
    private long articleCount;
    private long storyCount;
    private boolean exact = true;

    /**
     * @param counted up to how many hits are counted exactly; all for a number below 0
     */
    Heads(ClusterQuery query, boolean collapsed, int counted) {
      this.query = query;
      this.collapsed = collapsed;
      this.counted = counted;
    }

    void find(@Nullable FieldDoc begin, int wanted) {
      FieldDoc after = begin;
      boolean first = true;
      while (first || hits.size() < wanted) {
        int size = Math.min(wanted - hits.size() + (collapsed ? MORE : 0), ClusterSearch.MOST_HITS);
        JsonNode answer =
            search.answer(query.hits(after, size, first ? counted : 0, first && collapsed));
        if (first) {
          readCounts(answer);
        }
        first = false;
        JsonNode page = answer.path("hits").path("hits");
        add(page, wanted);
        if (page.size() < size) {
          if (begin == null && collapsed && hits.size() < wanted) {
            storyCount = hits.size(); // all of them were met
            exact = true;
          }
          break;
        }
        after = query.hit(page.path(page.size() - 1), 0);
      }
    }

    private void readCounts(JsonNode answer) {
      JsonNode total = answer.path("hits").path("total");
      articleCount = total.path("value").asLong(0);
      exact = total.path("relation").asString("eq").equals("eq");
      if (collapsed) {
        storyCount =
            Math.min(
                articleCount,
                answer.path("aggregations").path(ClusterCounts.STORIES).path("value").asLong(0));
        exact &= storyCount <= COUNTED;
      }
    }

    private void add(JsonNode page, int wanted) {
      List<ClusterArticle> articlesOfPage = new ArrayList<>();
      page.forEach(hit -> articlesOfPage.add(ClusterArticle.of(hit)));
      if (collapsed) {
        readStories(articlesOfPage);
      }
      for (int i = 0; i < articlesOfPage.size() && hits.size() < wanted; i++) {
        ClusterArticle article = articlesOfPage.get(i);
        if (!collapsed || standsForItsStory(article)) {
          hits.add(query.hit(page.path(i), found.size()));
          found.add(article);
        }
      }
    }

    private boolean standsForItsStory(ClusterArticle article) {
      List<ClusterArticle> story = stories.get(article.group());
      return story != null && story.getFirst().key().equals(article.key());
    }

    /** Reads the articles of the stories that were not met before. */
    private void readStories(List<ClusterArticle> articlesOfPage) {
      Set<String> fresh = new LinkedHashSet<>();
      articlesOfPage.forEach(article -> fresh.add(article.group()));
      fresh.removeAll(stories.keySet());
      List<Object> after = List.of();
      while (!fresh.isEmpty()) {
        JsonNode page =
            search.answer(query.stories(List.copyOf(fresh), after)).path("hits").path("hits");
        for (JsonNode hit : page) {
          ClusterArticle article = ClusterArticle.of(hit);
          stories.computeIfAbsent(article.group(), key -> new ArrayList<>()).add(article);
        }
        if (page.size() < ClusterSearch.MOST_HITS) {
          return;
        }
        JsonNode sort = page.path(page.size() - 1).path("sort");
        Object value =
            query.isByPoints() ? (Object) sort.path(0).floatValue() : sort.path(0).longValue();
        after = List.of(value, sort.path(1).longValue(), sort.path(2).longValue());
      }
    }

    TotalHits total() {
      return new TotalHits(
          collapsed ? storyCount : articleCount,
          exact ? TotalHits.Relation.EQUAL_TO : TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO);
    }

    Result result() {
      return new Result(
          found, collapsed ? stories : null, collapsed ? articleCount - storyCount : 0);
    }
  }
}
