package org.fihris.explore;

import java.util.List;
import org.fihris.article.Article;
import org.fihris.entity.Entity;

/**
 * An article that is similar to another, and why.
 *
 * @param group key of its story, which its reprints share
 * @param score from 0 to 1, comparable for all pairs of articles of one index
 * @param words what the two have in common, as the other article writes it; what says most comes
 *     first
 * @param entities whom and what both name; the rarest first
 */
public record SimilarArticle(
    Article article, String group, double score, List<String> words, List<Entity> entities) {
  public SimilarArticle {
    words = List.copyOf(words);
    entities = List.copyOf(entities);
  }
}
