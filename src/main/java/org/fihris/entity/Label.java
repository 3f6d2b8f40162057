package org.fihris.entity;

/**
 * What a tagger says of one word: outside of all names, the first word of a name, or a later one. A
 * label is its number, so that a table of weights has a column for each.
 */
final class Label {
  static final int OUTSIDE = 0;

  /** How many labels there are: {@link #OUTSIDE}, and two for each type. */
  static final int COUNT = 1 + 2 * EntityType.values().length;

  private static final EntityType[] TYPES = EntityType.values();

  private Label() {}

  static int begin(EntityType type) {
    return 1 + 2 * type.ordinal();
  }

  static int inside(EntityType type) {
    return begin(type) + 1;
  }

  static boolean isBegin(int label) {
    return label % 2 == 1;
  }

  static boolean isInside(int label) {
    return label != OUTSIDE && label % 2 == 0;
  }

  /** The type of a name that has this label, which is not {@link #OUTSIDE}. */
  static EntityType type(int label) {
    return TYPES[(label - 1) / 2];
  }

  /** Whether a word with this label may follow one with that: only a name that began goes on. */
  static boolean mayFollow(int label, int previous) {
    return !isInside(label) || previous == label || previous == label - 1;
  }
}
