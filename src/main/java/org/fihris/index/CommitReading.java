package org.fihris.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a commit, and tells whose fault it is where that fails.
 *
 * <p>Lucene compares the checksum of a file of postings or values only when it is merged or
 * verified, since that means to read it whole. So a bit that has turned shows as any exception of
 * Java, as a fault of the program would. When one comes up the whole commit is compared, once.
 *
 * <p>Safe for any number of threads.
 */
public final class CommitReading implements Reading {
  private final Path index;
  private final DirectoryReader reader;
  private @Nullable Compared compared;

  /**
   * @param damage null where every file is as it was written
   */
  private record Compared(@Nullable IOException damage) {}

  public CommitReading(Path index, DirectoryReader reader) {
    this.index = index;
    this.reader = reader;
  }

  @Override
  public <T> T of(Work<T> work) {
    try {
      return work.read();
    } catch (IOException | RuntimeException | Error e) {
      throw told(e);
    }
  }

  @Override
  public <T> @Nullable T orNull(Lookup<T> lookup) {
    try {
      return lookup.find();
    } catch (IOException | RuntimeException | Error e) {
      throw told(e);
    }
  }

  @Override
  public void all(Step step) {
    try {
      step.read();
    } catch (IOException | RuntimeException | Error e) {
      throw told(e);
    }
  }

  private RuntimeException told(Throwable e) {
    if (e instanceof IOException fault) {
      return IndexFolder.failure(index, "cannot be read", fault);
    }
    IOException damage = isOfJava(e) ? damage() : null;
    if (damage != null) {
      IndexException told = IndexFolder.failure(index, "cannot be read", damage);
      told.addSuppressed(e);
      return told;
    }
    if (e instanceof RuntimeException fault) {
      return fault;
    }
    throw (Error) e;
  }

  /** Not one by which the engine itself tells something. */
  private static boolean isOfJava(Throwable e) {
    return e.getClass().getModule() == Object.class.getModule();
  }

  private synchronized @Nullable IOException damage() {
    Compared known = compared;
    if (known == null) {
      known = new Compared(compare());
      compared = known;
    }
    return known.damage;
  }

  private @Nullable IOException compare() {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return null;
    } catch (IOException e) {
      return e;
    } catch (InternalError e) { // what Java says of a mapped file that has become shorter
      return new CorruptIndexException("a file is shorter than it was", String.valueOf(index), e);
    }
  }
}
