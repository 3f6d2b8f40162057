package org.fihris.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries the articles of one index into another, with their stories and fingerprints as they are.
 * What the other holds already is left as it is, so that a copy that was interrupted goes on where
 * it stopped when it is made again, whatever stopped it.
 */
public final class ArticleCopy {
  private static final int THREADS = 4;

  private final ArticleSource source;
  private final ArticleStore target;
  private final CopyProgress progress;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final AtomicBoolean failed = new AtomicBoolean();

  private ArticleCopy(ArticleSource source, ArticleStore target, CopyProgress progress) {
    this.source = source;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Copies and commits.
   *
   * @param progress told of what is done, by any thread
   * @return how many articles were written; the others were there
   * @throws IndexException if the disk or the cluster fails, or an article is not taken
   */
  public static long run(ArticleSource source, ArticleStore target, CopyProgress progress) {
    ArticleCopy copy = new ArticleCopy(source, target, progress);
    copy.run();
    target.commit();
    return copy.written.get();
  }

  private void run() {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("fihris-copy-", 0).daemon().factory());
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        runs.add(threads.submit(this::copyAll));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException("the copy was interrupted; make it again to go on", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      failed.set(true);
      threads.shutdownNow();
    }
  }

  private void copyAll() {
    try {
      List<IndexedArticle> some = source.next();
      while (!some.isEmpty() && !failed.get()) {
        copy(some);
        progress.done(done.addAndGet(some.size()), source.count());
        some = source.next();
      }
    } catch (RuntimeException | Error e) {
      failed.set(true);
      throw e;
    }
  }

  private void copy(List<IndexedArticle> articles) {
    List<Draft> drafts = articles.stream().map(Draft::of).toList();
    target.look(drafts);
    List<ArticleStore.Written> fates = target.write(drafts);
    for (int i = 0; i < fates.size(); i++) {
      switch (fates.get(i)) {
        case ArticleStore.Written.Done(var outcome) ->
            written.addAndGet(outcome == ArticleStore.Outcome.UNCHANGED ? 0 : 1);
        case ArticleStore.Written.Refused(var reason) ->
            throw new IndexException(
                "the article " + articles.get(i).article().id() + ": " + reason);
      }
    }
  }
}
