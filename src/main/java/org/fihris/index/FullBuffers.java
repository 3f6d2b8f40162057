package org.fihris.index;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * Writes what threads have added to an index, each in a buffer of its own, before a commit.
 * Lucene's commit writes one buffer after the other on the thread that commits, while the others
 * have nothing to do.
 */
final class FullBuffers {
  /** Less is written faster than threads are started. */
  private static final long WORTHWHILE_BYTES = 8 << 20;

  private static final int MOST_THREADS = 8;

  private FullBuffers() {}

  /**
   * Writes the buffers, or leaves some of them to the commit.
   *
   * @throws IOException if one cannot be written; the writer cannot be used any more then
   */
  static void write(IndexWriter writer) throws IOException {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    if (threads == 1 || writer.ramBytesUsed() < WORTHWHILE_BYTES) {
      return;
    }
    Callable<Boolean> one =
        () -> {
          writer.flushNextBuffer();
          return true;
        };
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Boolean>> all = workers.invokeAll(Collections.nCopies(threads, one));
      for (Future<Boolean> each : all) {
        each.get();
      }
    } catch (InterruptedException e) {
      throw new ThreadInterruptedException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    }
  }
}
