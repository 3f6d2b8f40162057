package org.fihris.index;

/** Is told how far a copy has come, by any thread. */
public interface CopyProgress {
  /** Of {@code total} articles so many are done, those included that were there already. */
  void done(long articles, long total);
}
