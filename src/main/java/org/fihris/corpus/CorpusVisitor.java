package org.fihris.corpus;

/**
 * Takes what a corpus holds, file by file. Called by the one thread that reads; only what the
 * visitor itself throws stops the reading.
 */
public interface CorpusVisitor {

  /**
   * Called before a file is opened.
   *
   * @return whether to read it; {@link #end} follows only then
   */
  boolean begin(SourceFile file);

  /**
   * Takes a page or something that cannot be read. Between the calls for a file it is of this file,
   * else it is a folder that cannot be listed or a file that is gone.
   */
  void take(Reading reading);

  /** Called after the last page of a file. */
  void end(SourceFile file, Ending ending);
}
