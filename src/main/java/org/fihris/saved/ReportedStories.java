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
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.fihris.index.DurableFile;
import org.fihris.index.IndexException;
import org.fihris.index.IndexFolder;
import org.jspecify.annotations.Nullable;

/**
 * Which stories were reported for which saved searches: a file beside the index, to which lines are
 * added. Memory: some 60 bytes a report. Not safe for threads; only the process that writes the
 * index may have one.
 */
final class ReportedStories {
  private static final String HEAD = "version\t2\n";
  private static final int DIGITS = 16;
  private static final int CELLS = 2 * DIGITS + 1;
  private static final Pattern LINE = Pattern.compile("[0-9a-f]{16}\t[0-9a-f]{16}\t[0-9a-f]{8}");

  private final Path file;
  private final Path index;
  private final Map<Long, Set<Long>> bySearch = new HashMap<>();
  private final CRC32 checksum = new CRC32();

  /** Bytes up to the end of the last line; what a crash left unfinished behind it goes. */
  private long whole;

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
    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (!content.startsWith(HEAD)) {
      throw damaged(1);
    }
    int end = content.lastIndexOf('\n') + 1;
    int number = 1;
    for (String line : content.substring(HEAD.length(), end).split("\n")) {
      number++;
      if (!line.isEmpty()) {
        if (!LINE.matcher(line).matches() || !line.endsWith(sealed(line.substring(0, CELLS)))) {
          throw damaged(number);
        }
        note(line.substring(0, DIGITS), line.substring(DIGITS + 1, CELLS));
      }
    }
    whole = end;
  }

  /** A line with the checksum of all lines up to it. */
  private String sealed(String line) {
    checksum.update(line.getBytes(StandardCharsets.US_ASCII));
    return line + '\t' + HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private IndexException damaged(int line) {
    return new IndexException(
        file
            + ":"
            + line
            + ": damaged, or of another version of Fihris. Delete the file; stories that were"
            + " reported for saved searches may be reported again.");
  }

  /** Why the file of an index cannot be used; null where it is sound, or there is none. */
  static @Nullable String problem(Path index) {
    try {
      of(index);
      return null;
    } catch (IndexException e) {
      return e.getMessage();
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
        lines.append(sealed(alert.search().key() + '\t' + alert.hit().group())).append('\n');
      }
    }
    try {
      DurableFile.append(file, whole, lines.toString());
      whole += lines.length();
      exists = true;
    } catch (IOException e) {
      throw IndexFolder.failure(index, "cannot be written", e);
    }
  }
}
