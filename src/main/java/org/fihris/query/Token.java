package org.fihris.query;

/** What {@link QueryLexer} cuts a text into. */
sealed interface Token {
  record Word(String text) implements Token {}

  record Phrase(String text) implements Token {}

  /** A word or quoted words with an equals sign joined to their front. */
  record Exact(String text) implements Token {}

  /** A word with {@code *} or {@code ?} in it. */
  record Wildcard(String text) implements Token {}

  /** A word with a {@code ~} behind it. */
  record Fuzzy(String text, int edits) implements Token {}

  /** What joins two things that stand near each other. */
  record Near(int distance, boolean ordered) implements Token {}

  /**
   * The name of a field and its colon.
   *
   * @param typed the name as it was typed
   * @param follows what stands behind the colon
   */
  record FieldName(QueryField field, String typed, Follows follows) implements Token {}

  /** What stands behind the colon of a field. */
  enum Follows {
    /** Something that is joined to the colon, which may be its value. */
    VALUE,
    /** A space and then more. */
    SPACE,
    /** The end of the text or of a group. */
    NOTHING
  }

  /** Tokens that are always the same. */
  enum Sign implements Token {
    /** Signs without a letter or digit, which no article can be found by. */
    NOISE,
    STAR,
    OPEN,
    /** Always the partner of an {@link #OPEN}. */
    CLOSE,
    OR,
    AND,
    NOT,
    /** A hyphen joined to the front of what it excludes. */
    MINUS,
    /** The end of the text; follows any number of times. */
    END
  }
}
