package org.fihris.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hit.
 *
 * @param headline marked where it matches
 * @param href where the article is read
 * @param source null where it is not known
 * @param section null where it is not known
 * @param lines extracts
 * @param prints who else printed it; null where nobody did
 * @param entities whom and what it names, each a link that narrows the search down to it
 */
record HitCard(
    MarkedLine headline,
    String href,
    @Nullable String source,
    @Nullable String section,
    Published date,
    List<MarkedLine> lines,
    @Nullable Prints prints,
    List<EntityChip> entities) {

  /**
   * The other prints of a story.
   *
   * @param summary how many there are
   * @param more how many are not listed; null where all are
   */
  record Prints(String summary, List<StoryLink> listed, @Nullable String more) {}
}
