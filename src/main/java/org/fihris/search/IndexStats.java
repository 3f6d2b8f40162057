package org.fihris.search;

import java.time.LocalDate;
import org.fihris.cluster.ClusterFigures;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * An index in figures.
 *
 * @param articles how many articles can be found
 * @param undated how many of them have no publication date
 * @param bytes size of the index on disk
 * @param from the first day of publication; null if no article is dated
 * @param to the last day of publication; null if no article is dated
 * @param entityEdits how many corrections to entities are in force
 * @param entityEditsProblem why they are not those of the file as it stands; null where they are
 * @param stamp what built it
 */
public record IndexStats(
    long articles,
    long undated,
    long bytes,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int entityEdits,
    @Nullable String entityEditsProblem,
    Stamp stamp) {

  /**
   * Those of an index on a cluster.
   *
   * @param edits its corrections to entities
   */
  public static IndexStats of(ClusterFigures figures, EntityEditsFile.InForce edits) {
    return new IndexStats(
        figures.articles(),
        figures.undated(),
        figures.bytes(),
        figures.from(),
        figures.to(),
        edits.edits().lines().size(),
        edits.problem(),
        figures.stamp());
  }
}
