package org.fihris.wire;

/** How much may be said at once: more than this engine ever does, less than harms a node. */
final class WireLimits {

  /**
   * Queries and places inside each other. A long chain of words near each other is the deepest;
   * three times this is what writers of JSON take.
   */
  static final int DEPTH = 150;

  /** Queries of one tree, those inside others included. */
  static final int QUERIES = 16_384;

  /** Places of one tree; disjunctions among them multiply when a query is made of them. */
  static final int PLACES = 2_048;

  /** Terms of one tree or of one request. */
  static final int TERMS = 100_000;

  /** UTF-16 units of all terms of one tree or of one request. */
  static final int TERM_UNITS = 4_000_000;

  /** UTF-16 units of one term: Lucene's 32,766 bytes hold so many of Arabic and all of three. */
  static final int UNITS_OF_TERM = 16_383;

  /** UTF-16 units of the name of a field. */
  static final int UNITS_OF_FIELD = 128;

  /** UTF-16 units of a word with wildcards or other letters, whose automaton costs by them. */
  static final int UNITS_OF_PATTERN = 1_000;

  private WireLimits() {}
}
