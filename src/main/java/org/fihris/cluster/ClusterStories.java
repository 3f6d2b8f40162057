package org.fihris.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.index.Draft;
import org.fihris.index.IndexedArticle;
import org.fihris.index.Schema;
import org.fihris.index.Stories;
import org.fihris.index.StorySketch;
import tools.jackson.databind.JsonNode;

/**
 * The stories of an index on a cluster, to find the one that a new article tells: as {@link
 * Stories} finds it among those that are in memory, which are made to be enough.
 *
 * <p>In memory are the stories that this writer has written and, where the index held some before,
 * those that the cluster gives for the articles in hand: the ones with the same words, and the ones
 * that share a band, those with the most bands in common first. What is written is forgotten when
 * it becomes too much and the cluster can be asked for it, that is after a commit.
 *
 * <p>Safe for any number of threads; which of several articles is the first of a story depends on
 * the order of the calls of {@link #settle}.
 */
final class ClusterStories {
  /** Stories of one band may be many: those of a stock phrase. */
  private static final int CANDIDATES = 100;

  private static final int SEARCHES = 64;

  private final ClusterConnection connection;
  private final int mostStories;

  private Stories memory = new Stories();

  /** Whether the memory holds every story of the index, so that the cluster need not be asked. */
  private boolean complete;

  /** The drafts for which the cluster was asked since the memory was emptied. */
  private Set<Draft> looked = identities();

  /** Settled, and not known to be in the index. */
  private final Set<Draft> unwritten = identities();

  /** Settled since a commit began that will empty the memory. */
  private final List<IndexedArticle> sinceCommit = new ArrayList<>();

  private List<IndexedArticle> atCommit = List.of();
  private boolean committing;

  /**
   * @param empty whether the index holds no article
   * @param mostStories how many are kept in memory over a commit; some 450 bytes each
   */
  ClusterStories(ClusterConnection connection, boolean empty, int mostStories) {
    this.connection = connection;
    this.complete = empty;
    this.mostStories = mostStories;
  }

  private static Set<Draft> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Gets into memory what is needed to settle drafts; may be done by several threads at once. */
  void look(List<Draft> drafts) {
    List<Draft> open = new ArrayList<>();
    synchronized (this) {
      for (Draft draft : drafts) {
        if (!complete && draft.sketch() != null && !looked.contains(draft)) {
          open.add(draft);
        }
      }
    }
    for (int from = 0; from < open.size(); from += SEARCHES) {
      ask(open.subList(from, Math.min(open.size(), from + SEARCHES)));
    }
  }

  private void ask(List<Draft> drafts) {
    Set<Draft> generation;
    synchronized (this) {
      generation = looked;
    }
    List<Object> lines = new ArrayList<>();
    for (Draft draft : drafts) {
      StorySketch sketch = draft.sketch();
      lines.add(Map.of());
      lines.add(search(sketch == null ? StorySketch.of(draft.article()) : sketch));
    }
    JsonNode answers =
        ClusterBodies.answers(
            connection, connection.ofIndex("_msearch"), ClusterBodies.lines(lines), "stories");
    synchronized (this) {
      // If the memory was emptied meanwhile, this is of before that; it will be asked for again.
      for (JsonNode answer : answers) {
        for (JsonNode hit : answer.path("hits").path("hits")) {
          JsonNode source = hit.path("_source");
          memory.learn(ClusterDocument.story(source), source.path(Schema.CONTENT).longValue());
        }
      }
      if (generation == looked) {
        looked.addAll(drafts);
      }
    }
  }

  /** The stories that may be the one, one article for each. */
  private static Object search(StorySketch sketch) {
    List<Object> alternatives = new ArrayList<>();
    for (String band : Stories.bands(sketch)) {
      alternatives.add(constant(ClusterSchema.STORY_BANDS, band, 1));
    }
    // The same words decide before everything else.
    alternatives.add(constant(Schema.CONTENT, sketch.content(), 100));
    return ClusterConnection.object(
        "size",
        CANDIDATES,
        "track_total_hits",
        false,
        "_source",
        List.of(Schema.GROUP, Schema.STORY, Schema.CONTENT),
        "collapse",
        Map.of("field", Schema.GROUP),
        "query",
        Map.of("bool", Map.of("should", alternatives)));
  }

  private static Object constant(String field, Object value, int boost) {
    return Map.of(
        "constant_score", Map.of("filter", Map.of("term", Map.of(field, value)), "boost", boost));
  }

  /** Settles drafts in their order. */
  synchronized void settle(List<Draft> drafts) {
    List<Draft> unknown = new ArrayList<>();
    for (Draft draft : drafts) {
      if (!complete && draft.sketch() != null && !looked.remove(draft)) {
        unknown.add(draft);
      }
    }
    for (int from = 0; from < unknown.size(); from += SEARCHES) {
      // The memory was emptied between the look and now.
      ask(unknown.subList(from, Math.min(unknown.size(), from + SEARCHES)));
    }
    looked.removeAll(unknown);
    for (Draft draft : drafts) {
      StorySketch sketch = draft.sketch();
      if (sketch != null) {
        draft.settled(memory.settle(sketch));
        note(draft);
      }
    }
  }

  private void note(Draft draft) {
    unwritten.add(draft);
    if (committing) {
      sinceCommit.add(draft.indexed());
    }
  }

  /** Notes that drafts are in the index, or will never be. */
  synchronized void written(List<Draft> drafts) {
    drafts.forEach(unwritten::remove);
  }

  /** Notes that a commit begins: what is written by now can be asked for after it. */
  synchronized void beginCommit() {
    atCommit = unwritten.stream().map(Draft::indexed).toList();
    sinceCommit.clear();
    committing = true;
  }

  /** Notes that a commit is made, and forgets what the cluster can be asked for. */
  synchronized void committed() {
    committing = false;
    if (memory.size() > mostStories) {
      memory = new Stories();
      looked = identities();
      complete = false;
      atCommit.forEach(this::keep);
      sinceCommit.forEach(this::keep);
    }
    atCommit = List.of();
    sinceCommit.clear();
  }

  private void keep(IndexedArticle article) {
    memory.learn(article.story(), article.content());
  }
}
