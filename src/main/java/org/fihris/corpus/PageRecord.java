package org.fihris.corpus;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page with named fields: a JSON object, an SGML document.
 *
 * @param fields what was given, without empty values; unmodifiable
 */
public record PageRecord(Origin origin, Map<Field, String> fields) implements RawPage {

  /** What a field of a record means. */
  public enum Field {
    ID,
    URL,
    TITLE,
    SUMMARY,
    TEXT,
    DATE,
    SOURCE,
    AUTHOR,
    CATEGORY,
    PARENT_ID,
    /** The page with its markup, read where the record gives no text; never kept in a record. */
    HTML
  }

  public PageRecord {
    EnumMap<Field, String> given = new EnumMap<>(Field.class);
    fields.forEach(
        (field, value) -> {
          if (!value.isBlank()) {
            given.put(field, value);
          }
        });
    fields = java.util.Collections.unmodifiableMap(given);
  }

  /** The value of a field, or {@code null} if the record does not give it. */
  public @Nullable String get(Field field) {
    return fields.get(field);
  }
}
