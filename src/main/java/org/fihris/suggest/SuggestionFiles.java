package org.fihris.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.StringHelper;
import org.fihris.index.IndexFolder;
import org.jspecify.annotations.Nullable;

/**
 * Where suggestions lie: a small Lucene index in a folder of the index, replaced as a whole in one
 * moment, with checksums, which names the commit that it was made of.
 */
public final class SuggestionFiles {
  static final String FORMAT_KEY = "fihris.suggestions";
  static final String COMMIT_KEY = "fihris.suggestions.of";

  private SuggestionFiles() {}

  static Path folder(Path index) {
    return index.resolve(IndexFolder.SUGGESTIONS);
  }

  /** What stands for a commit of an index: no other one has it. */
  static String idOf(Directory index, DirectoryReader reader) throws IOException {
    String file = reader.getIndexCommit().getSegmentsFileName();
    return StringHelper.idToString(SegmentInfos.readCommit(index, file).getId());
  }

  /** What tells one state of the suggestions of an index from another; empty for none. */
  public static String state(Path index) throws IOException {
    Path folder = folder(index);
    if (!folder.toFile().isDirectory()) {
      return "";
    }
    try (Directory suggestions = FSDirectory.open(folder)) {
      String last = SegmentInfos.getLastCommitSegmentsFileName(suggestions);
      return last == null ? "" : last + " " + Files.getLastModifiedTime(folder.resolve(last));
    }
  }

  /** Whether there is an index of which every file has its checksum; reads them all. */
  static boolean isWhole(Directory suggestions) {
    try (DirectoryReader reader = DirectoryReader.open(suggestions)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false; // whatever it is, they are built anew
    }
  }

  /** Whether the suggestions of a folder are of this format and made of a commit. */
  static boolean isOf(Map<String, String> data, String commit) {
    return SuggestionEntry.FORMAT.equals(data.get(FORMAT_KEY))
        && commit.equals(data.get(COMMIT_KEY));
  }

  /**
   * Reads all suggestions of an index and checks them.
   *
   * @return what is wrong; null where they are sound, or there are none
   */
  public static @Nullable String problem(Path index) {
    Path folder = folder(index);
    if (!folder.toFile().isDirectory()) {
      return null;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return null;
      }
      try (CheckIndex check = IndexFolder.check(directory)) {
        return check.checkIndex().clean
            ? null
            : Suggester.problem(index.toString(), "their files are damaged");
      }
    } catch (IOException e) {
      return Suggester.problem(index.toString(), e.toString());
    }
  }
}
