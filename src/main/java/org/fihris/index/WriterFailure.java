package org.fihris.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * What fails in a writer of Lucene, in words: once its disk has failed it only says it is closed.
 */
final class WriterFailure {
  private WriterFailure() {}

  /**
   * What fails in a merge has closed the writer by then and is told by its next call; Lucene would
   * print it as well, for a reader of the program.
   */
  static final class Merges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable failure) {}
  }

  /**
   * A failure as a sentence for the user.
   *
   * @throws RuntimeException {@code e} if no disk has failed
   */
  static IndexException told(Path index, String what, Exception e) {
    return switch (e) {
      case IOException io -> IndexFolder.failure(index, what, io);
      case IllegalStateException closed when closed.getCause() instanceof IOException io ->
          IndexFolder.failure(index, what, io);
      case AlreadyClosedException closed when lockIsLost(closed) ->
          new IndexException(
              index
                  + ": the index "
                  + what
                  + ": something has deleted or replaced its write.lock. What was committed before"
                  + " is there, if the folder is; run again",
              closed);
      case RuntimeException fault -> throw fault;
      default -> throw new IllegalStateException(e);
    };
  }

  /** Lucene has no type for it. */
  private static boolean lockIsLost(AlreadyClosedException closed) {
    String message = String.valueOf(closed.getMessage());
    return message.contains("invalidated by an external force")
        || message.contains("changed by an external force");
  }
}
