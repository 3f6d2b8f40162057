package org.fihris.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fihris.NewsIndex;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;

/**
 * One searcher for all requests, of the commit that is the last one. A request keeps the one it
 * began with to its end; a searcher is closed when it is no longer the last and nobody uses it.
 *
 * <p>Looks for a new commit by itself, whoever made it: this process, another one, or one that
 * built the index anew. Where there is none that can be opened, the one before stays. Safe for any
 * number of threads.
 */
final class CurrentSearcher implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CurrentSearcher.class.getName());

  private final Consumer<NewsSearcher> warming;
  private final ScheduledExecutorService looking;
  private volatile Used current;
  private volatile @Nullable String problem;

  private CurrentSearcher(NewsSearcher first, Consumer<NewsSearcher> warming) {
    this.current = new Used(first);
    this.warming = warming;
    this.looking =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fihris-commits").factory());
  }

  /**
   * @param every how often to look for a new commit
   * @param warming what a new searcher is asked before anybody uses it, so that the first request
   *     behind a commit is no slower than the others
   * @throws org.fihris.index.IndexException if the index cannot be opened
   */
  static CurrentSearcher open(NewsIndex index, Duration every, Consumer<NewsSearcher> warming) {
    CurrentSearcher opened = new CurrentSearcher(index.searcher(), warming);
    opened.looking.scheduleWithFixedDelay(
        opened::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return opened;
  }

  /** Does something with the searcher of the last commit, which stays open meanwhile. */
  <T> T use(Function<NewsSearcher, T> work) {
    Used used = current;
    while (!used.begin()) { // closed between the two lines: there is a newer one
      used = current;
    }
    try {
      return work.apply(used.searcher);
    } finally {
      used.end();
    }
  }

  /** Why the last commit is not the one in use; null where it is. */
  @Nullable String problem() {
    return problem;
  }

  /** How many articles the last commit has. */
  long articles() {
    return this.<Long>use(searcher -> searcher.stats().articles());
  }

  /** The number of the last commit. */
  long commit() {
    return this.<Long>use(
        searcher -> Long.valueOf(searcher.version().substring(0, searcher.version().indexOf('-'))));
  }

  private void look() {
    Used before = current;
    try {
      if (!before.searcher.isCurrent()) {
        NewsSearcher newer = before.searcher.refreshed();
        try {
          warming.accept(newer);
        } catch (RuntimeException e) {
          newer.close();
          throw e;
        }
        current = new Used(newer);
        before.end();
        LOG.log(System.Logger.Level.DEBUG, "now at commit {0}", newer.version());
      }
      problem = null;
    } catch (RuntimeException e) { // whatever it is: the commit before is still good
      String message = String.valueOf(e.getMessage());
      if (!message.equals(problem)) {
        LOG.log(System.Logger.Level.WARNING, "the last commit cannot be opened", e);
      }
      problem = message;
    }
  }

  /** Ends looking; the searcher is closed with the last request that uses it. */
  @Override
  public void close() {
    looking.shutdown();
    try {
      looking.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    current.end();
  }

  /** A searcher, with the number of those who use it; being the last one counts as a use. */
  private static final class Used {
    final NewsSearcher searcher;
    private final AtomicInteger uses = new AtomicInteger(1);

    Used(NewsSearcher searcher) {
      this.searcher = searcher;
    }

    /** False where it is closed already. */
    boolean begin() {
      return uses.getAndUpdate(number -> number == 0 ? 0 : number + 1) > 0;
    }

    void end() {
      if (uses.decrementAndGet() == 0) {
        searcher.close();
      }
    }
  }
}
