package org.fihris.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.fihris.article.Article;
import org.fihris.matching.RequestTranslator;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;

/** Where single articles are read from. Safe for any number of threads. */
interface SingleArticles {

  /** All that is stored of the article with an id; null if there is none. */
  @Nullable Document stored(String id) throws IOException;

  /**
   * The texts of an article, whole and with all their marks; null if it is gone meanwhile.
   *
   * @param stored all that is stored of it
   * @param article what that makes
   */
  @Nullable List<Snippet> marked(
      Document stored, Article article, RequestTranslator.Understood understood) throws IOException;
}
