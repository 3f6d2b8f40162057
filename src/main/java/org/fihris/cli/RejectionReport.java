package org.fihris.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fihris.article.Rejected;
import org.fihris.corpus.Corpus;
import org.fihris.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Tells the user of each page that was left out: the first few on standard error, all of them in a
 * file if one is wanted.
 */
final class RejectionReport implements Consumer<Rejected>, AutoCloseable {
  /** Rejections told in full. */
  private static final int SHOWN = 20;

  /** Files left alone that are named. */
  private static final int NAMED = 5;

  private final PrintWriter err;
  private final @Nullable PrintWriter file;
  private long count;

  private RejectionReport(PrintWriter err, @Nullable PrintWriter file) {
    this.err = err;
    this.file = file;
  }

  static RejectionReport open(PrintWriter err, @Nullable Path file) {
    return new RejectionReport(err, file == null ? null : writer(file));
  }

  private static PrintWriter writer(Path file) {
    try {
      // Unlike Files.newBufferedWriter, this writes half a surrogate pair as a question mark
      // rather than failing for good.
      return new PrintWriter(
          new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + ": the file of rejects cannot be written (" + reason(file, e) + ")", e);
    }
  }

  private static String reason(Path file, IOException e) {
    Path folder = file.toAbsolutePath().getParent();
    return switch (e) {
      case AccessDeniedException denied -> "permission denied; name another";
      case NoSuchFileException none -> "there is no folder " + folder + "; make it";
      default -> Files.isDirectory(file) ? "it is a folder; name a file" : e.toString();
    };
  }

  @Override
  public void accept(Rejected rejected) {
    count++;
    if (count <= SHOWN) {
      err.println(Screen.plain("rejected " + rejected.origin() + ": " + rejected.reason()));
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

  /** Says that sources held nothing, neither good nor bad. */
  static void sayNothingFound(PrintWriter err, List<Path> sources) {
    err.println(
        "fihris: no news pages in "
            + sources.stream().map(Path::toString).collect(Collectors.joining(", ")));
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
          corpus.skippedCount()
              + " left alone as no news pages: "
              + String.join(", ", corpus.skipped().stream().limit(NAMED).toList())
              + (corpus.skippedCount() > NAMED ? ", ..." : ""));
    }
    if (!corpus.skippedRecords().isEmpty()) {
      err.println(
          "records of web archives left alone as no pages: "
              + corpus.skippedRecords().entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .map(kind -> kind.getKey() + " " + kind.getValue())
                  .collect(Collectors.joining(", ")));
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
