package org.fihris.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sources opened for reading: files and folders, compressed or archived, of pages in any {@link
 * Format}.
 *
 * <p>Memory does not grow with the sources. {@link #bytesRead} and the counts of files left alone
 * may be asked for by other threads during a run.
 */
public final class Corpus {
  /** What a reader leaves at the end of a file, as the padding of an archive, is less than this. */
  private static final long REST_BYTES = 16L << 20;

  private final List<Path> sources;
  private final List<Path> roots;
  private final ReadOptions options;
  private final long bytesTotal;
  private final List<String> gaps;
  private final AtomicLong bytesRead = new AtomicLong();
  private final Skipped skipped = new Skipped();
  private boolean read;

  private Corpus(List<Path> sources, ReadOptions options) {
    this.sources = List.copyOf(sources);
    this.roots = sources.stream().map(SourceFile::key).map(Path::of).toList();
    this.options = options;
    List<String> found = new ArrayList<>();
    this.bytesTotal = sources.stream().mapToLong(source -> size(source, found)).sum();
    this.gaps = List.copyOf(found);
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
    visit(
        new CorpusVisitor() {
          @Override
          public boolean begin(SourceFile file) {
            return true;
          }

          @Override
          public void take(Reading reading) {
            sink.accept(reading);
          }

          @Override
          public void end(SourceFile file, Ending ending) {}
        });
  }

  /**
   * Reads once, as {@link #forEach} does, and lets the visitor pass files by.
   *
   * @throws IllegalStateException if called a second time
   */
  public void visit(CorpusVisitor visitor) {
    if (read) {
      throw new IllegalStateException("a corpus is read once; open it again");
    }
    read = true;
    Contents contents = new Contents(options, skipped, visitor::take);
    FileWalk walk =
        new FileWalk(
            file -> readFile(file, false, contents, visitor),
            path -> skipped.add(path.toString()),
            (folder, failure) -> visitor.take(unreadable(folder, failure)));
    for (Path source : sources) {
      if (Files.isDirectory(source)) {
        walk.folder(source);
      } else {
        readFile(source, true, contents, visitor);
      }
    }
  }

  /**
   * What keeps the sources from being all there is: folders among them that hold no file to read,
   * and folders in them that cannot be listed. One sentence each; found when the corpus was opened.
   */
  public List<String> gaps() {
    return gaps;
  }

  /**
   * Whether a file is, or was, one of the sources or below one.
   *
   * @param key of a {@link SourceFile}
   */
  public boolean covers(String key) {
    try {
      Path path = Path.of(key);
      return roots.stream().anyMatch(path::startsWith);
    } catch (InvalidPathException e) {
      return false; // the key is of another system
    }
  }

  /** All that decides how a file is read, the same text for the same options. */
  public String reading() {
    return String.join(
        " ",
        String.valueOf(options.format()),
        new TreeMap<>(options.map()).toString(),
        Long.toString(options.maxRecordBytes()),
        Long.toString(options.maxDecompressedBytes()),
        Integer.toString(options.maxDecompressionRatio()),
        Integer.toString(options.maxArchiveDepth()));
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

  private void readFile(Path path, boolean named, Contents contents, CorpusVisitor visitor) {
    long before = bytesRead.get();
    try {
      SourceFile file = SourceFile.of(path, named);
      if (visitor.begin(file)) {
        visitor.end(file, read(file, contents, visitor));
      }
    } catch (IOException e) {
      visitor.take(unreadable(path, e));
    }
    // What was not read (the end of an archive, a file that was left alone) is done too.
    bytesRead.accumulateAndGet(before + sizeOfFile(path), Math::max);
  }

  private Ending read(SourceFile file, Contents contents, CorpusVisitor visitor) {
    try (HashedFile hashed = HashedFile.open(file.path())) {
      boolean whole =
          contents.read(
              Contents.Item.file(file.path().toString(), file.named()),
              new Layer(new Counted(hashed)));
      return new Ending(whole && file.isAsItWas(), hashOfAll(file, hashed));
    } catch (IOException e) {
      visitor.take(unreadable(file.path(), e));
      return new Ending(false, null);
    }
  }

  /** The hash of a file that was read all but its end; null where more is left. */
  private static @Nullable String hashOfAll(SourceFile file, HashedFile in) {
    byte[] waste = new byte[1 << 13];
    try {
      while (file.bytes() - in.count() <= REST_BYTES && in.read(waste, 0, waste.length) >= 0) {
        // on to the end
      }
    } catch (IOException e) {
      return null; // the pages came all the same
    }
    return in.count() == file.bytes() ? in.hash() : null;
  }

  private static Unreadable unreadable(Path path, IOException failure) {
    return new Unreadable(new Origin(path.toString(), 0), Failures.reason(failure));
  }

  /** The bytes of the files of a source; what is missing in it is noted. */
  private static long size(Path source, List<String> gaps) {
    if (!Files.isDirectory(source)) {
      return sizeOfFile(source);
    }
    long[] sum = {0};
    long[] files = {0};
    int before = gaps.size();
    new FileWalk(
            file -> {
              sum[0] += sizeOfFile(file);
              files[0]++;
            },
            path -> {},
            (folder, failure) -> gaps.add(folder + " " + Failures.reason(failure)))
        .folder(source);
    if (files[0] == 0 && gaps.size() == before) {
      gaps.add(source + " holds no file to read; is its disk mounted?");
    }
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
