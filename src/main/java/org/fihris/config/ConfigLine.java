package org.fihris.config;

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
    return List.of(text.split("\t", -1)).stream().map(String::strip).toList();
  }

  /** An exception that names this line. */
  public ConfigException error(String problem) {
    return new ConfigException(file + ":" + number + ": " + problem + " (line: " + text + ")");
  }
}
