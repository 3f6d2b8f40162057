package org.fihris.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The entities that articles of an index name and no table holds, with the label that the first of
 * these articles gives them. Safe for any number of threads.
 */
final class UnlistedEntities {
  private final IndexReader reader;

  UnlistedEntities(IndexReader reader) {
    this.reader = reader;
  }

  /** The entity of any type with this id, or null if no article names it. */
  @Nullable Entity byId(String id) {
    for (EntityType type : EntityType.values()) {
      Entity entity = byId(type, id);
      if (entity != null) {
        return entity;
      }
    }
    return null;
  }

  /** The entity with this type and id, or null if no article names it. */
  @Nullable Entity byId(EntityType type, String id) {
    if (id.isEmpty()) {
      return null;
    }
    try {
      return read(type, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Entity read(EntityType type, String id) throws IOException {
    String dimension = Schema.facetOf(type);
    Term term = DrillDownQuery.term(Schema.facetField(dimension), dimension, id);
    PostingsEnum articles =
        MultiTerms.getTermPostingsEnum(reader, term.field(), term.bytes(), PostingsEnum.NONE);
    if (articles == null || articles.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) {
      return null;
    }
    Document stored = reader.storedFields().document(articles.docID(), Set.of(Schema.ENTITY));
    List<Entity> entities = ArticleDocument.entities(stored);
    return entities.stream()
        .filter(entity -> entity.type() == type && entity.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
