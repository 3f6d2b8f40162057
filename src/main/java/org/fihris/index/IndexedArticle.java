package org.fihris.index;

import java.util.List;
import org.fihris.article.Article;
import org.fihris.entity.SeenName;

/**
 * An article with all that an index holds of it: what it takes to hold the same in another index.
 *
 * @param names the entities in their order, each with every spelling that the article has of it; an
 *     empty spelling where none is known
 * @param fingerprint of everything that is indexed of the article
 * @param content hash of the words of headline and text
 * @param story the story that it tells
 */
public record IndexedArticle(
    Article article, List<SeenName> names, long fingerprint, long content, Story story) {

  public IndexedArticle {
    names = List.copyOf(names);
  }
}
