package org.fihris.corpus;

import java.util.EnumMap;
import java.util.Map;
import org.fihris.corpus.FieldNames.Meaning;
import org.fihris.corpus.PageRecord.Field;

/** Gathers the fields of one record, of which several names may give the same one. */
final class FieldValues {
  private static final String BETWEEN_PARAGRAPHS = "\n\n";
  private static final String BETWEEN_NAMES = "، ";

  private final Map<Field, String> values = new EnumMap<>(Field.class);
  private final Map<Field, Integer> ranks = new EnumMap<>(Field.class);

  /** Takes a value, unless it is blank or a name of precedence has given the field already. */
  void put(Meaning meaning, String value) {
    if (!value.isBlank() && meaning.rank() <= rank(meaning.field())) {
      values.put(meaning.field(), value);
      ranks.put(meaning.field(), meaning.rank());
    }
  }

  /** As {@link #put}, but a second value under the same name is joined to the first. */
  void add(Meaning meaning, String value) {
    String before = values.get(meaning.field());
    if (before != null && meaning.rank() == rank(meaning.field()) && !value.isBlank()) {
      values.put(meaning.field(), join(meaning.field(), before, value));
    } else {
      put(meaning, value);
    }
  }

  /**
   * Two values of one field as one: paragraphs one under the other, names and titles in a row, and
   * of what can only be one (an address, a date) the first.
   */
  static String join(Field field, String first, String second) {
    return switch (field) {
      case TEXT, SUMMARY -> first + BETWEEN_PARAGRAPHS + second;
      case TITLE, SOURCE, AUTHOR, CATEGORY ->
          first.equals(second) ? first : first + BETWEEN_NAMES + second;
      case ID, URL, DATE, PARENT_ID -> first;
    };
  }

  private int rank(Field field) {
    return ranks.getOrDefault(field, Integer.MAX_VALUE);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean has(Field field) {
    return values.containsKey(field);
  }

  Map<Field, String> values() {
    return values;
  }
}
