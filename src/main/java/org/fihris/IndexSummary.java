package org.fihris;

import java.time.Duration;

/**
 * What a run over a corpus did.
 *
 * @param read pages and records read, those included that were rejected
 * @param added articles that are new in the index
 * @param updated articles that replaced an older state of themselves
 * @param unchanged articles that the index held already
 * @param rejected pages and records of which no article was made
 */
public record IndexSummary(
    long read, long added, long updated, long unchanged, long rejected, Duration took) {

  /** Articles written: new and changed ones. */
  public long indexed() {
    return added + updated;
  }
}
