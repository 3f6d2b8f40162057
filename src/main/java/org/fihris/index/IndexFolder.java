package org.fihris.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** The folder an index lives in: what is there, and faults in words. */
public final class IndexFolder {

  /**
   * What Lucene may leave in a folder, of which it would delete what it does not need, and {@link
   * ManifestFiles#NAME}.
   */
  private static final Pattern LUCENE_FILE =
      Pattern.compile(
          "write\\.lock|(pending_)?segments_[0-9a-z]+|sources_[0-9a-z]+\\.manifest"
              + "|_[0-9a-z]+(_[A-Za-z0-9_-]+)?\\.(si|cf[se]|fd[mtx]|fnm|doc|pos|pay|psm|ti[mp]|tmd"
              + "|dv[dms]|nv[dm]|kd[dim]|liv|tmp)");

  /** The folder in an index that holds what is suggested while somebody types. */
  public static final String SUGGESTIONS = "suggestions";

  private IndexFolder() {}

  /**
   * Opens the folder of an index that exists.
   *
   * @throws IndexException if there is none at {@code path}, or it cannot be read
   */
  public static Directory openExisting(Path path) {
    if (!Files.isDirectory(path)) {
      throw new IndexException(
          path + ": no index here. Build one: fihris index " + path + " SOURCE...");
    }
    try {
      Directory directory = FSDirectory.open(path);
      if (!DirectoryReader.indexExists(directory)) {
        directory.close();
        throw new IndexException(
            path
                + ": the folder holds no index (an interrupted first run leaves none)."
                + " Build one: fihris index "
                + path
                + " SOURCE...");
      }
      return directory;
    } catch (IOException e) {
      throw failure(path, "cannot be opened", e);
    }
  }

  /**
   * Opens the folder of an index, made if it does not exist.
   *
   * @throws IndexException if it cannot be made, or holds files that are not of an index
   */
  public static Directory openOrCreate(Path path) {
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new IndexException(path + ": a file, but an index is a folder. Name another.");
      }
      Files.createDirectories(path);
      Directory directory = FSDirectory.open(path);
      if (!DirectoryReader.indexExists(directory)) {
        refuseForeignFiles(path);
      }
      return directory;
    } catch (IOException e) {
      throw failure(path, "cannot be opened for writing", e);
    }
  }

  /**
   * Refuses to go on without an index, before something makes an empty one.
   *
   * @throws IndexException if there is none at {@code path}
   */
  public static void requireExisting(Path path) {
    try {
      openExisting(path).close();
    } catch (IOException e) {
      throw failure(path, "cannot be opened", e);
    }
  }

  /**
   * A first run that was killed leaves Lucene's files behind, and corrections of another index may
   * have been put there for this one; anything else is somebody's.
   */
  private static void refuseForeignFiles(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !LUCENE_FILE.matcher(name).matches() && !isOwn(name))
          .sorted()
          .findFirst()
          .ifPresent(
              name -> {
                throw new IndexException(
                    path
                        + ": the folder holds other files ("
                        + name
                        + "); name an empty or a new folder for the index.");
              });
    }
  }

  /** What Fihris keeps beside the files of Lucene. */
  static boolean isOwn(String name) {
    return EditedFile.isOne(name)
        || NewArticlesFile.isOne(name)
        || name.equals(FolderBeside.REPORTED_STORIES)
        || name.equals(SUGGESTIONS)
        || DurableFile.isUnfinished(name, IndexFolder::isOwn);
  }

  /**
   * Lucene's check of all files, which nobody may change meanwhile. On a read-only disk nobody can,
   * and there is no place for a lock.
   */
  public static CheckIndex check(Directory directory) throws IOException {
    try {
      return new CheckIndex(directory);
    } catch (FileSystemException e) {
      if (!isReadOnly(e)) {
        throw e;
      }
      return new CheckIndex(
          directory, NoLockFactory.INSTANCE.obtainLock(directory, IndexWriter.WRITE_LOCK_NAME));
    }
  }

  private static boolean isReadOnly(IOException e) {
    return String.valueOf(e.getMessage()).contains("Read-only file system");
  }

  static IndexException beingWritten(Path path, IOException cause) {
    return new IndexException(
        path + ": another process is writing to this index. Wait for it to end, or stop it.",
        cause);
  }

  /** An I/O failure on an index as a sentence for the user. */
  public static IndexException failure(Path path, String what, IOException cause) {
    String reason =
        switch (cause) {
          case IndexFormatTooOldException e ->
              "it was written by an older Lucene; build it again with this version";
          case IndexFormatTooNewException e ->
              "it was written by a newer Lucene; use the newer Fihris that built it";
          case CorruptIndexException e ->
              "its files are damaged ("
                  + e.getMessage()
                  + "); see fihris verify "
                  + path
                  + ", or build it again";
          case NoSuchFileException e ->
              "a file is missing: "
                  + e.getFile()
                  + ". If the index was moved or deleted, name the folder where it is now";
          case NotDirectoryException e -> "not a folder: " + e.getFile();
          case AccessDeniedException e ->
              "no permission: "
                  + e.getFile()
                  + ". Run as the user to whom the index belongs, or give yours the right";
          default -> reason(cause);
        };
    return new IndexException(path + ": the index " + what + ": " + reason, cause);
  }

  /** Java has no types for these; the words are those of the operating system. */
  private static String reason(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("No space left") || message.contains("quota exceeded")) {
      return "no space left on the disk. What was committed before is there; make room and run"
          + " again";
    }
    if (isReadOnly(cause)) {
      return "the disk is read-only. An index there can be searched, not written to";
    }
    return cause.toString();
  }
}
