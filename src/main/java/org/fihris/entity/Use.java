package org.fihris.entity;

/** When a name counts, by the mark at its end in the table. */
enum Use {
  /** No mark: wherever it stands. */
  ALWAYS,
  /** {@code ?}: right after a cue word, or in a text that supports the entity elsewhere. */
  SUPPORTED,
  /** {@code !}: right after a cue word only. */
  CUED,
  /**
   * {@code )}: alone in brackets only, as newsrooms name the agency that a picture is from: {@code
   * (الفرنسية)}.
   */
  BRACKETED,
  /**
   * {@code ~}: wherever it stands but right after a word with the article, where it is an
   * adjective: {@code الحكومة السعودية}.
   */
  NOUN;

  /** Whether the name counts without any support. */
  boolean isCertain() {
    return this == ALWAYS || this == NOUN;
  }
}
