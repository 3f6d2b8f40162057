package org.fihris.suggest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The suggestions of an index, wherever they lie, and the index that they are of. They are opened
 * when they are first asked for. Safe for any number of threads.
 */
public interface SuggestionIndex extends Closeable {

  /** The index that the suggestions are of, as it is named on a command line. */
  String name();

  /** Why there is nothing to suggest; null where there is. */
  @Nullable String problem();

  /** Whether they were made of the state of the index that is searched. */
  boolean isOfThisState();

  /**
   * What is shown of the first documents, by their rank, that each of some queries finds.
   *
   * @param limit how many for each query
   * @throws org.fihris.index.IndexException if the suggestions cannot be read
   */
  List<List<Map<String, String>>> first(List<Query> queries, int limit) throws IOException;

  /** Which of some articles, by their ids, are in the index. */
  Set<String> present(Collection<String> ids) throws IOException;
}
