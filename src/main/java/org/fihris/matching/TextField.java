package org.fihris.matching;

import java.util.List;
import org.fihris.index.Schema;

/** A searched field of an article, and how much a match in it counts. */
public record TextField(String name, float weight) {

  /** Where a word is looked for that is not asked for in one field. */
  public static final List<TextField> ANYWHERE =
      List.of(
          new TextField(Schema.TITLE, 2f),
          new TextField(Schema.SUMMARY, 1f),
          new TextField(Schema.BODY, 1f));

  /** A field that is asked for by name. */
  static List<TextField> only(String name) {
    return List.of(new TextField(name, 1f));
  }

  /** Whether the words are indexed as written too; fields of labels hold stems only. */
  boolean hasWrittenWords() {
    return Schema.TEXTS.contains(name);
  }
}
