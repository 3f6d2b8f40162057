package org.fihris.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.fihris.article.Rejected;
import org.fihris.corpus.Corpus;
import org.jspecify.annotations.Nullable;

/**
 * Tells the user of each page that was left out: the first few on standard error, all of them in a
 * file if one is wanted.
 */
final class RejectionReport implements Consumer<Rejected>, AutoCloseable {
  private static final int SHOWN = 20;

  private final PrintWriter err;
  private final @Nullable PrintWriter file;
  private long count;

  private RejectionReport(PrintWriter err, @Nullable PrintWriter file) {
    this.err = err;
    this.file = file;
  }

  static RejectionReport open(PrintWriter err, @Nullable Path file) {
    try {
      return new RejectionReport(
          err,
          file == null
              ? null
              : new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + ": the file of rejects cannot be written: " + e.getMessage(), e));
    }
  }

  @Override
  public void accept(Rejected rejected) {
    count++;
    if (count <= SHOWN) {
      err.println("rejected " + rejected.origin() + ": " + rejected.reason());
    }
    if (file != null) {
      Json.print(
          file,
          Json.object(
              "file",
              rejected.origin().file(),
              "line",
              rejected.origin().line() == 0 ? null : rejected.origin().line(),
              "reason",
              rejected.reason()));
    }
  }

  /** Says how much was not shown, and which files were no news pages by their names. */
  void finish(Corpus corpus) {
    if (count > SHOWN) {
      err.println(
          "and "
              + (count - SHOWN)
              + " more rejected"
              + (file == null ? " (--rejects FILE lists them all)" : ""));
    }
    if (corpus.skippedCount() > 0) {
      err.println(
          "skipped "
              + corpus.skippedCount()
              + " files that are no news pages, as "
              + String.join(", ", corpus.skipped().stream().limit(5).toList()));
    }
    err.flush();
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
      if (file.checkError()) {
        err.println("fihris: the file of rejects could not be written to its end");
      }
    }
  }
}
