package org.fihris.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fihris.text.Folding;

/** The fields of an article that a query can name before a colon. */
public enum QueryField {
  TITLE("title", "headline", "عنوان"),
  SUMMARY("summary", "abstract", "ملخص", "موجز"),
  TEXT("text", "body", "نص", "متن"),
  SOURCE("source", "outlet", "مصدر"),
  CATEGORY("category", "section", "قسم", "تصنيف"),
  AUTHOR("author", "byline", "كاتب"),
  PERSON("person", "شخص", "شخصية"),
  PLACE("place", "location", "مكان"),
  ORGANISATION("organisation", "organization", "org", "منظمة", "مؤسسة"),
  DATE("date", "day", "تاريخ", "يوم"),
  URL("url", "link", "رابط"),
  ID("id", "معرف");

  private static final Map<String, QueryField> BY_NAME = byName();

  private final List<String> names;

  QueryField(String... names) {
    this.names = List.of(names);
  }

  /** The name to show, in ASCII. */
  public String key() {
    return names.getFirst();
  }

  /** Every name accepted before the colon, {@link #key} first. */
  public List<String> names() {
    return names;
  }

  /**
   * The field of a name in English or Arabic, in whatever case and spelling of hamza, teh marbuta
   * and vowel marks, with or without the Arabic article.
   */
  public static Optional<QueryField> named(String name) {
    String folded = Folding.fold(name);
    QueryField field = BY_NAME.get(folded);
    if (field == null && folded.startsWith("ال")) {
      field = BY_NAME.get(folded.substring(2));
    }
    return Optional.ofNullable(field);
  }

  /** Whether a word after the colon is taken as it stands, colons and all: {@code id:doc:17}. */
  boolean isVerbatim() {
    return this == URL || this == ID || this == DATE;
  }

  /** The names of all fields, for messages. */
  static String keys() {
    return Arrays.stream(values()).map(QueryField::key).collect(Collectors.joining(", "));
  }

  private static Map<String, QueryField> byName() {
    Map<String, QueryField> fields = new HashMap<>();
    for (QueryField field : values()) {
      field.names.forEach(name -> fields.put(Folding.fold(name), field));
    }
    return Map.copyOf(fields);
  }
}
