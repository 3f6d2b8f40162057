package org.fihris.index;

import java.util.stream.Stream;

/**
 * The ids that a writer has added, as fingerprints. Of two ids that share one, the second counts as
 * added already, which costs the writer a look for it. Safe for any number of threads.
 */
final class AddedIds {
  private static final int LOCKS = 256; // many more than threads, so that they seldom meet

  private final LongIntTable ids = new LongIntTable();
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

  /**
   * To be held from before an id is noted until its document is added: another thread with the same
   * id would replace a document that is not there yet.
   */
  Object lock(String id) {
    return locks[Math.floorMod(id.hashCode(), LOCKS)];
  }

  /** Notes an id, and says whether it was not noted before. */
  synchronized boolean add(String id) {
    long fingerprint = Fingerprint.of(id);
    boolean isNew = ids.get(fingerprint) < 0;
    if (isNew) {
      ids.put(fingerprint, 0);
    }
    return isNew;
  }
}
