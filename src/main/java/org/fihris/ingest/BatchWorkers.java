package org.fihris.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that take batches from a bounded queue while the calling thread fills it. The first
 * failure of any of them ends all. One use.
 */
final class BatchWorkers {
  /** Tells one worker to end. */
  private static final SourceReader.Batch LAST = new SourceReader.Batch(-1, List.of());

  private final int threads;
  private final Work work;
  private final Runnable onFailure;
  private final BlockingQueue<SourceReader.Batch> queue;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** What is done with a batch. */
  interface Work {
    void on(SourceReader.Batch batch) throws InterruptedException;
  }

  /** Leaves the reader when a worker has failed. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param onFailure wakes workers that wait for each other
   */
  BatchWorkers(int threads, Work work, Runnable onFailure) {
    this.threads = threads;
    this.work = work;
    this.onFailure = onFailure;
    this.queue = new ArrayBlockingQueue<>(threads * 2);
  }

  /**
   * Reads on the calling thread, and returns when all batches are done; throws what failed first.
   *
   * @param reading calls {@link #hand}
   */
  void run(Runnable reading) {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(Thread.ofPlatform().name("fihris-index-" + i).daemon().start(this::work));
    }
    try {
      reading.run();
    } catch (Abandoned e) {
      // the failure of the worker is thrown below
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      workers.forEach(worker -> offer(LAST));
      workers.forEach(BatchWorkers::join);
    }
    rethrowFailure();
  }

  /** Puts a batch into the queue, waiting for room; leaves the reading if a worker has failed. */
  void hand(SourceReader.Batch batch) {
    if (!offer(batch)) {
      throw new Abandoned();
    }
  }

  private boolean offer(SourceReader.Batch batch) {
    try {
      while (failure.get() == null) {
        if (queue.offer(batch, 100, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new IllegalStateException("interrupted while indexing", e));
    }
    return false;
  }

  private void work() {
    try {
      while (failure.get() == null) {
        SourceReader.Batch batch = queue.poll(100, TimeUnit.MILLISECONDS);
        if (batch == null) {
          continue;
        }
        if (batch == LAST) {
          return;
        }
        work.on(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new IllegalStateException("interrupted while indexing", e));
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void fail(Throwable e) {
    failure.compareAndSet(null, e);
    onFailure.run();
  }

  private static void join(Thread worker) {
    boolean interrupted = false;
    while (true) {
      try {
        worker.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrowFailure() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException("indexing failed", e);
    }
  }
}
