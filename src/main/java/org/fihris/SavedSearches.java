package org.fihris;

import java.util.List;
import java.util.function.Function;
import org.fihris.config.ConfigException;
import org.fihris.index.BesideIndex;
import org.fihris.saved.SavedSearch;
import org.fihris.saved.SavedSearchesFile;

/**
 * Changes the saved searches of an index. A writer that reports what is new for them ({@link
 * NewsIndex#writer(java.util.function.Consumer)}) reads them in each commit. Safe for any number of
 * threads and processes.
 */
public final class SavedSearches {
  private final NewsIndex index;

  SavedSearches(NewsIndex index) {
    this.index = index;
  }

  private <T> T with(Function<SavedSearchesFile, T> work) {
    try (BesideIndex beside = index.beside()) {
      return work.apply(new SavedSearchesFile(beside));
    }
  }

  /**
   * Adds searches, all or none.
   *
   * @return all that are in force then
   * @throws ConfigException if a name is taken, there are more than {@value
   *     SavedSearchesFile#MOST}, or the table is broken; nothing is changed
   * @throws org.fihris.index.IndexException if there is no index, or it cannot be written
   */
  public List<SavedSearch> add(List<SavedSearch> searches) {
    return with(saved -> saved.add(searches));
  }

  /**
   * Takes a search away.
   *
   * @return all that are in force then
   * @throws ConfigException if there is none of that name, or the table is broken
   * @throws org.fihris.index.IndexException if there is no index, or it cannot be written
   */
  public List<SavedSearch> remove(String name) {
    return with(saved -> saved.remove(name));
  }

  /**
   * What is in force, and what is wrong with the table if something is.
   *
   * @throws org.fihris.index.IndexException if there is no index
   */
  public SavedSearchesFile.InForce inForce() {
    return with(SavedSearchesFile::inForce);
  }

  /**
   * The table as it stands, whether it can be read or not: to be edited, and given to {@link
   * #replace}.
   *
   * @throws org.fihris.index.IndexException if there is no index, or the table cannot be had
   */
  public String content() {
    return with(SavedSearchesFile::content);
  }

  /**
   * Puts another table in the place of the one that is there, broken or not.
   *
   * @param from how messages name the other
   * @return all that are in force then
   * @throws ConfigException if the other is broken, naming it and the line; nothing is changed
   * @throws org.fihris.index.IndexException if there is no index, or it cannot be written
   */
  public List<SavedSearch> replace(String from, String content) {
    return with(saved -> saved.replace(from, content));
  }
}
