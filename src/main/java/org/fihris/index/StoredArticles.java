package org.fihris.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/** Reads the stored documents of articles, with their texts as text. */
public final class StoredArticles {
  private StoredArticles() {}

  /**
   * All that is stored of an article.
   *
   * @param fields of the calling thread
   * @throws CorruptIndexException if a text of it is damaged
   */
  public static Document read(StoredFields fields, int doc) throws IOException {
    return read(fields, doc, new Visitor(null));
  }

  /**
   * Some of what is stored of an article.
   *
   * @param fields of the calling thread
   * @param wanted the names of the fields to read
   * @throws CorruptIndexException if a text among them is damaged
   */
  public static Document read(StoredFields fields, int doc, Set<String> wanted) throws IOException {
    return read(fields, doc, new Visitor(wanted));
  }

  private static Document read(StoredFields fields, int doc, Visitor visitor) throws IOException {
    fields.document(doc, visitor);
    return visitor.getDocument();
  }

  private static final class Visitor extends DocumentStoredFieldVisitor {
    private final @Nullable Set<String> wanted;

    Visitor(@Nullable Set<String> wanted) {
      this.wanted = wanted;
    }

    @Override
    public Status needsField(FieldInfo field) {
      return wanted == null || wanted.contains(field.name) ? Status.YES : Status.NO;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) throws IOException {
      if (!Schema.isStoredText(field.name)) {
        super.binaryField(field, value);
        return;
      }
      String text = StoredText.decoded(value);
      if (text == null) {
        throw new CorruptIndexException("the checksum of a stored text is wrong", field.name);
      }
      getDocument().add(new StoredField(field.name, text));
    }
  }
}
