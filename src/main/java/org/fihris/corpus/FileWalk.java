package org.fihris.corpus;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Goes through a folder and its folders in the order of their names, holding no more than the names
 * on the way. Links are followed, except those that lead back to where the walk came from.
 */
final class FileWalk {
  private final Consumer<Path> files;
  private final Consumer<Path> leftAlone;
  private final BiConsumer<Path, IOException> failures;
  private final Set<Path> above = new HashSet<>();

  /**
   * @param leftAlone takes files and hidden folders that are passed by on account of their name
   * @param failures takes folders that cannot be read
   */
  FileWalk(Consumer<Path> files, Consumer<Path> leftAlone, BiConsumer<Path, IOException> failures) {
    this.files = files;
    this.leftAlone = leftAlone;
    this.failures = failures;
  }

  void folder(Path folder) {
    Path real;
    List<Path> sorted;
    try {
      real = folder.toRealPath();
      sorted = list(folder);
    } catch (IOException e) {
      failures.accept(folder, e);
      return;
    }
    if (above.add(real)) {
      sorted.forEach(this::entry);
      above.remove(real);
    }
  }

  private void entry(Path path) {
    String name = path.getFileName().toString();
    if (Files.isDirectory(path)) {
      if (FileName.isHidden(name) || belongsToAPage(path)) {
        leftAlone.accept(path);
      } else {
        folder(path);
      }
    } else if (FileName.of(name).isLeftAlone() || isDevice(path)) {
      leftAlone.accept(path);
    } else {
      files.accept(path);
    }
  }

  /** The folder in which a browser puts what a page needs: frames of advertisers are no pages. */
  private static boolean belongsToAPage(Path folder) {
    String name = folder.getFileName().toString();
    int stem = name.length() - "_files".length();
    return stem > 0
        && (name.endsWith("_files") || name.endsWith(".files"))
        && (Files.exists(folder.resolveSibling(name.substring(0, stem) + ".html"))
            || Files.exists(folder.resolveSibling(name.substring(0, stem) + ".htm")));
  }

  /** A pipe or device, which could keep a run waiting for ever. */
  private static boolean isDevice(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(null);
    return entries;
  }
}
