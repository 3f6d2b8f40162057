package org.fihris.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The files that hold a {@link SourceManifest} beside the index.
 *
 * <p>The data of a commit names them with their checksums, so that a commit and its manifest come
 * into being in one moment. A file is written and synced before the commit that names it and
 * deleted after the commit that does not; one that no commit names is left from a run that was
 * killed. Each commit adds one file with what changed; now and then all are written as one.
 */
final class ManifestFiles {
  /** Key in the data of a commit. The value: number and checksum of each file, in their order. */
  private static final String KEY = "fihris.sources";

  static final Pattern NAME = Pattern.compile("sources_([0-9a-z]{1,12})\\.manifest");
  private static final int RADIX = 36;

  /** More files than this are made one. */
  private static final int MAX_PARTS = 8;

  private final Directory directory;
  private final SourceManifest manifest;
  private final @Nullable String damage;
  private List<Part> parts;
  private long last;

  private record Part(String name, long checksum) {
    @Override
    public String toString() {
      return name + ":" + Long.toHexString(checksum);
    }
  }

  /** Changes that were written and wait for the commit that names their file. */
  record Staged(Map<String, String> commitData, List<SourceManifest.Change> changes) {}

  private ManifestFiles(
      Directory directory, SourceManifest manifest, List<Part> parts, @Nullable String damage) {
    this.directory = directory;
    this.manifest = manifest;
    this.parts = parts;
    this.damage = damage;
  }

  /** No manifest yet, whatever files there are. */
  static ManifestFiles none(Directory directory) {
    return new ManifestFiles(directory, new SourceManifest(), List.of(), null);
  }

  /**
   * The manifest of a commit; an empty one where the files do not fit the commit, which {@link
   * #damage()} tells.
   */
  static ManifestFiles of(Directory directory, Map<String, String> commitData) {
    SourceManifest manifest = new SourceManifest();
    try {
      List<Part> parts = parts(commitData.getOrDefault(KEY, ""));
      for (Part part : parts) {
        ManifestPart.load(directory, part.name, part.checksum, manifest);
      }
      return new ManifestFiles(directory, manifest, parts, null);
    } catch (IOException | IllegalArgumentException e) {
      String damage = "the manifest of the sources does not fit the index: " + e.getMessage();
      return new ManifestFiles(directory, new SourceManifest(), List.of(), damage);
    }
  }

  /** The manifest of the last commit, also while a writer makes the next. */
  static ManifestFiles ofLastCommit(Directory directory, Path index) throws IOException {
    while (true) {
      SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
      Stamp.of(commit.getUserData(), index);
      ManifestFiles files = of(directory, commit.getUserData());
      if (files.damage == null
          || SegmentInfos.getLastCommitGeneration(directory) == commit.getGeneration()) {
        return files;
      }
    }
  }

  private static List<Part> parts(String value) {
    List<Part> parts = new ArrayList<>();
    for (String part : value.split(" ")) {
      if (!part.isEmpty()) {
        int colon = part.indexOf(':');
        if (colon < 0 || !NAME.matcher(part.substring(0, colon)).matches()) {
          throw new IllegalArgumentException("the commit names " + part);
        }
        parts.add(
            new Part(
                part.substring(0, colon), Long.parseUnsignedLong(part.substring(colon + 1), 16)));
      }
    }
    return List.copyOf(parts);
  }

  SourceManifest manifest() {
    return manifest;
  }

  /** Why there is nothing in the manifest though the index names one; null if nothing is wrong. */
  @Nullable String damage() {
    return damage;
  }

  /** Writes what changed into a file; null if nothing did. */
  @Nullable Staged stage() throws IOException {
    List<SourceManifest.Change> changes = manifest.changes();
    if (changes.isEmpty()) {
      return null;
    }
    boolean merge = parts.size() >= MAX_PARTS;
    String name = nextName();
    long checksum = ManifestPart.write(directory, name, merge ? manifest.all() : changes);
    List<Part> next = new ArrayList<>(merge ? List.of() : parts);
    next.add(new Part(name, checksum));
    parts = List.copyOf(next);
    String named = String.join(" ", parts.stream().map(Part::toString).toList());
    return new Staged(Map.of(KEY, named), changes);
  }

  private String nextName() throws IOException {
    for (String file : directory.listAll()) {
      var name = NAME.matcher(file);
      if (name.matches()) {
        last = Math.max(last, Long.parseLong(name.group(1), RADIX));
      }
    }
    last++;
    return "sources_" + Long.toString(last, RADIX) + ".manifest";
  }

  /** Notes that the commit with these changes has been made. */
  void committed(Staged staged) {
    manifest.committed(staged.changes);
  }

  /** Deletes the files that the last commit does not name. To be called after a commit only. */
  void deleteOthers() throws IOException {
    if (damage != null && parts.isEmpty()) {
      return; // the commit still names those that are damaged
    }
    Set<String> wanted = new HashSet<>();
    parts.forEach(part -> wanted.add(part.name));
    for (String file : directory.listAll()) {
      if (NAME.matcher(file).matches() && !wanted.contains(file)) {
        directory.deleteFile(file);
      }
    }
  }
}
