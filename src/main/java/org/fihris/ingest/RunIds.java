package org.fihris.ingest;

/**
 * Ids, as those that one run has seen, each with the fingerprint of its article.
 *
 * <p>An open-addressing table of hashes, since the ids of a large corpus would fill the memory: 24
 * bytes or less an article. Two ids share a hash with a chance of one in 2<sup>64</sup>. Not safe
 * for threads.
 */
final class RunIds {

  /** How an article stands to those before it in the run. */
  enum Sighting {
    FIRST,
    REPEATED,
    CONFLICTING
  }

  private static final double LOAD = 0.7;

  private long[] ids = new long[1024];
  private long[] fingerprints = new long[1024];
  private int size;

  /** Notes an article, by the hashes of its id and of its content. */
  Sighting see(long idHash, long fingerprint) {
    long key = idHash == 0 ? 1 : idHash; // 0 marks a free slot
    int slot = slot(ids, key);
    if (ids[slot] == key) {
      return fingerprints[slot] == fingerprint ? Sighting.REPEATED : Sighting.CONFLICTING;
    }
    ids[slot] = key;
    fingerprints[slot] = fingerprint;
    if (++size > ids.length * LOAD) {
      grow();
    }
    return Sighting.FIRST;
  }

  /** Whether an article has been noted, with this content. */
  boolean holds(long idHash, long fingerprint) {
    int slot = slot(ids, idHash == 0 ? 1 : idHash);
    return ids[slot] != 0 && fingerprints[slot] == fingerprint;
  }

  /** Whether an article has been noted. */
  boolean has(long idHash) {
    return ids[slot(ids, idHash == 0 ? 1 : idHash)] != 0;
  }

  private static int slot(long[] table, long key) {
    int mask = table.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldIds = ids;
    long[] oldFingerprints = fingerprints;
    ids = new long[Math.multiplyExact(oldIds.length, 2)];
    fingerprints = new long[ids.length];
    for (int i = 0; i < oldIds.length; i++) {
      if (oldIds[i] != 0) {
        int slot = slot(ids, oldIds[i]);
        ids[slot] = oldIds[i];
        fingerprints[slot] = oldFingerprints[i];
      }
    }
  }
}
