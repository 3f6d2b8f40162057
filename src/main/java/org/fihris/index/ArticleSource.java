package org.fihris.index;

import java.util.List;

/**
 * Articles of an index with all that is indexed of them, to be carried into another one: as they
 * were when this was opened. {@link #next} may be called by several threads, one at a time gets its
 * turn. Every method throws {@link IndexException} if the disk or the cluster fails.
 */
public interface ArticleSource extends AutoCloseable {

  /** How many articles there are. */
  long count();

  /** The next articles, some hundreds at most; none at the end. */
  List<IndexedArticle> next();

  /** The sum of all articles, which is read anew. */
  ArticleSum sum();

  @Override
  void close();
}
