package org.fihris.index;

/**
 * What lies beside the articles of an index and is no part of its commits: files in its folder, or
 * documents of a second index on its cluster.
 */
public interface BesideIndex extends AutoCloseable {

  /** A text that people edit. */
  EditedText text(EditedText.Kind kind);

  /** The ids of the articles that are new, and that nobody has been told of. */
  KeptIds newArticles();

  /** The stories that were reported for saved searches. */
  Journal reportedStories();

  /** Lets go of what it is reached by. */
  @Override
  void close();
}
