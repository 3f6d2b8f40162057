package org.fihris.explore;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.index.ArticleDocument;
import org.fihris.index.IndexException;
import org.fihris.index.Reading;
import org.fihris.query.Filters;
import org.jspecify.annotations.Nullable;

/**
 * Articles and what belongs to them: similar ones, and the course of a story across outlets.
 *
 * <p>Belongs to the {@code NewsSearcher} it was taken from and is closed with it. Safe for any
 * number of threads. Every method throws {@link IndexException} if the index cannot be read.
 */
public final class StoryExplorer {
  private final Explored index;
  private final Reading reading;

  public StoryExplorer(Explored index) {
    this.index = index;
    this.reading = index.reading();
  }

  /**
   * The articles that are most like another in words, entities and time, one of each story. Its own
   * reprints are left out.
   *
   * @param id of the article
   * @return null if there is no such article
   */
  public @Nullable List<SimilarArticle> similar(String id, SimilarRequest request) {
    return reading.orNull(
        () -> {
          Document stored = index.articles().withId(id);
          if (stored == null) {
            return null;
          }
          Set<String> seen = new HashSet<>(Set.of(ArticleDocument.group(stored)));
          return SimilarArticles.firstOfStories(
                  comparing(stored).compared(filtered(request.filters())), seen)
              .stream()
              .filter(one -> !one.words().isEmpty())
              .limit(request.limit())
              .map(StoryExplorer::similar)
              .toList();
        });
  }

  private SimilarArticles comparing(Document stored) throws IOException {
    return new SimilarArticles(index, index.entities().article(stored));
  }

  private static SimilarArticle similar(SimilarArticles.Compared one) {
    return new SimilarArticle(one.article(), one.group(), one.score(), one.words(), one.entities());
  }

  private Query filtered(Filters filters) throws IOException {
    return new EntityCounting(index).articles(filters);
  }

  /**
   * The reports of the event that an article reports, with that article among them, by day.
   *
   * @param id of the article; if it is undated, the days of the others do not matter
   * @return null if there is no such article
   */
  public @Nullable Timeline timeline(String id, TimelineRequest request) {
    return reading.orNull(
        () -> {
          Document stored = index.articles().withId(id);
          if (stored == null) {
            return null;
          }
          Map<String, Double> likeness = new HashMap<>();
          likeness.put(ArticleDocument.group(stored), 1.0);
          Filters window = window(ArticleDocument.toArticle(stored), request.days());
          for (SimilarArticles.Compared one : comparing(stored).compared(filtered(window))) {
            if (one.alike() >= request.leastLikeness()) {
              likeness.merge(one.group(), one.alike(), Math::max);
            }
          }
          return new TimelineReports(index).of(likeness, filtered(window));
        });
  }

  private static Filters window(Article article, int days) {
    return switch (article.date()) {
      case PublicationDate.Known known -> {
        LocalDate day = known.day();
        yield Filters.NONE.withDays(day.minusDays(days), day.plusDays(days));
      }
      case PublicationDate.Unknown unknown -> Filters.NONE;
    };
  }
}
