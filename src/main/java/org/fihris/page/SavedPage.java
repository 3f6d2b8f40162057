package org.fihris.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The searches that are kept.
 *
 * @param problem what is wrong with their file; null where nothing is
 */
record SavedPage(Shell shell, List<Saved> searches, @Nullable Notice problem) {

  /**
   * A search.
   *
   * @param query empty where it has filters only
   * @param conditions in words
   */
  record Saved(String name, String query, List<String> conditions, String href) {}
}
