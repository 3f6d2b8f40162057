package org.fihris.cluster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.fihris.article.Article;
import org.fihris.entity.Entity;
import org.fihris.index.ArticleDocument;
import org.fihris.index.IndexException;
import org.fihris.index.IndexedArticle;
import org.fihris.index.Schema;
import org.fihris.index.Stories;
import org.fihris.index.Story;
import tools.jackson.databind.JsonNode;

/**
 * An article as the JSON that a cluster keeps of it, and back.
 *
 * <p>The JSON is that of the Lucene document which the index of a folder would hold: each field of
 * {@link Schema} under its name, texts as texts, numbers as numbers, bytes in base 64. A lone
 * surrogate becomes U+FFFD on the way, as in every term.
 */
public final class ClusterDocument {
  /** OpenSearch takes ids of 512 bytes. */
  private static final int LONGEST_KEY = 512;

  private static final String HASHED = "#";

  private ClusterDocument() {}

  /**
   * The key of an article in the cluster ({@code _id}): its id, or the hash of an id that is too
   * long for one.
   */
  public static String key(String articleId) {
    byte[] bytes = articleId.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && bytes.length <= LONGEST_KEY && !articleId.startsWith(HASHED)) {
      return whole(articleId);
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HASHED + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What a cluster keeps of an article, to be written by Jackson. */
  static Map<String, Object> of(IndexedArticle indexed) {
    Map<String, Set<Object>> stored = new LinkedHashMap<>();
    Map<String, Set<Object>> docValues = new LinkedHashMap<>();
    Document document = ArticleDocument.unanalysed(indexed);
    Map<String, Map<String, Object>> fields = ClusterSchema.fields();
    for (IndexableField field : document) {
      if (!fields.containsKey(field.name())) {
        continue; // the seal: a cluster has checksums of its own
      }
      boolean isStored = field.fieldType().stored();
      if (isStored || field.fieldType().docValuesType() != DocValuesType.NONE) {
        (isStored ? stored : docValues)
            .computeIfAbsent(field.name(), name -> new LinkedHashSet<>())
            .add(value(field));
      }
    }
    docValues.forEach(stored::putIfAbsent);
    stored.put(
        ClusterSchema.STORY_BANDS, new LinkedHashSet<>(Stories.bands(indexed.story().first())));
    indexed
        .article()
        .entities()
        .forEach(
            entity ->
                stored
                    .computeIfAbsent(
                        ClusterSchema.entitiesField(entity.type()), f -> new LinkedHashSet<>())
                    .add(whole(entity.id())));
    Map<String, Object> json = new LinkedHashMap<>();
    stored.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            boolean isList = ClusterSchema.isList(name);
            json.put(name, isList ? List.copyOf(values) : values.iterator().next());
          }
        });
    return json;
  }

  private static Object value(IndexableField field) {
    Number number = field.numericValue();
    if (number != null) {
      return number.longValue();
    }
    String text = field.stringValue();
    if (text != null) {
      return whole(text);
    }
    BytesRef bytes = field.binaryValue();
    if (field.fieldType().docValuesType() == DocValuesType.BINARY) {
      byte[] copy = new byte[bytes.length];
      System.arraycopy(bytes.bytes, bytes.offset, copy, 0, bytes.length);
      return Base64.getEncoder().encodeToString(copy);
    }
    return bytes.utf8ToString();
  }

  /** A text that UTF-8 can hold. */
  static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new BytesRef(text).utf8ToString();
      }
    }
    return text;
  }

  /**
   * The stored fields of the document that the index of a folder would hold, their texts as text:
   * what {@link ArticleDocument} makes articles of.
   *
   * @param source what a cluster keeps of an article, or a part of it
   */
  public static Document stored(JsonNode source) {
    Document document = new Document();
    for (Map.Entry<String, JsonNode> field : source.properties()) {
      if (ClusterSchema.isStored(field.getKey())) {
        for (String value : values(field.getValue())) {
          document.add(new StoredField(field.getKey(), value));
        }
      }
    }
    return document;
  }

  private static List<String> values(JsonNode field) {
    List<String> values = new ArrayList<>();
    if (field.isArray()) {
      field.forEach(one -> values.add(one.asString()));
    } else if (!field.isNull()) {
      values.add(field.asString());
    }
    return values;
  }

  /**
   * Adds what a cluster indexes of an article and an index in a folder does not, so that queries
   * that are made for a cluster find it in memory too.
   *
   * @param document as an index in a folder has it
   */
  public static void addOwn(Document document, Article article) {
    for (Entity entity : article.entities()) {
      document.add(
          new StringField(ClusterSchema.entitiesField(entity.type()), entity.id(), Field.Store.NO));
    }
    IndexableField moment = document.getField(Schema.MOMENT);
    Number seconds = moment == null ? null : moment.numericValue();
    if (seconds != null) {
      document.add(new LongPoint(Schema.MOMENT, seconds.longValue()));
    }
  }

  /** The article that a cluster keeps. */
  public static Article article(JsonNode source) {
    return ArticleDocument.toArticle(stored(source));
  }

  /**
   * The article that a cluster keeps, with all that is indexed of it.
   *
   * @throws IndexException if it is not as it was written
   */
  static IndexedArticle indexed(ClusterAddress address, JsonNode source) {
    Document stored = stored(source);
    try {
      return new IndexedArticle(
          ArticleDocument.toArticle(stored),
          ArticleDocument.names(stored),
          source.path(Schema.FINGERPRINT).longValue(),
          source.path(Schema.CONTENT).longValue(),
          story(source));
    } catch (RuntimeException e) {
      throw new IndexException(
          address
              + ": the article "
              + source.path(Schema.ID).asString("")
              + " is not as Fihris writes it: something else has written to the index. Index it"
              + " again.",
          e);
    }
  }

  /** The story of an article that a cluster keeps. */
  static Story story(JsonNode source) {
    return Story.of(
        source.path(Schema.GROUP).asString(),
        Base64.getDecoder().decode(source.path(Schema.STORY).asString()));
  }
}
