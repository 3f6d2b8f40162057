package org.fihris.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** Reads the stored documents of articles, with their texts as text. */
public final class StoredArticles {
  private StoredArticles() {}

  /**
   * All that is stored of an article.
   *
   * @param fields of the calling thread
   * @throws CorruptIndexException if it is not what was stored
   */
  public static Document read(StoredFields fields, int doc) throws IOException {
    return decoded(SealedDocument.read(fields, doc));
  }

  /**
   * Some of what is stored of an article. Of this only texts are sure to be what was stored.
   *
   * @param fields of the calling thread
   * @param wanted the names of the fields to read
   * @throws CorruptIndexException if a text among them is not what was stored
   */
  public static Document read(StoredFields fields, int doc, Set<String> wanted) throws IOException {
    return decoded(fields.document(doc, wanted));
  }

  /** A document with its texts as text. */
  static Document decoded(Document stored) throws IOException {
    Document document = new Document();
    for (IndexableField field : stored) {
      BytesRef bytes = Schema.isStoredText(field.name()) ? field.binaryValue() : null;
      if (bytes == null) {
        document.add(field);
        continue;
      }
      String text = StoredText.decoded(bytes);
      if (text == null) {
        throw new CorruptIndexException("a text is not as it was stored", field.name());
      }
      document.add(new StoredField(field.name(), text));
    }
    return document;
  }
}
