package org.fihris.corpus;

/**
 * Where something was read.
 *
 * @param file path of the file; a member of an archive is written {@code archive.tar.gz!member}
 * @param line 1-based line at which the record begins; 0 where the record is the whole file
 */
public record Origin(String file, long line) {

  /** The file, with {@code :line} where there is one. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
