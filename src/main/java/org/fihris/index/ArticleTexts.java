package org.fihris.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.fihris.analysis.LevelledText;
import org.fihris.analysis.NewsAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Adds the analysed texts of an article to its document. For one thread and many documents, each
 * written before the next is made.
 */
final class ArticleTexts {
  private final Map<String, LevelledText> byField = new HashMap<>();

  ArticleTexts(NewsAnalyzer analyzer) {
    Schema.TEXTS.forEach(field -> byField.put(field, analyzer.levelledText()));
  }

  void add(Document document, String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return;
    }
    LevelledText levels = Objects.requireNonNull(byField.get(field), field);
    levels.setText(text);
    document.add(new StoredField(field, StoredText.encoded(text)));
    document.add(new Field(field, levels.stems(), Schema.ANALYSED_TEXT));
    document.add(new Field(Schema.words(field), levels.words(), Schema.ANALYSED_TEXT));
    document.add(new BinaryDocValuesField(Schema.places(field), levels.places()));
  }
}
