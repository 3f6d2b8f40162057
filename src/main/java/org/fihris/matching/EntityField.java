package org.fihris.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.index.Schema;
import org.fihris.query.Warning;

/** The fields of a query that hold entities: {@code person:}, {@code place:} and the like. */
final class EntityField {
  private final KnownEntities entities;

  EntityField(KnownEntities entities) {
    this.entities = entities;
  }

  /**
   * For articles that name an entity.
   *
   * @param name its id or any name of it
   * @param warnings where a name that is not known is noted; it matches nothing
   */
  Query named(EntityType type, String name, List<Warning> warnings) {
    try {
      List<String> ids = entities.ids(type, name);
      if (ids.isEmpty()) {
        warnings.add(
            new Warning(
                Warning.Code.UNKNOWN_NAME,
                "No " + Schema.facetOf(type) + " is known by the name " + name + ".",
                name));
        return new MatchNoDocsQuery("no such " + type);
      }
      return new ConstantScoreQuery(entities.articles(type, ids));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
