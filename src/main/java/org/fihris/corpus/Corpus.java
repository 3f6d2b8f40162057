package org.fihris.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Sources opened for reading: files and folders, compressed or archived, of pages in any {@link
 * Format}.
 *
 * <p>Memory does not grow with the sources. {@link #bytesRead} and the counts of files left alone
 * may be asked for by other threads during a run.
 */
public final class Corpus {
  private final List<Path> sources;
  private final ReadOptions options;
  private final long bytesTotal;
  private final AtomicLong bytesRead = new AtomicLong();
  private final Skipped skipped = new Skipped();
  private boolean read;

  private Corpus(List<Path> sources, ReadOptions options) {
    this.sources = List.copyOf(sources);
    this.options = options;
    this.bytesTotal = sources.stream().mapToLong(Corpus::size).sum();
  }

  /**
   * Checks that every source is there; looks at the sizes of files, but into none.
   *
   * @param sources files, which are always tried, and folders, of which files that are no news
   *     pages (README.md, images, hidden files) are left alone
   * @throws CorpusException if a source is not there
   */
  public static Corpus of(List<Path> sources, ReadOptions options) {
    for (Path source : sources) {
      if (!Files.exists(source)) {
        throw new CorpusException(
            source
                + ": there is no such file or folder; check the path (from "
                + Path.of("").toAbsolutePath()
                + ")");
      }
    }
    return new Corpus(sources, options);
  }

  /**
   * Reads everything once, on the calling thread: the sources in the order given, folders in the
   * order of their names. What cannot be read arrives as {@link Unreadable}; only what the sink
   * itself throws is thrown.
   *
   * @throws IllegalStateException if called a second time
   */
  public void forEach(Consumer<? super Reading> sink) {
    if (read) {
      throw new IllegalStateException("a corpus is read once; open it again");
    }
    read = true;
    Contents contents = new Contents(options, skipped, sink);
    FileWalk walk =
        new FileWalk(
            file -> readFile(file, false, contents, sink),
            path -> skipped.add(path.toString()),
            (folder, failure) -> sink.accept(unreadable(folder, failure)));
    for (Path source : sources) {
      if (Files.isDirectory(source)) {
        walk.folder(source);
      } else {
        readFile(source, true, contents, sink);
      }
    }
  }

  /** Bytes on disk of the files to be read, for a progress display. */
  public long bytesTotal() {
    return bytesTotal;
  }

  /** Bytes on disk of what has been read so far; of compressed files the compressed bytes. */
  public long bytesRead() {
    return bytesRead.get();
  }

  /** How many files and archive members were left alone because they are no news pages. */
  public long skippedCount() {
    return skipped.count();
  }

  /** The first hundred files that were left alone because they are no news pages. */
  public List<String> skipped() {
    return skipped.sample();
  }

  /**
   * How many records of web archives were left alone because they are no pages, by what they are:
   * requests, images, answers that were errors.
   */
  public Map<String, Long> skippedRecords() {
    return skipped.records();
  }

  private void readFile(
      Path file, boolean named, Contents contents, Consumer<? super Reading> sink) {
    long before = bytesRead.get();
    try (InputStream in = new Counted(Files.newInputStream(file))) {
      contents.read(Contents.Item.file(file.toString(), named), new Layer(in));
    } catch (IOException e) {
      sink.accept(unreadable(file, e));
    }
    // What a reader left unread (the end of an archive, a file that was left alone) is done too.
    bytesRead.accumulateAndGet(before + sizeOfFile(file), Math::max);
  }

  private static Unreadable unreadable(Path path, IOException failure) {
    return new Unreadable(new Origin(path.toString(), 0), Failures.reason(failure));
  }

  private static long size(Path source) {
    if (!Files.isDirectory(source)) {
      return sizeOfFile(source);
    }
    long[] sum = {0};
    new FileWalk(file -> sum[0] += sizeOfFile(file), path -> {}, (folder, failure) -> {})
        .folder(source);
    return sum[0];
  }

  private static long sizeOfFile(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // reading it will tell why
    }
  }

  /** Counts the bytes of a file into the progress of the run. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      bytesRead.addAndGet(Math.max(count, 0));
      return count;
    }
  }
}
