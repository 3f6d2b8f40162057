package org.fihris.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index knows of one source file.
 *
 * @param path absolute path of the file
 * @param bytes its size when it was read
 * @param modified when it was last changed; null where the time is worth nothing, since the file
 *     had been changed just before it was read
 * @param hash SHA-256 in hexadecimal digits; null where it was not read to its end
 * @param reading fingerprint of the engine and the options that read it
 * @param state how far reading has come
 * @param pages pages and records read, those included that were rejected
 * @param rejected pages and records of which no article was made
 * @param reasons why; the first few that differ
 * @param articles the articles it gives, those included that an earlier source gives too
 * @param left articles it gave in an earlier state; some of them may be back where it was not read
 *     to its end
 */
public record SourceEntry(
    String path,
    long bytes,
    @Nullable Instant modified,
    @Nullable String hash,
    long reading,
    State state,
    long pages,
    long rejected,
    List<Reason> reasons,
    ArticleKeys articles,
    ArticleKeys left) {

  /** How many different reasons an entry keeps. */
  public static final int REASONS = 5;

  /** How far the reading of a source has come. */
  public enum State {
    /** Everything in it is in the index. */
    WHOLE,
    /** The run was interrupted after {@link #pages()} pages. */
    BEGUN,
    /**
     * It could not be read, broke off, changed while it was read, or gave nothing where it had
     * given something: the next run reads it again, and nothing is concluded from what is missing.
     */
    DAMAGED
  }

  /** Why pages were rejected, and how many. */
  public record Reason(String text, long count) {}

  public SourceEntry {
    reasons = List.copyOf(reasons);
  }

  /** The same file with another time on it. */
  public SourceEntry withModified(@Nullable Instant value) {
    return new SourceEntry(
        path, bytes, value, hash, reading, state, pages, rejected, reasons, articles, left);
  }

  /** The same without what it gave earlier. */
  public SourceEntry withNothingLeft() {
    return new SourceEntry(
        path,
        bytes,
        modified,
        hash,
        reading,
        state,
        pages,
        rejected,
        reasons,
        articles,
        ArticleKeys.none());
  }
}
