package org.fihris.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.fihris.corpus.FieldNames.Meaning;
import org.fihris.corpus.PageRecord.Field;

/** Gathers the fields of one record, of which several names may give the same one. */
final class FieldValues {
  private static final String BETWEEN_PARAGRAPHS = "\n\n";
  private static final String BETWEEN_NAMES = "، ";

  private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
  private final Map<Field, Integer> ranks = new EnumMap<>(Field.class);

  /** Takes a value, unless it is blank or a name of precedence has given the field already. */
  void put(Meaning meaning, String value) {
    if (!value.isBlank() && meaning.rank() <= rank(meaning.field())) {
      values.put(meaning.field(), new ArrayList<>(List.of(value)));
      ranks.put(meaning.field(), meaning.rank());
    }
  }

  /** As {@link #put}, but a second value under the same name is joined to the first. */
  void add(Meaning meaning, String value) {
    List<String> before = values.get(meaning.field());
    if (before == null || meaning.rank() != rank(meaning.field())) {
      put(meaning, value);
    } else if (!value.isBlank()) {
      before.add(value);
    }
  }

  /**
   * Several values of one field as one: paragraphs one under the other, names and titles in a row,
   * and of what can only be one (an address, a date) the first.
   *
   * @param several at least one
   */
  static String join(Field field, List<String> several) {
    return switch (field) {
      case TEXT, SUMMARY, HTML -> String.join(BETWEEN_PARAGRAPHS, several);
      case TITLE, SOURCE, AUTHOR, CATEGORY ->
          String.join(BETWEEN_NAMES, new LinkedHashSet<>(several));
      case ID, URL, DATE, PARENT_ID -> several.getFirst();
    };
  }

  /** Makes the values of one field those of another that has none. */
  void moveTo(Field from, Field to) {
    List<String> given = values.remove(from);
    if (given != null) {
      values.put(to, given);
      ranks.put(to, rank(from));
      ranks.remove(from);
    }
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

  /**
   * The record; the page in HTML instead, if the record has one and no text. Of the fields beside a
   * page only the address counts, as the page tells its own title and date.
   */
  RawPage page(Origin origin) {
    Map<Field, String> fields = values();
    String html = fields.remove(Field.HTML);
    if (html == null || has(Field.TEXT)) {
      return new PageRecord(origin, fields);
    }
    if (Detection.isHtml(html)) {
      return new HtmlPage(origin, fields.get(Field.URL), null, html);
    }
    fields.put(Field.TEXT, html);
    return new PageRecord(origin, fields);
  }

  private Map<Field, String> values() {
    Map<Field, String> joined = new EnumMap<>(Field.class);
    values.forEach((field, several) -> joined.put(field, join(field, several)));
    return joined;
  }
}
