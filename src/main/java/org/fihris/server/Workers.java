package org.fihris.server;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
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
  private final ThreadPoolExecutor pool;

  Workers(ServerLimits limits) {
    this.time = limits.requestTime();
    this.stopTime = limits.stopTime();
    BlockingQueue<Runnable> queue =
        limits.queue() == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(limits.queue());
    this.pool =
        new ThreadPoolExecutor(
            limits.workers(),
            limits.workers(),
            1,
            TimeUnit.MINUTES,
            queue,
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
    FutureTask<T> task = new FutureTask<>(inTime(work, end));
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      throw new Refusal(Problem.OVERLOADED);
    }
    try {
      return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      pool.remove(task);
      throw new Refusal(Problem.TOO_SLOW);
    } catch (InterruptedException e) { // the server is stopped, and the time for that is over
      Thread.currentThread().interrupt();
      pool.remove(task);
      throw new Refusal(Problem.TOO_SLOW);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static <T> Callable<T> inTime(Work<T> work, long end) {
    return () -> {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new Refusal(Problem.TOO_SLOW);
      }
      return work.within(Duration.ofNanos(left));
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
