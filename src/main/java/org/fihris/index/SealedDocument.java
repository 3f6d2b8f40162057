package org.fihris.index;

import java.io.IOException;
import java.util.zip.CRC32C;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/**
 * Documents that are read as they were stored, or not at all. Lucene does not compare checksums
 * when it reads one document, and what is shown of a news report must not be something else.
 */
public final class SealedDocument {
  private static final String SEAL = "seal";

  private SealedDocument() {}

  /** Adds a checksum of all that is stored of a document so far; the last field to be stored. */
  public static void seal(Document document) {
    document.add(new StoredField(SEAL, checksum(document)));
  }

  /**
   * Reads all that is stored of a document.
   *
   * @throws CorruptIndexException if it is not what was stored
   */
  public static Document read(StoredFields fields, int doc) throws IOException {
    Document document = fields.document(doc);
    IndexableField seal = document.getField(SEAL);
    Number sealed = seal == null ? null : seal.numericValue();
    if (sealed == null || sealed.intValue() != checksum(document)) {
      throw new CorruptIndexException("a text is not as it was stored", "document " + doc);
    }
    return document;
  }

  /** Of what is stored as a string; bytes have a checksum of their own ({@link StoredText}). */
  private static int checksum(Document document) {
    CRC32C checksum = new CRC32C();
    for (IndexableField field : document) {
      String value = field.fieldType().stored() ? field.stringValue() : null;
      if (value != null && !field.name().equals(SEAL)) {
        int name = field.name().hashCode();
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
          checksum.update(name >>> shift);
        }
        // As Lucene stores it: a lone surrogate comes back as another character.
        BytesRef bytes = new BytesRef(value);
        checksum.update(bytes.bytes, bytes.offset, bytes.length);
        checksum.update(0);
      }
    }
    return (int) checksum.getValue();
  }
}
