package org.fihris.index;

import java.util.Collection;
import java.util.Set;

/**
 * Ids that lie beside an index until they are taken off. Only the process that writes the index may
 * have them. Not safe for threads.
 *
 * <p>Every method throws {@link IndexException} if the disk or the cluster fails.
 */
public interface KeptIds {

  /**
   * All that are there.
   *
   * @throws IndexException also if they cannot be told for sure
   */
  Set<String> read();

  /** Adds ids, which survive a crash from then on. */
  void add(Collection<String> ids);

  /** Takes ids off; some that are not there are passed over. */
  void remove(Collection<String> ids);
}
