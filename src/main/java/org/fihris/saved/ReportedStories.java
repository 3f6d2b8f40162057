package org.fihris.saved;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.index.DurableFile;
import org.fihris.index.IndexException;
import org.fihris.index.IndexFolder;

/**
 * Which stories were reported for which saved searches: a file beside the index, to which lines are
 * added. Memory: some 60 bytes a report. Not safe for threads; only the process that writes the
 * index may have one.
 */
final class ReportedStories {
  private static final String HEAD = "version\t1\n";
  private static final int DIGITS = 16;

  private final Path file;
  private final Path index;
  private final Map<Long, Set<Long>> bySearch = new HashMap<>();
  private boolean exists;

  private ReportedStories(Path index) {
    this.index = index;
    this.file = index.resolve(IndexFolder.REPORTED_STORIES);
  }

  /**
   * @throws IndexException if the file cannot be read
   */
  static ReportedStories of(Path index) {
    ReportedStories stories = new ReportedStories(index);
    try {
      stories.exists = Files.exists(stories.file);
      if (stories.exists) {
        stories.read();
      }
      return stories;
    } catch (IOException e) {
      throw IndexFolder.failure(index, "cannot be read", e);
    }
  }

  private void read() throws IOException {
    String content = Files.readString(file, StandardCharsets.UTF_8);
    if (!content.startsWith(HEAD)) {
      throw new IndexException(
          file
              + ":1: not a list of reported stories of this version of Fihris. Delete the file;"
              + " stories that were reported may be reported again.");
    }
    for (String line : content.substring(HEAD.length()).split("\n")) {
      // A crash may have left the last line unfinished; its story is reported again.
      if (line.length() == 2 * DIGITS + 1 && line.charAt(DIGITS) == '\t') {
        note(line.substring(0, DIGITS), line.substring(DIGITS + 1));
      }
    }
    if (!content.endsWith("\n")) {
      DurableFile.append(file, "\n");
    }
  }

  private boolean note(String search, String story) {
    return bySearch.computeIfAbsent(number(search), key -> new HashSet<>()).add(number(story));
  }

  private static long number(String digits) {
    return HexFormat.fromHexDigitsToLong(digits);
  }

  boolean contains(String search, String story) {
    return bySearch.getOrDefault(number(search), Set.of()).contains(number(story));
  }

  /** Notes reports, for good. */
  void add(List<Alert> alerts) {
    StringBuilder lines = new StringBuilder(exists ? "" : HEAD);
    for (Alert alert : alerts) {
      if (note(alert.search().key(), alert.hit().group())) {
        lines.append(alert.search().key()).append('\t').append(alert.hit().group()).append('\n');
      }
    }
    try {
      DurableFile.append(file, lines.toString());
      exists = true;
    } catch (IOException e) {
      throw IndexFolder.failure(index, "cannot be written", e);
    }
  }
}
