package org.fihris.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.util.IOUtils;

/**
 * Small files of text that are on the disk when a method returns; their names too, which a file
 * system writes down on its own.
 */
public final class DurableFile {
  private static final Pattern UNFINISHED = Pattern.compile("(.+?)[0-9]+\\.new");

  /** Nobody takes so long to write one. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private DurableFile() {}

  /** Whether a file is one that was to replace another, by its name. */
  static boolean isUnfinished(String name, Predicate<String> isOwn) {
    Matcher unfinished = UNFINISHED.matcher(name);
    return unfinished.matches() && isOwn.test(unfinished.group(1));
  }

  /** Deletes what processes that were killed had begun to write. */
  static void deleteLeftBehind(Path folder) throws IOException {
    FileTime latest = FileTime.from(Instant.now().minus(LEFT_BEHIND));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.new")) {
      for (Path file : files) {
        if (isUnfinished(String.valueOf(file.getFileName()), IndexFolder::isOwn)
            && Files.getLastModifiedTime(file).compareTo(latest) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (NoSuchFileException e) {
      // Its writer was not dead, but has finished.
    }
  }

  /** Writes a file in one step: whoever reads it sees the old content or the new. */
  public static void replace(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".new");
    try {
      Files.writeString(fresh, content);
      try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
      IOUtils.fsync(folder, true);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Writes at the end of a file, made if there is none. */
  public static void append(Path file, String content) throws IOException {
    append(file, Files.exists(file) ? Files.size(file) : 0, content);
  }

  /**
   * As {@link #append(Path, String)}.
   *
   * @param whole bytes that are kept of it; what is behind them was not written to its end
   */
  public static void append(Path file, long whole, String content) throws IOException {
    boolean fresh = Files.notExists(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(whole).position(whole);
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    if (fresh) {
      IOUtils.fsync(file.toAbsolutePath().getParent(), true);
    }
  }
}
