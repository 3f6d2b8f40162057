package org.fihris.plugin;

import org.fihris.wire.FoundTerms;
import org.opensearch.OpenSearchTimeoutException;
import org.opensearch.common.lease.Releasable;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.tasks.TaskCancelledException;
import org.opensearch.tasks.CancellableTask;
import org.opensearch.tasks.Task;

/**
 * Ends lookups in a shard that were called off, take too long or find more than the node has memory
 * for. For one thread.
 */
final class LookupLimits implements FoundTerms.Check, Releasable {

  /** About what is found between two checks: 256 terms, each with its letters and its count. */
  private static final long BYTES = 32 * 1024;

  private final Task task;
  private final TimeValue mostTime;
  private final CircuitBreaker breaker;
  private final long start = System.nanoTime();
  private long reserved;

  LookupLimits(Task task, TimeValue mostTime, CircuitBreaker breaker) {
    this.task = task;
    this.mostTime = mostTime;
    this.breaker = breaker;
  }

  @Override
  public void goOn() {
    if (task instanceof CancellableTask cancellable && cancellable.isCancelled()) {
      throw new TaskCancelledException("looking up terms was called off");
    }
    if (System.nanoTime() - start > mostTime.nanos()) {
      throw new OpenSearchTimeoutException(
          "Looking up terms took longer than {}. Ask for fewer at once, or raise {}.",
          mostTime,
          TermsTransportAction.MOST_TIME.getKey());
    }
    breaker.addEstimateBytesAndMaybeBreak(BYTES, "fihris terms");
    reserved += BYTES;
  }

  @Override
  public void close() {
    breaker.addWithoutBreaking(-reserved);
  }
}
