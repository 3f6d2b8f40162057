package org.fihris.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads that search. They are of the machine, not virtual: a search computes without a pause,
 * and on a virtual thread it would keep all connections waiting that share its carrier, even those
 * that are only to be told to come back later. There are few of them, as more would not be faster;
 * and few may wait, since who would wait long is better told so at once.
 */
final class Workers implements AutoCloseable {
  private final Duration time;
  private final Duration stopTime;

  /** One for each request that is worked on or waits. */
  private final Semaphore places;

  private final ThreadPoolExecutor pool;

  Workers(ServerLimits limits) {
    this.time = limits.requestTime();
    this.stopTime = limits.stopTime();
    this.places = new Semaphore(limits.workers() + limits.queue());
    this.pool =
        new ThreadPoolExecutor(
            limits.workers(),
            limits.workers(),
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("fihris-search-", 1).factory());
  }

  /** Work that is told how much time is left for it. */
  interface Work<T> {
    T within(Duration left);
  }

  /**
   * Has work done, and waits for it.
   *
   * @throws Refusal with {@link Problem#OVERLOADED} where too many wait already, or {@link
   *     Problem#TOO_SLOW} where it is not done in time; what is left of it ends by itself
   */
  <T> T call(Work<T> work) {
    long end = System.nanoTime() + time.toNanos();
    if (!places.tryAcquire()) {
      throw new Refusal(Problem.OVERLOADED);
    }
    FutureTask<T> task = new FutureTask<>(inTime(work, end));
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) { // the server is being stopped
      places.release();
      throw new Refusal(Problem.OVERLOADED);
    }
    try {
      return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw tooSlow(task);
    } catch (InterruptedException e) { // the server is stopped, and the time for that is over
      Thread.currentThread().interrupt();
      throw tooSlow(task);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  private Refusal tooSlow(Runnable task) {
    if (pool.remove(task)) {
      places.release();
    }
    return new Refusal(Problem.TOO_SLOW);
  }

  /** A place is kept until the work is done, also if nobody waits for it any more. */
  private <T> Callable<T> inTime(Work<T> work, long end) {
    return () -> {
      try {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new Refusal(Problem.TOO_SLOW);
        }
        return work.within(Duration.ofNanos(left));
      } finally {
        places.release();
      }
    };
  }

  /** How many requests wait for a thread. */
  int waiting() {
    return pool.getQueue().size();
  }

  @Override
  public void close() {
    pool.shutdown();
    try {
      pool.awaitTermination(stopTime.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
