package org.fihris.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The source files of an index, and what each of them gave it. Changes become durable with the next
 * commit of the index, together with the articles. Safe for any number of threads.
 *
 * <p>Held in memory: the path and some 400 bytes for a file, 16 bytes for an article.
 */
public final class SourceManifest {
  private final Map<String, SourceEntry> entries = new TreeMap<>();

  /** What the last commit has of the entries that changed since; null where it has nothing. */
  private final Map<String, @Nullable SourceEntry> committed = new LinkedHashMap<>();

  /** A change that the next commit has to take along. */
  sealed interface Change {

    /** The file is no source any more. */
    record Removed(String path) implements Change {}

    /**
     * The file stands like this now.
     *
     * @param known how many of its articles are known from the changes before
     * @param sameLeft whether what it gave earlier is known from the changes before
     */
    record Put(SourceEntry entry, int known, boolean sameLeft) implements Change {}
  }

  /** Of an index that holds nothing yet, or remembers no sources. */
  public SourceManifest() {}

  /**
   * The manifest of an index as it was committed last, to be read.
   *
   * @throws IndexException if there is no index, or the manifest does not fit it
   */
  public static SourceManifest of(Path index) {
    try (Directory directory = IndexFolder.openExisting(index)) {
      ManifestFiles files = ManifestFiles.ofLastCommit(directory, index);
      if (files.damage() != null) {
        throw new IndexException(index + ": " + files.damage() + ". fihris index mends it.");
      }
      return files.manifest();
    } catch (IOException e) {
      throw IndexFolder.failure(index, "cannot be read", e);
    }
  }

  /** What is known of a file; null if nothing is. */
  public synchronized @Nullable SourceEntry get(String path) {
    return entries.get(path);
  }

  /** All files, by their paths; later changes do not show. */
  public synchronized List<SourceEntry> entries() {
    return new ArrayList<>(entries.values());
  }

  /** Notes how a file stands; what is known already is no change. */
  public synchronized void put(SourceEntry entry) {
    SourceEntry before = entries.get(entry.path());
    if (!entry.equals(before)) {
      entries.put(entry.path(), entry);
      noteCommitted(entry.path(), before);
    }
  }

  /** Forgets files. */
  public synchronized void remove(Collection<String> paths) {
    for (String path : paths) {
      SourceEntry before = entries.remove(path);
      if (before != null) {
        noteCommitted(path, before);
      }
    }
  }

  private void noteCommitted(String path, @Nullable SourceEntry before) {
    if (!committed.containsKey(path)) {
      committed.put(path, before);
    }
  }

  /** The changes since {@link #allCommitted()}. */
  synchronized List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    committed.forEach(
        (path, before) -> {
          SourceEntry now = entries.get(path);
          if (now != null) {
            changes.add(put(now, before));
          } else if (before != null) {
            changes.add(new Change.Removed(path));
          }
        });
    return changes;
  }

  private static Change put(SourceEntry now, @Nullable SourceEntry before) {
    if (before == null) {
      return new Change.Put(now, 0, false);
    }
    boolean grown = now.articles().continues(before.articles());
    return new Change.Put(
        now, grown ? before.articles().size() : 0, now.left().equals(before.left()));
  }

  /** The changes that would make all of this of nothing. */
  synchronized List<Change> all() {
    List<Change> all = new ArrayList<>();
    entries.values().forEach(entry -> all.add(new Change.Put(entry, 0, false)));
    return all;
  }

  /** Notes that these changes are durable; what came after them is not. */
  synchronized void committed(List<Change> changes) {
    Map<String, SourceEntry> written = new HashMap<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Put put -> written.put(put.entry.path(), put.entry);
        case Change.Removed removed -> {}
      }
    }
    for (String path : List.copyOf(committed.keySet())) {
      SourceEntry now = entries.get(path);
      SourceEntry then = written.get(path);
      if (now == then) {
        committed.remove(path);
      } else {
        committed.put(path, then);
      }
    }
  }

  /** Takes in a change that is durable already. */
  synchronized void load(Change change) {
    switch (change) {
      case Change.Put put -> entries.put(put.entry.path(), put.entry);
      case Change.Removed removed -> entries.remove(removed.path);
    }
  }
}
