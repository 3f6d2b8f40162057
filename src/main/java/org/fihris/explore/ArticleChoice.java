package org.fihris.explore;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Chooses articles of an index and reads them, wherever it lies. Which are chosen does not depend
 * on the order in which the index has them. Safe for any number of threads.
 */
public interface ArticleChoice {

  /** What is read of an article of a sample. */
  Set<String> OF_SAMPLE = Set.of(Schema.BODY, Schema.GROUP);

  /** All that is stored of the article with an id; null if there is none. */
  @Nullable Document withId(String id) throws IOException;

  /**
   * All that is stored of the articles that score best, the best first; equal ones by the
   * fingerprints of their ids.
   */
  List<Document> best(Query query, int most) throws IOException;

  /**
   * All that is stored of the articles that tell any of some stories, the earliest first and the
   * undated last.
   *
   * @param stories by their keys
   * @param among the articles that are wanted
   */
  List<Document> ofStories(Collection<String> stories, Query among, int most) throws IOException;

  /** What is done with an article that is read. */
  interface Reader {
    void read(Document stored) throws IOException;
  }

  /**
   * Reads some of the articles of a query, those with the lowest fingerprints of their ids: like
   * drawn by lot, but always the same ones.
   *
   * @param reader gets what is stored of each in {@link #OF_SAMPLE}, in any order
   */
  void sample(Query query, int most, Reader reader) throws IOException;
}
