package org.fihris.entity;

/** Why a name in a text was taken to mean its entity. */
public sealed interface Evidence {

  /** The table gives the name to this entity wherever it stands. */
  record Name() implements Evidence {}

  /**
   * A word right before the name supports this entity.
   *
   * @param word the word, folded
   */
  record WordBefore(String word) implements Evidence {}

  /** A name that can only mean this entity stands elsewhere in the text. */
  record OtherName() implements Evidence {}

  /**
   * A word elsewhere in the text supports this entity.
   *
   * @param word the word, folded
   */
  record WordElsewhere(String word) implements Evidence {}
}
