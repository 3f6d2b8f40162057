package org.fihris.index;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an index, and tells as one exception whatever fails meanwhile. */
public interface Reading {

  /** Something to be read. */
  interface Work<T> {
    T read() throws IOException;
  }

  /** Something to be looked for. */
  interface Lookup<T> {
    @Nullable T find() throws IOException;
  }

  /** Something to be read, of which nothing comes back. */
  interface Step {
    void read() throws IOException;
  }

  /**
   * Reads something.
   *
   * @throws IndexException if the index cannot be read or is damaged
   */
  <T> T of(Work<T> work);

  /**
   * Looks for something.
   *
   * @throws IndexException if the index cannot be read or is damaged
   */
  <T> @Nullable T orNull(Lookup<T> lookup);

  /**
   * Reads something.
   *
   * @throws IndexException if the index cannot be read or is damaged
   */
  void all(Step step);
}
