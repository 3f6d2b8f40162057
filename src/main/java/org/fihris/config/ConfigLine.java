package org.fihris.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One line of a configuration file that is neither empty nor a comment.
 *
 * @param file the file as the user knows it, for messages
 * @param number 1-based line number in the file
 * @param text the line without surrounding white space
 */
public record ConfigLine(String file, int number, String text) {

  /** The tab-separated cells of the line, each without surrounding white space; may be empty. */
  public List<String> cells() {
    return firstCells(Integer.MAX_VALUE);
  }

  /** Up to {@code most} of the {@link #cells}, without a look at the others. */
  public List<String> firstCells(int most) {
    List<String> cells = new ArrayList<>();
    int start = 0;
    while (start <= text.length() && cells.size() < most) {
      int tab = text.indexOf('\t', start);
      int end = tab < 0 ? text.length() : tab;
      cells.add(text.substring(start, end).strip());
      start = end + 1;
    }
    return Collections.unmodifiableList(cells);
  }

  /** An exception that names this line. */
  public ConfigException error(String problem) {
    return new ConfigException(file + ":" + number + ": " + problem + " (line: " + text + ")");
  }
}
