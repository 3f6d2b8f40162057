package org.fihris.ingest;

import org.fihris.corpus.Ending;
import org.fihris.corpus.Reading;
import org.fihris.index.ArticleKeys;
import org.jspecify.annotations.Nullable;

/** One step of a run through its sources, in the order of reading. */
sealed interface Step {

  /**
   * A page, or something that cannot be read as one.
   *
   * @param file null where the manifest takes no note of it: a folder that cannot be listed, a file
   *     that the run reads a second time
   */
  record Page(@Nullable FileProgress file, Reading reading) implements Step {}

  /** Articles of pages that were passed by: they have their place in the order all the same. */
  record Known(ArticleKeys articles) implements Step {}

  /** The end of a file. */
  record End(FileProgress file, Ending ending) implements Step {}
}
