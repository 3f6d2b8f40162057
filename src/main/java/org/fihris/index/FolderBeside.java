package org.fihris.index;

import java.nio.file.Path;

/**
 * The files beside an index in a folder.
 *
 * @param index the folder
 */
public record FolderBeside(Path index) implements BesideIndex {

  /** The file of the stories that were reported for saved searches. */
  static final String REPORTED_STORIES = "reported-stories.tsv";

  /**
   * @throws IndexException if there is no index in the folder
   */
  public static FolderBeside ofExisting(Path index) {
    IndexFolder.requireExisting(index);
    return new FolderBeside(index);
  }

  @Override
  public EditedText text(EditedText.Kind kind) {
    return new EditedFile(index, kind);
  }

  @Override
  public KeptIds newArticles() {
    return new NewArticlesFile(index);
  }

  @Override
  public Journal reportedStories() {
    return new JournalFile(
        index,
        REPORTED_STORIES,
        "stories that were reported for saved searches may be reported again");
  }

  @Override
  public void close() {
    // No file is kept open.
  }
}
