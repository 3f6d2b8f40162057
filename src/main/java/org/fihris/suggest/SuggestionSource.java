package org.fihris.suggest;

import java.io.IOException;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.jspecify.annotations.Nullable;

/** What suggestions are made of: one state of an index, wherever it lies. For one thread. */
public interface SuggestionSource {

  /** The entities of the index, with the corrections that are in force. */
  KnownEntities entities();

  /** Takes entities. */
  interface EntityVisitor {
    /**
     * @param shownId the id that it is shown under, also where it is hidden
     * @param articles how many name it, at least 1
     */
    void visit(String shownId, int articles) throws IOException;
  }

  /** Goes through the entities of a type that articles name, each once. */
  void forEachEntity(EntityType type, EntityVisitor visitor) throws IOException;

  /**
   * What is asked of an article.
   *
   * @param date as it is stored; null where it is not known
   * @param seconds when it was published, since 1970; 0 where that is not known
   */
  record Titled(@Nullable String id, @Nullable String title, @Nullable String date, long seconds) {}

  /** Takes articles. */
  interface ArticleVisitor {
    void visit(Titled article) throws IOException;
  }

  /**
   * Goes through the articles, the newest first and those without a date last; of one time, in the
   * order of {@link org.fihris.index.Schema#TIE}.
   *
   * @param most how many
   */
  void forEachArticle(int most, ArticleVisitor visitor) throws IOException;
}
