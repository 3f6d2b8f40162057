package org.fihris.index;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.fihris.entity.EntityType;

/** Every field of the index, named once. */
public final class Schema {

  /** Changes whenever an older index cannot be read any more. */
  public static final String FORMAT = "7";

  /** Unique key: indexed as one term, stored. */
  public static final String ID = "id";

  /**
   * Doc values: fingerprint of the id, which puts articles in order that are equal otherwise: the
   * same way in every index of them, however it was built.
   */
  public static final String TIE = "tie";

  public static final String URL = "url";
  public static final String PARENT_ID = "parent_id";

  /** Stems, with positions; the text is stored. */
  public static final String TITLE = "title";

  public static final String SUMMARY = "summary";
  public static final String BODY = "body";

  /** The fields of texts, which hold stems. */
  public static final List<String> TEXTS = List.of(TITLE, SUMMARY, BODY);

  /** Whether what is stored in a field is {@link StoredText}. */
  static boolean isStoredText(String field) {
    return TEXTS.contains(field) || field.equals(ENTITY);
  }

  /**
   * The field that holds the words of an analysed text as they are written, stop words included,
   * with positions: the same places as those of the stems in {@code field}.
   */
  public static String words(String field) {
    return field + WORDS;
  }

  /** Whether a field holds words as they are written. */
  public static boolean isOfWords(String field) {
    return field.endsWith(WORDS);
  }

  private static final String WORDS = "_words";

  /** The field of doc values that says where the words of an analysed text stand in it. */
  public static String places(String field) {
    return field + "_places";
  }

  /** Analysed for search in the field, stored for display; counted by the facet of that name. */
  public static final String SOURCE = "source";

  public static final String CATEGORY = "category";
  public static final String AUTHOR = "author";

  /**
   * Days since 1970-01-01 as the article states them, indexed for ranges and as doc values to count
   * by; absent where the article is undated.
   */
  public static final String DAY = "day";

  /** Seconds since 1970-01-01T00:00Z, for sorting; absent where the article is undated. */
  public static final String TIME = "time";

  /**
   * Doc values: the same seconds, only where the moment is known and not just the day, so that the
   * day can be told in another zone.
   */
  public static final String MOMENT = "moment";

  /** Stored only: the ISO day or moment, how it is known, or why it is not. */
  public static final String DATE = "date";

  public static final String DATE_METHOD = "date_method";
  public static final String DATE_PRECISION = "date_precision";
  public static final String DATE_CONFIDENCE = "date_confidence";

  /** Stored only: one value for each other day that the page states. */
  public static final String DATE_DISAGREEMENT = "date_disagreement";

  public static final String DATE_UNKNOWN = "date_unknown";

  /**
   * Stored only: what stands around the body. The sub-headline is searched with the summary, as the
   * end of that field.
   */
  public static final String SUBTITLE = "subtitle";

  public static final String CAPTION = "caption";
  public static final String TAG = "tag";
  public static final String AGENCY = "agency";

  /** Stored only: what gave each part of the article. */
  public static final String FOUND_BY = "found_by";

  /** Stored only: the entities, with the spellings that the article has. */
  public static final String ENTITY = "entity";

  /** Fingerprint of everything that was indexed, to tell an unchanged article. */
  public static final String FINGERPRINT = "fingerprint";

  /**
   * Key of the story that the article tells, which its reprints share: sixteen hexadecimal digits,
   * as sorted doc values to group and collapse by, and stored.
   */
  public static final String GROUP = "group";

  /** Doc values: sketch of the first article of the story, to find the next of its reprints. */
  public static final String STORY = "story";

  /** Doc values: hash of the words of headline and text, to tell an exact repeat. */
  public static final String CONTENT = "content";

  /** Facet dimensions, beside the date, which {@link #DAY} tells. */
  public static final String FACET_SOURCE = "source";

  public static final String FACET_CATEGORY = "category";
  public static final String FACET_PERSON = "person";
  public static final String FACET_PLACE = "place";
  public static final String FACET_ORGANISATION = "organisation";

  static final List<String> FACETS = List.of(FACET_SOURCE, FACET_CATEGORY);

  /** The value that articles without a source or a section have in those facets. */
  public static final String UNKNOWN = "unknown";

  /** Stems, and words as they are written. */
  static final FieldType ANALYSED_TEXT = analysedText();

  private static final char NAME_SEPARATOR = '\u001F';

  private static final FacetsConfig FACETS_CONFIG = facetsConfig();

  private Schema() {}

  /** How facet values are laid out. Each dimension has a field of its own, and is counted alone. */
  public static FacetsConfig facets() {
    return FACETS_CONFIG;
  }

  /** The field that holds the values of a facet dimension. */
  public static String facetField(String dimension) {
    return "facet_" + dimension;
  }

  /** The facet dimension that entities of a type are counted in. */
  public static String facetOf(EntityType type) {
    return switch (type) {
      case PERSON -> FACET_PERSON;
      case PLACE -> FACET_PLACE;
      case ORGANISATION -> FACET_ORGANISATION;
    };
  }

  /**
   * The field that holds the entities of a type, one value for each spelling that an article has:
   * as terms, and as doc values to count.
   */
  public static String namesField(EntityType type) {
    return "names_" + facetOf(type);
  }

  /** The value of {@link #namesField} for an entity that is named under a spelling. */
  public static String nameValue(String entityId, String spelling) {
    return entityId + NAME_SEPARATOR + spelling;
  }

  /** The id in a value of {@link #namesField}. */
  public static String idOfName(String value) {
    int end = value.indexOf(NAME_SEPARATOR);
    return end < 0 ? value : value.substring(0, end);
  }

  /** As {@link #idOfName(String)}, of a value as it lies in the index. */
  public static String idOfName(BytesRef value) {
    int length = 0;
    while (length < value.length && value.bytes[value.offset + length] != NAME_SEPARATOR) {
      length++;
    }
    return new String(value.bytes, value.offset, length, StandardCharsets.UTF_8);
  }

  /** The spelling in a value of {@link #namesField}; empty where it is not known. */
  public static String spellingOfName(String value) {
    return value.substring(value.indexOf(NAME_SEPARATOR) + 1);
  }

  private static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    for (String dimension : FACETS) {
      config.setIndexFieldName(dimension, facetField(dimension));
    }
    return config;
  }

  private static FieldType analysedText() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }
}
