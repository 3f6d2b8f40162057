package org.fihris;

import java.nio.file.Path;
import java.util.List;
import org.fihris.config.ConfigException;
import org.fihris.index.IndexFolder;
import org.fihris.saved.SavedSearch;
import org.fihris.saved.SavedSearchesFile;

/**
 * Changes the saved searches of an index. A writer that reports what is new for them ({@link
 * NewsIndex#writer(java.util.function.Consumer)}) reads them in each commit. Safe for any number of
 * threads and processes.
 */
public final class SavedSearches {
  private final Path index;

  SavedSearches(Path index) {
    this.index = index;
  }

  /**
   * Adds searches, all or none.
   *
   * @return all that are in force then
   * @throws ConfigException if a name is taken, there are more than {@value
   *     SavedSearchesFile#MOST}, or the file is broken; nothing is changed
   * @throws org.fihris.index.IndexException if there is no index, or the file cannot be written
   */
  public List<SavedSearch> add(List<SavedSearch> searches) {
    IndexFolder.requireExisting(index);
    return new SavedSearchesFile(index).add(searches);
  }

  /**
   * Takes a search away.
   *
   * @return all that are in force then
   * @throws ConfigException if there is none of that name, or the file is broken
   * @throws org.fihris.index.IndexException if there is no index, or the file cannot be written
   */
  public List<SavedSearch> remove(String name) {
    IndexFolder.requireExisting(index);
    return new SavedSearchesFile(index).remove(name);
  }

  /**
   * What is in force, and what is wrong with the file if something is.
   *
   * @throws org.fihris.index.IndexException if there is no index
   */
  public SavedSearchesFile.InForce inForce() {
    IndexFolder.requireExisting(index);
    return new SavedSearchesFile(index).inForce();
  }
}
