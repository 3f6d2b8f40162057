package org.fihris.index;

/**
 * Numbers by hashes of 64 bits, by open addressing: 17 to 34 bytes an entry. Not safe for threads.
 */
final class LongIntTable {
  private static final int FREE = -1;
  private static final double LOAD = 0.7;

  private long[] keys = new long[1024];
  private int[] values = filled(1024);
  private int size;

  /** The number of a hash; -1 if it has none. */
  int get(long key) {
    return values[slot(key)];
  }

  /**
   * @param value not negative
   */
  void put(long key, int value) {
    int slot = slot(key);
    if (values[slot] == FREE && ++size > keys.length * LOAD) {
      grow();
      slot = slot(key);
    }
    keys[slot] = key;
    values[slot] = value;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (values[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[Math.multiplyExact(oldKeys.length, 2)];
    values = filled(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != FREE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] values = new int[length];
    java.util.Arrays.fill(values, FREE);
    return values;
  }
}
