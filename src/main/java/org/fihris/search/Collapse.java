package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.fihris.facet.ArticleSet;
import org.fihris.facet.StoryNumbers;
import org.fihris.index.Schema;

/**
 * Which of the articles that match a query stand for their stories, and which stay behind them.
 *
 * <p>Found by one search among the articles whose story is told by others too, which in news are a
 * small part of all. What is left is an ordinary search for everything but those that stay behind:
 * its order, its pages and its total are those of stories, and no page can show a story again.
 * Immutable once made.
 */
final class Collapse {
  private final StoryNumbers stories;

  /** Articles of stories that others tell too, as far as they match, in the order asked for. */
  private final int[] ranked;

  private final ArticleSet behind;

  private Collapse(StoryNumbers stories, int[] ranked, ArticleSet behind) {
    this.stories = stories;
    this.ranked = ranked;
    this.behind = behind;
  }

  /**
   * @param query what is searched for, filters included
   * @param order that of the hits
   */
  static Collapse of(IndexSearcher searcher, StoryNumbers stories, Query query, Sort order)
      throws IOException {
    Query reprinted =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(stories.reprinted(), Occur.FILTER)
            .build();
    int most = Math.max(1, stories.reprinted().size());
    ScoreDoc[] found =
        searcher.search(
                reprinted,
                new TopFieldCollectorManager(thenTheEarliest(order), most, null, Integer.MAX_VALUE))
            .scoreDocs;
    int[] ranked = Arrays.stream(found).mapToInt(hit -> hit.doc).toArray();
    ArticleSet behind = new ArticleSet(searcher.getIndexReader());
    FixedBitSet seen = new FixedBitSet(Math.max(1, stories.count()));
    for (int doc : ranked) {
      if (seen.getAndSet(stories.of(doc))) {
        behind.add(doc);
      }
    }
    return new Collapse(stories, ranked, behind);
  }

  /**
   * Of the articles of one story that are equal in the order, the earliest stands for it: before
   * what settles the order of equals, which every order ends in.
   */
  private static Sort thenTheEarliest(Sort order) {
    List<SortField> fields = new ArrayList<>(List.of(order.getSort()));
    fields.add(
        fields.size() - 1, new SortField(Schema.TIME, SortField.Type.LONG, false, Long.MAX_VALUE));
    return new Sort(fields.toArray(SortField[]::new));
  }

  /** The query without the articles that stay behind others. */
  Query apply(Query query) {
    return behind.size() == 0
        ? query
        : new BooleanQuery.Builder().add(query, Occur.MUST).add(behind, Occur.MUST_NOT).build();
  }

  /** How many articles stay behind others. */
  int behind() {
    return behind.size();
  }

  /** The articles that {@link #apply} found and those that stay behind them. */
  List<MatchingDocs> all(List<MatchingDocs> found) throws IOException {
    List<MatchingDocs> all = new ArrayList<>();
    for (MatchingDocs matching : found) {
      FixedBitSet more = behind.in(matching.context());
      int size = more.cardinality();
      if (size == 0) {
        all.add(matching);
      } else {
        FixedBitSet both = new FixedBitSet(more.length());
        both.or(matching.bits().iterator());
        both.or(new BitSetIterator(more, size));
        all.add(
            new MatchingDocs(
                matching.context(), new BitDocIdSet(both), matching.totalHits() + size, null));
      }
    }
    return all;
  }

  /**
   * The articles of the stories of some hits, in the order asked for, by the number of the hit;
   * only of stories that others tell too.
   */
  Map<Integer, List<Integer>> articles(int[] hits) {
    Map<Integer, List<Integer>> byStory = new HashMap<>();
    Map<Integer, List<Integer>> byHit = new HashMap<>();
    for (int hit : hits) {
      int story = stories.of(hit);
      if (story != StoryNumbers.ALONE) {
        List<Integer> articles = new ArrayList<>();
        byStory.put(story, articles);
        byHit.put(hit, articles);
      }
    }
    for (int doc : byStory.isEmpty() ? new int[0] : ranked) {
      List<Integer> articles = byStory.get(stories.of(doc));
      if (articles != null) {
        articles.add(doc);
      }
    }
    return byHit;
  }
}
