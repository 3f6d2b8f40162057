package org.fihris.entity;

import java.util.List;

/**
 * A correction that a user made to the entities of an index. An id is that of the tables, or one
 * that an article of the index carries, or a new one that a {@link Split} makes.
 */
public sealed interface EntityEdit {

  /** What was indexed as {@code from} is shown, counted and found as {@code into}. */
  record Merge(String from, String into) implements EntityEdit {}

  /**
   * What was indexed as {@code from} under one spelling is {@code into}, which may be new.
   *
   * @param spelling as articles have it; vowel marks, hamza on alef, ة and ى make no difference
   */
  record Split(String from, String spelling, String into) implements EntityEdit {}

  /** An entity has these labels, which are names to ask for it by too. */
  record Rename(String id, String labelAr, String labelEn) implements EntityEdit {}

  /** An entity is shown nowhere. */
  record Hide(String id) implements EntityEdit {}

  /** One more name to ask for an entity by; it stands before what the tables say of that name. */
  record Alias(String id, String name) implements EntityEdit {}

  /** The edit as a line of the file, its cells parted by tabs. */
  default String line() {
    return String.join("\t", cells());
  }

  private List<String> cells() {
    return switch (this) {
      case Merge merge -> List.of("merge", merge.from(), merge.into());
      case Split split -> List.of("split", split.from(), split.spelling(), split.into());
      case Rename rename -> List.of("rename", rename.id(), rename.labelAr(), rename.labelEn());
      case Hide hide -> List.of("hide", hide.id());
      case Alias alias -> List.of("alias", alias.id(), alias.name());
    };
  }
}
