package org.fihris.entity;

/** Why a name in a text was taken to mean its entity. */
public sealed interface Evidence {

  /** The table gives the name to this entity wherever it stands. */
  record Name() implements Evidence {}

  /**
   * A word right before the name supports this entity, or the bracket that a table demands.
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

  /** No table holds the name; it begins with a given name and goes on as names of persons do. */
  record GivenName() implements Evidence {}

  /** No table holds the name; it is a family name that is rarely anything else. */
  record FamilyName() implements Evidence {}

  /** No table holds the name; a full name that ends with it stands elsewhere in the text. */
  record FullNameElsewhere() implements Evidence {}

  /**
   * No table holds the name; a title, an office or a verb of speech stands before it.
   *
   * @param word the word, folded
   */
  record Introduced(String word) implements Evidence {}

  /**
   * No table holds the name; it begins with, or follows, a word for what it is: {@code وزارة},
   * {@code مدينة}.
   *
   * @param word the word, folded
   */
  record Kind(String word) implements Evidence {}

  /**
   * No table holds the name and no rule of grammar finds it; a tagger that was trained on labelled
   * text takes it for one.
   *
   * @param probability how probable the tagger holds it that just these words are a name of this
   *     type, 0 to 1
   */
  record Tagged(double probability) implements Evidence {}

  /**
   * No table holds the name as it is written; it is of the same skeleton as a name of this entity
   * ({@link Transliteration}).
   *
   * @param of that name
   * @param support what else says that this entity is meant
   */
  record OtherSpelling(String of, Support support) implements Evidence {}

  /** What says, besides the skeleton of a name, whom it means. */
  enum Support {
    /** Another word of the name is written alike. */
    SHARED_WORD,
    /** The entity stands elsewhere in the text under a name that the table has. */
    NAMED_HERE,
    /** The word before is one that stands before the names of the entity. */
    ROLE
  }
}
