package org.fihris.ingest;

import java.time.Duration;

/**
 * How a corpus is read into an index.
 *
 * @param threads workers that make articles of pages and index them, beside the one that reads
 * @param commitEvery time after which what was indexed so far is committed
 * @param skip which files are passed by, since what they give is in the index
 * @param vanished what becomes of articles that no source gives any more
 */
public record CorpusRunOptions(int threads, Duration commitEvery, Skip skip, Vanished vanished) {

  /** Which files need not be read again. */
  public enum Skip {
    /** Those of the same size and time of change; where only the time differs, the hash decides. */
    SAME_TIME,
    /** Those of the same size and hash, whatever their time. */
    SAME_HASH,
    /** None. */
    NOTHING
  }

  /**
   * What becomes of articles whose file is gone from the sources of the run, or that are no longer
   * in it, and that no other source gives.
   */
  public enum Vanished {
    /** They stay, and are counted. */
    KEEP,
    /** They are deleted, if all sources can be listed. */
    DELETE
  }

  public CorpusRunOptions {
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads: 1 to 256, not " + threads);
    }
    if (commitEvery.isNegative() || commitEvery.isZero()) {
      throw new IllegalArgumentException("commitEvery: a positive time, not " + commitEvery);
    }
  }

  /** Files of the same size and time are passed by, nothing is deleted. */
  public CorpusRunOptions(int threads, Duration commitEvery) {
    this(threads, commitEvery, Skip.SAME_TIME, Vanished.KEEP);
  }

  /**
   * As many workers as the machine has processors, a commit every 30 seconds, files of the same
   * size and time passed by, nothing deleted.
   */
  public static CorpusRunOptions defaults() {
    return new CorpusRunOptions(
        Math.min(256, Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(30));
  }

  public CorpusRunOptions withThreads(int value) {
    return new CorpusRunOptions(value, commitEvery, skip, vanished);
  }

  public CorpusRunOptions withCommitEvery(Duration value) {
    return new CorpusRunOptions(threads, value, skip, vanished);
  }

  public CorpusRunOptions withSkip(Skip value) {
    return new CorpusRunOptions(threads, commitEvery, value, vanished);
  }

  public CorpusRunOptions withVanished(Vanished value) {
    return new CorpusRunOptions(threads, commitEvery, skip, value);
  }
}
