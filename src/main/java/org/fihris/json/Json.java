package org.fihris.json;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fihris.date.PublicationDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** What the JSON of all things has in common: how names, dates and objects are written. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final JsonMapper BESIDE_MARKUP =
      JsonMapper.builder(JsonFactory.builder().characterEscapes(new MarkupEscapes()).build())
          .build();

  private Json() {}

  public static void print(PrintWriter out, Map<String, ?> object) {
    out.println(MAPPER.writeValueAsString(object));
  }

  /**
   * An object in UTF-8. The signs of markup are escaped in it, so that it stays text wherever it
   * gets into a page.
   */
  public static byte[] bytes(Map<String, ?> object) {
    return BESIDE_MARKUP.writeValueAsBytes(object);
  }

  public static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The day, or the moment with its zone; null where unknown. */
  public static @Nullable String date(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known ->
          known.time() == null ? known.day().toString() : known.time().toString();
      case PublicationDate.Unknown unknown -> null;
    };
  }

  public static String dateMethod(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known -> key(known.method());
      case PublicationDate.Unknown unknown -> "none";
    };
  }

  /** An object of alternating keys and values, in that order; a value may be null. */
  public static Map<String, Object> object(@Nullable Object... keysAndValues) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return json;
  }
}
