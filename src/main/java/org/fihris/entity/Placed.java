package org.fihris.entity;

/**
 * A mention with its words.
 *
 * @param first its first word
 * @param last its last word
 */
record Placed(Mention mention, int first, int last, Source source) {

  /** What found it. */
  enum Source {
    /** A table. */
    TABLE,
    /** The grammar, a name that tells its bearer. */
    GRAMMAR,
    /** The grammar, a name that does not. */
    GUESS
  }

  EntityType type() {
    return mention.entity().type();
  }
}
