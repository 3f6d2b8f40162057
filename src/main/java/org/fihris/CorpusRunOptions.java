package org.fihris;

import java.time.Duration;

/**
 * How a corpus is read into an index.
 *
 * @param threads workers that make articles of pages and index them, beside the one that reads
 * @param commitEvery time after which what was indexed so far is committed
 */
public record CorpusRunOptions(int threads, Duration commitEvery) {

  public CorpusRunOptions {
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads: 1 to 256, not " + threads);
    }
    if (commitEvery.isNegative() || commitEvery.isZero()) {
      throw new IllegalArgumentException("commitEvery: a positive time, not " + commitEvery);
    }
  }

  /** As many workers as the machine has processors, and a commit every 30 seconds. */
  public static CorpusRunOptions defaults() {
    return new CorpusRunOptions(
        Math.min(256, Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(30));
  }

  public CorpusRunOptions withThreads(int newThreads) {
    return new CorpusRunOptions(newThreads, commitEvery);
  }

  public CorpusRunOptions withCommitEvery(Duration newCommitEvery) {
    return new CorpusRunOptions(threads, newCommitEvery);
  }
}
