package org.fihris.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.index.SourceManifest;

/**
 * Keeps, of the batches that workers finish in any order, those without a gap before them: only
 * what they hold may be called read. Safe for any number of threads.
 */
final class RunLedger {
  private final Map<Long, List<FileProgress.Mark>> early = new HashMap<>();
  private final Map<FileProgress, FileProgress.Mark> reached = new LinkedHashMap<>();
  private long next;

  /** Notes that everything of a batch has been written. */
  synchronized void done(long batch, List<FileProgress.Mark> marks) {
    early.put(batch, marks);
    List<FileProgress.Mark> following = early.remove(next);
    while (following != null) {
      following.forEach(mark -> reached.put(mark.file(), mark));
      following = early.remove(++next);
    }
  }

  /** Tells the manifest how far the files are read; the next commit has all of it. */
  synchronized void record(SourceManifest manifest) {
    reached.values().forEach(mark -> manifest.put(mark.entry()));
    reached.clear();
  }
}
