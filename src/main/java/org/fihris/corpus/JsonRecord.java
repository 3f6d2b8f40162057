package org.fihris.corpus;

import java.util.ArrayList;
import java.util.List;
import org.fihris.corpus.FieldNames.Meaning;
import org.fihris.corpus.PageRecord.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Makes a {@link PageRecord} of one JSON object. */
final class JsonRecord {
  private static final int MAX_DEPTH = 200;

  /** Lenient where programs that write JSON are careless and the meaning is plain. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .streamReadConstraints(
              // The length of a record is limited before it gets here.
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          .build();

  /** An object around the record itself, in exports of search engines. */
  private static final String WRAPPER = "_source";

  /** Keys of an object that stands for one value: schema.org, JSON-LD, MongoDB, WordPress. */
  private static final List<String> VALUE_KEYS =
      List.of(
          "@value",
          "name",
          "$date",
          "$oid",
          "$numberLong",
          "#text",
          "rendered",
          "value",
          "text",
          "title",
          "@id",
          "url",
          "href");

  private final FieldNames names;

  JsonRecord(FieldNames names) {
    this.names = names;
  }

  /**
   * @param what how to speak of the record, such as "the line"
   */
  Reading parse(Origin origin, String text, String what) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), withoutComma(text))) {
      JsonToken first = in.nextToken();
      if (first != JsonToken.START_OBJECT) {
        return new Unreadable(origin, JsonFault.notAnObject(what, first));
      }
      FieldValues values = new FieldValues();
      object(in, "", values);
      return in.nextToken() == null
          ? values.page(origin)
          : new Unreadable(origin, JsonFault.moreBehind(what, in.currentTokenLocation()));
    } catch (JacksonException e) {
      return new Unreadable(origin, JsonFault.of(what, origin.line(), e));
    }
  }

  /** Lines cut out of an array still have the comma that stood between them. */
  private static String withoutComma(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == ',' ? text.substring(0, end - 1) : text;
  }

  private void object(JsonParser in, String path, FieldValues values) {
    String key;
    while ((key = in.nextName()) != null) {
      JsonToken token = in.nextToken();
      String name = path.isEmpty() ? key : path + key;
      if (token == JsonToken.START_OBJECT && path.isEmpty() && key.equals(WRAPPER)) {
        object(in, "", values);
      } else if (names.leadsInto(name)) {
        nested(in, token, name + ".", values);
      } else {
        value(in, path, names.of(name), values);
      }
    }
  }

  /** Follows one of the user's own paths. */
  private void nested(JsonParser in, JsonToken token, String path, FieldValues values) {
    if (token == JsonToken.START_OBJECT) {
      object(in, path, values);
    } else if (token == JsonToken.START_ARRAY) {
      JsonToken element;
      while ((element = in.nextToken()) != JsonToken.END_ARRAY) {
        nested(in, element, path, values);
      }
    } else {
      value(in, path, names.of(path.substring(0, path.length() - 1)), values);
    }
  }

  private static void value(
      JsonParser in, String path, @Nullable Meaning meaning, FieldValues values) {
    if (meaning == null) {
      in.skipChildren();
      return;
    }
    String value = text(in, meaning.field());
    if (value == null) {
      return;
    }
    if (path.isEmpty()) {
      values.put(meaning, value);
    } else {
      values.add(meaning, value); // a path may lead through a list
    }
  }

  /** The current value as text, or {@code null} if it says nothing; the parser is at its end. */
  private static @Nullable String text(JsonParser in, Field field) {
    return switch (in.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT -> in.getString();
      // Not-a-number is how Python writes a missing value, and false how PHP does.
      case VALUE_NUMBER_FLOAT -> in.isNaN() ? null : in.getString();
      case VALUE_TRUE -> "true";
      case START_ARRAY -> listed(in, field);
      case START_OBJECT -> named(in, field);
      default -> null;
    };
  }

  private static @Nullable String listed(JsonParser in, Field field) {
    List<String> all = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String one = text(in, field);
      if (one != null && !one.isBlank()) {
        all.add(one);
      }
    }
    return all.isEmpty() ? null : FieldValues.join(field, all);
  }

  private static @Nullable String named(JsonParser in, Field field) {
    String best = null;
    int bestRank = Integer.MAX_VALUE;
    String key;
    while ((key = in.nextName()) != null) {
      in.nextToken();
      int rank = VALUE_KEYS.indexOf(key);
      String value = text(in, field);
      if (rank >= 0 && rank < bestRank && value != null && !value.isBlank()) {
        best = value;
        bestRank = rank;
      }
    }
    return best;
  }
}
