package org.fihris.index;

import java.io.IOException;
import org.fihris.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * A text that people edit, beside an index: a file in its folder, or a document on its cluster.
 * With it lies a copy of its last version that could be understood. Safe for any number of threads
 * and processes.
 *
 * <p>Every method throws {@link IOException} or {@link IndexException} if the disk or the cluster
 * fails.
 */
public interface EditedText {

  /** Which of the texts of an index it is. */
  enum Kind {
    ENTITY_EDITS("entity-edits", "corrections", "alias"),
    SAVED_SEARCHES("saved-searches", "saved searches", "saved");

    private final String stem;
    private final String lines;
    private final String command;

    Kind(String stem, String lines, String command) {
      this.stem = stem;
      this.lines = lines;
      this.command = command;
    }

    /** Its name, without an ending. */
    public String stem() {
      return stem;
    }

    /** Its name as that of a file. */
    public String fileName() {
      return stem + ".tsv";
    }

    /** The command that shows and changes it. */
    public String command() {
      return command;
    }

    /** What its lines are, in the plural: {@code corrections}. */
    public String lines() {
      return lines;
    }
  }

  /** How messages name it, before the number of a line. */
  String name();

  /** How messages name the copy. */
  String lastGoodName();

  /** How it is mended, as a sentence; empty where it is plain: a file is opened. */
  String remedy();

  /** What is another text for every version of it, and empty where there is none. */
  String version() throws IOException;

  /**
   * All of it; null where there is none.
   *
   * @throws ConfigException if it is no text
   */
  @Nullable String read() throws IOException;

  /**
   * The copy; null where there is none.
   *
   * @throws ConfigException if it is damaged
   */
  @Nullable String readLastGood() throws IOException;

  /** Notes that a version could be understood, where that is not known of it and can be noted. */
  void keepAsLastGood(String content);

  /** A change of the text. */
  interface Change {
    /**
     * @param before the present text; null where there is none
     * @return the new one
     */
    String of(@Nullable String before);
  }

  /**
   * Replaces it and the copy in one step.
   *
   * @param change asked again where another changes the text meanwhile; what it throws is thrown
   *     here, and nothing is changed
   */
  void change(Change change) throws IOException;
}
