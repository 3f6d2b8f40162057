package org.fihris.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One of the two that are compared. */
interface Side {

  /** How many threads index, beside the one that reads. */
  int INDEXING_THREADS = 2;

  /** Hits, and values of each facet, that a query asks for. */
  int WANTED = 10;

  /**
   * Makes an index of a corpus in an empty folder, committed and closed.
   *
   * @return how many articles are in it
   */
  long index(Path corpus, Path folder) throws IOException, InterruptedException;

  /** Opens an index that {@link #index} made. */
  Searching open(Path folder) throws IOException;

  /** An open index; used by one thread. */
  interface Searching extends AutoCloseable {

    /** Ten hits with snippets, the exact total, and the facets source and day. */
    Answer answer(String query) throws IOException;

    @Override
    void close() throws IOException;
  }

  /**
   * What is kept of an answer.
   *
   * @param total articles that match
   * @param shown characters and facet values that a user would see; keeps the virtual machine from
   *     leaving out work whose result nobody uses
   */
  record Answer(long total, long shown) {}
}
