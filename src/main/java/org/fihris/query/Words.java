package org.fihris.query;

/** How many of the words of a query an article must have. */
public enum Words {
  /** All; where no article has all, any, with {@link Warning.Code#SOME_WORDS}. */
  ALL_THEN_ANY,
  ALL,
  ANY
}
