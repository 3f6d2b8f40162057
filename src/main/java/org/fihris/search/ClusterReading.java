package org.fihris.search;

import java.io.IOException;
import org.fihris.cluster.ClusterAddress;
import org.fihris.index.IndexException;
import org.fihris.index.Reading;
import org.jspecify.annotations.Nullable;

/** Reads an index on a cluster. What fails there is told by whoever asked it. */
record ClusterReading(ClusterAddress address) implements Reading {

  @Override
  public <T> T of(Work<T> work) {
    try {
      return work.read();
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public <T> @Nullable T orNull(Lookup<T> lookup) {
    try {
      return lookup.find();
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void all(Step step) {
    try {
      step.read();
    } catch (IOException e) {
      throw told(e);
    }
  }

  private IndexException told(IOException e) {
    return new IndexException(address + ": cannot be read: " + e.getMessage(), e);
  }
}
