package org.fihris.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run over a corpus did.
 *
 * @param read pages and records read, those included that were rejected
 * @param skipped pages and records that were passed by, since an earlier run had read them and
 *     their file has not changed
 * @param added articles that are new in the index
 * @param updated articles that replaced an older state of themselves
 * @param unchanged articles that the index held already, those of skipped pages included
 * @param rejected pages and records read of which no article was made
 * @param deleted articles deleted, since no source gives them any more
 * @param stale articles that no source gives any more and that were left in the index
 * @param warnings what the user should know beside; one sentence each
 */
public record IndexSummary(
    long read,
    long skipped,
    long added,
    long updated,
    long unchanged,
    long rejected,
    long deleted,
    long stale,
    List<String> warnings,
    Duration took) {

  public IndexSummary {
    warnings = List.copyOf(warnings);
  }

  /** This and one more thing that the user should know. */
  public IndexSummary withWarning(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return new IndexSummary(
        read, skipped, added, updated, unchanged, rejected, deleted, stale, more, took);
  }

  /** Articles written: new and changed ones. */
  public long indexed() {
    return added + updated;
  }
}
