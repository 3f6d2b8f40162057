package org.fihris.index;

import java.util.Collection;
import java.util.List;
import org.fihris.article.Article;
import org.fihris.entity.SeenName;
import org.jspecify.annotations.Nullable;

/**
 * Where articles are written to: an index in a folder, or one on a cluster.
 *
 * <p>An article is written in three steps, each for many articles at once since a cluster is far
 * away: it is looked up, settled, written. Nothing is visible to searchers before {@link
 * #commit()}. Safe for any number of threads. Every method throws {@link IndexException} if the
 * disk or the cluster fails.
 */
public interface ArticleStore extends AutoCloseable {

  /** What a write did. */
  enum Outcome {
    ADDED,
    UPDATED,
    UNCHANGED
  }

  /** What became of one article. */
  sealed interface Written {

    /** The index holds it. */
    record Done(Outcome outcome) implements Written {}

    /**
     * The index does not take it, and holds what it held before.
     *
     * @param reason one sentence
     */
    record Refused(String reason) implements Written {}
  }

  /** Takes the id of an article and the fingerprint of everything that is indexed of it. */
  interface ArticleVisitor {
    void visit(String id, long fingerprint);
  }

  /**
   * Finds what the index holds of articles, without writing anything, as the first of three steps;
   * the work that can be shared by threads.
   */
  void look(List<Draft> drafts);

  /**
   * Finds the stories that articles tell, as the second step. Of two that tell the same one, the
   * article settled first is the first of the story: where the order of articles is to decide and
   * not the order of threads, the caller sees to the order of these calls.
   */
  void settle(List<Draft> drafts);

  /**
   * Writes articles, as the last step.
   *
   * @return what became of each, in their order
   * @throws IllegalStateException if one was not settled
   */
  List<Written> write(List<Draft> drafts);

  /**
   * Adds an article, or replaces the one with its id. An article that is equal in everything to the
   * one that the index holds is left as it is.
   *
   * @param names the spellings under which its text names its entities
   * @throws IndexException also if the index does not take the article
   */
  default Outcome put(Article article, List<SeenName> names) {
    List<Draft> drafts = List.of(Draft.of(article, names));
    look(drafts);
    settle(drafts);
    return switch (write(drafts).getFirst()) {
      case Written.Done done -> done.outcome();
      case Written.Refused refused ->
          throw new IndexException("the article " + article.id() + ": " + refused.reason());
    };
  }

  /**
   * Deletes articles; ids that are not there are passed over.
   *
   * @return how many of the ids the index held
   */
  int delete(Collection<String> ids);

  /** The source files of the index; what is changed in it becomes durable with the next commit. */
  SourceManifest sources();

  /** Why nothing is known of the sources though something should be; null if nothing is wrong. */
  @Nullable String sourcesDamage();

  /** Goes through all articles as they are now, those included that are not committed yet. */
  void forEachArticle(ArticleVisitor visitor);

  /** Makes all that was written so far durable and visible to searchers opened from now on. */
  void commit();

  @Override
  void close();
}
