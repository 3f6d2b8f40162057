package org.fihris.index;

import java.util.List;
import java.util.Objects;
import org.fihris.article.Article;
import org.fihris.entity.SeenName;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way into an index: made by any thread, looked up, settled in its turn, then
 * written, each step by an {@link ArticleStore}. For one thread at a time.
 */
public final class Draft {

  /** How an article stands to the one that the index holds under its id. */
  public enum State {
    ABSENT,
    SAME,
    DIFFERENT
  }

  private final Article article;
  private final List<SeenName> names;
  private final long fingerprint;
  private final boolean carried;
  private @Nullable State state;
  private @Nullable StorySketch sketch;
  private long content;
  private @Nullable Story story;

  private Draft(
      Article article,
      List<SeenName> names,
      long fingerprint,
      boolean carried,
      long content,
      @Nullable Story story) {
    this.article = article;
    this.names = names;
    this.fingerprint = fingerprint;
    this.carried = carried;
    this.content = content;
    this.story = story;
  }

  /**
   * A draft of an article.
   *
   * @param names the spellings under which its text names its entities
   */
  public static Draft of(Article article, List<SeenName> names) {
    return new Draft(article, names, Fingerprint.of(article), false, 0, null);
  }

  /** A draft of an article of another index, whose story and fingerprint are taken as they are. */
  public static Draft of(IndexedArticle carried) {
    return new Draft(
        carried.article(),
        carried.names(),
        carried.fingerprint(),
        true,
        carried.content(),
        carried.story());
  }

  public Article article() {
    return article;
  }

  /** The fingerprint of everything that is indexed of the article. */
  public long fingerprint() {
    return fingerprint;
  }

  /**
   * Notes what the index holds under the id of the article; where that is not the article as it is,
   * its words are read for the story.
   *
   * @param heldFingerprint of the article that it holds; null if it holds none
   * @param heldGroup the story of that article; may be null where none is held
   */
  public void found(@Nullable Long heldFingerprint, @Nullable String heldGroup) {
    if (heldFingerprint == null) {
      found(State.ABSENT);
    } else {
      boolean same =
          heldFingerprint == fingerprint
              && (!carried || Objects.requireNonNull(story).group().equals(heldGroup));
      found(same ? State.SAME : State.DIFFERENT);
    }
  }

  void found(State found) {
    state = found;
    if (found != State.SAME && !carried) {
      sketch = StorySketch.of(article);
      content = sketch.content();
    }
  }

  /** Whether the draft was taken from another index, with its story. */
  boolean carried() {
    return carried;
  }

  /**
   * How the article stands to the one that the index holds.
   *
   * @throws IllegalStateException if it was not looked up
   */
  public State state() {
    if (state == null) {
      throw new IllegalStateException("look the draft up before it is used");
    }
    return state;
  }

  /** What tells its story; null where that is known or is not needed. */
  public @Nullable StorySketch sketch() {
    return story == null ? sketch : null;
  }

  /** Notes the story that the article tells. */
  public void settled(Story found) {
    story = found;
  }

  /**
   * The article with all that is indexed of it.
   *
   * @throws IllegalStateException if it was not settled
   */
  public IndexedArticle indexed() {
    if (story == null) {
      throw new IllegalStateException("settle the draft before it is written");
    }
    return new IndexedArticle(article, names, fingerprint, content, story);
  }
}
