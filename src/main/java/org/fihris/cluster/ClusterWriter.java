package org.fihris.cluster;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.fihris.config.IndexConfig;
import org.fihris.index.ArticleStore;
import org.fihris.index.Draft;
import org.fihris.index.IndexException;
import org.fihris.index.NewArticles;
import org.fihris.index.Schema;
import org.fihris.index.SourceManifest;
import org.fihris.index.Stamp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes articles into an index on a cluster.
 *
 * <p>An article that {@link #write} has written is safe from then on, and is found from the next
 * {@link #commit()} on; unlike in a folder, what was not committed is not dropped when the writer
 * is closed or the process dies: a later commit makes it visible. The same article may be written
 * again and again, its id tells that it is one.
 *
 * <p>A cluster keeps no list of sources: every file is read again, and what it gives is not written
 * where the index has it. One writer at a time sees all stories; with two, articles are safe, but
 * reprints that arrive in both at once may become two stories.
 *
 * <p>Safe for any number of threads, which wait for the cluster while it is busy: no more than 32
 * MB are on their way at once.
 */
public final class ClusterWriter implements ArticleStore {
  private static final int MOST_BULK_BYTES = 8 << 20;
  private static final int MOST_BYTES_ON_THE_WAY = 32 << 20;

  /** 450 bytes each. */
  private static final int MOST_STORIES = 500_000;

  private static final int LOOKUPS = 500;
  private static final int MOST_ATTEMPTS = 12;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final ClusterConnection connection;
  private final Stamp stamp;
  private final ClusterStories stories;
  private final SourceManifest sources = new SourceManifest();
  private final @Nullable NewArticles newArticles;
  private final Semaphore bytes = new Semaphore(MOST_BYTES_ON_THE_WAY);

  private ClusterWriter(
      ClusterConnection connection,
      Stamp stamp,
      ClusterStories stories,
      @Nullable NewArticles newArticles) {
    this.connection = connection;
    this.stamp = stamp;
    this.stories = stories;
    this.newArticles = newArticles;
  }

  /**
   * Opens an index for writing, made if there is none.
   *
   * @param rebuild whether it is made anew: what it holds is gone at once
   * @throws IndexException if no node answers, the cluster cannot be used, or the index was built
   *     by another version or configuration
   */
  public static ClusterWriter open(
      ClusterAddress address, IndexConfig config, ClusterOptions options, boolean rebuild) {
    return open(address, config, options, rebuild, false);
  }

  /**
   * As {@link #open(ClusterAddress, IndexConfig, ClusterOptions, boolean)}.
   *
   * @param tellsOfNew whether a list is kept of the articles that are new, see {@link #newArticles}
   */
  public static ClusterWriter open(
      ClusterAddress address,
      IndexConfig config,
      ClusterOptions options,
      boolean rebuild,
      boolean tellsOfNew) {
    ClusterConnection connection = ClusterConnection.open(address, config);
    try {
      return open(connection, Stamp.current(config), options, rebuild, tellsOfNew, MOST_STORIES);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * As {@link #open(ClusterAddress, IndexConfig, ClusterOptions, boolean)}.
   *
   * @param connection closed with the writer
   * @param mostStories how many stories are kept in memory over a commit
   */
  static ClusterWriter open(
      ClusterConnection connection,
      Stamp stamp,
      ClusterOptions options,
      boolean rebuild,
      boolean tellsOfNew,
      int mostStories) {
    Stamp there = connection.stamp();
    if (there != null && rebuild) {
      connection.ask("DELETE", connection.ofIndex(""));
      there = null;
    }
    if (there == null) {
      make(connection, stamp, options);
    } else {
      there.requireUsableBy(stamp, connection.address().toString());
    }
    // What an earlier writer left uncommitted has to be seen by the look for its stories.
    connection.refresh();
    JsonNode count = connection.ask("GET", connection.ofIndex("_count")).json();
    boolean empty = count.path("count").asLong(-1) == 0;
    ClusterStories stories = new ClusterStories(connection, empty, mostStories);
    NewArticles newArticles =
        tellsOfNew ? NewArticles.of(ClusterBeside.of(connection).newArticles()) : null;
    return new ClusterWriter(connection, stamp, stories, newArticles);
  }

  private static void make(ClusterConnection connection, Stamp stamp, ClusterOptions options) {
    try {
      connection.ask("PUT", connection.ofIndex(""), ClusterSchema.index(stamp, options));
    } catch (IndexException e) {
      // Asked twice, since the first answer was lost, or made by somebody else meanwhile.
      Stamp made = connection.stamp();
      if (made == null) {
        throw e;
      }
      made.requireUsableBy(stamp, connection.address().toString());
    }
  }

  @Override
  public void look(List<Draft> drafts) {
    for (int from = 0; from < drafts.size(); from += LOOKUPS) {
      lookUp(drafts.subList(from, Math.min(drafts.size(), from + LOOKUPS)));
    }
    stories.look(drafts);
  }

  private void lookUp(List<Draft> drafts) {
    List<String> keys = new ArrayList<>();
    drafts.forEach(draft -> keys.add(ClusterDocument.key(draft.article().id())));
    JsonNode held = held(keys, List.of(Schema.FINGERPRINT, Schema.GROUP));
    for (int i = 0; i < drafts.size(); i++) {
      JsonNode source = held.path(i).path("_source");
      boolean isHeld = held.path(i).path("found").asBoolean(false);
      drafts
          .get(i)
          .found(
              isHeld ? source.path(Schema.FINGERPRINT).longValue() : null,
              isHeld ? source.path(Schema.GROUP).asString("") : null);
    }
  }

  /** What the index holds under keys, in their order. */
  private JsonNode held(List<String> keys, List<String> fields) {
    for (int attempt = 0; ; attempt++) {
      JsonNode held =
          connection
              .ask(
                  "POST",
                  connection.ofIndex("_mget?_source_includes=" + String.join(",", fields)),
                  Map.of("ids", keys))
              .json()
              .path("docs");
      String failure = failure(held, keys.size());
      if (failure == null) {
        return held;
      }
      if (attempt == MOST_ATTEMPTS) {
        throw new IndexException(
            connection.address()
                + ": what the index holds cannot be looked up ("
                + failure
                + "). See the state of the cluster, and run again.");
      }
      connection.pause(attempt);
    }
  }

  private static @Nullable String failure(JsonNode held, int expected) {
    if (held.size() != expected) {
      return "an answer to " + held.size() + " of " + expected;
    }
    for (JsonNode one : held) {
      if (one.has("error")) {
        return ClusterFailures.reason(one);
      }
    }
    return null;
  }

  @Override
  public void settle(List<Draft> drafts) {
    stories.settle(drafts);
  }

  @Override
  public List<Written> write(List<Draft> drafts) {
    List<Item> items = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      items.add(
          switch (draft.state()) {
            case SAME -> new Item(Outcome.UNCHANGED, null);
            case ABSENT -> new Item(Outcome.ADDED, line(draft));
            case DIFFERENT -> new Item(Outcome.UPDATED, line(draft));
          });
    }
    try {
      noteNew(drafts);
      send(items.stream().filter(item -> item.lines != null).toList());
    } finally {
      stories.written(drafts);
    }
    return items.stream().map(Item::written).toList();
  }

  /** What is written is safe at once, so it must be known by then that it is new. */
  private void noteNew(List<Draft> drafts) {
    if (newArticles != null) {
      for (Draft draft : drafts) {
        if (draft.state() == Draft.State.ABSENT) {
          newArticles.note(draft.article().id());
        }
      }
      newArticles.keep();
    }
  }

  /** The articles that are new and were not told of; null if no list of them is kept. */
  public @Nullable NewArticles newArticles() {
    return newArticles;
  }

  private static byte[] line(Draft draft) {
    Map<String, Object> action =
        Map.of("index", Map.of("_id", ClusterDocument.key(draft.article().id())));
    return ClusterBodies.lines(List.of(action, ClusterDocument.of(draft.indexed())));
  }

  /** One article, or one deletion, on its way. */
  private static final class Item {
    private final Outcome outcome;
    private final byte @Nullable [] lines; // null where nothing is to be sent
    private @Nullable String refusal;
    private boolean found;

    Item(Outcome outcome, byte @Nullable [] lines) {
      this.outcome = outcome;
      this.lines = lines;
    }

    byte[] bytes() {
      return lines == null ? new byte[0] : lines;
    }

    Written written() {
      return refusal == null ? new Written.Done(outcome) : new Written.Refused(refusal);
    }
  }

  private void send(List<Item> items) {
    List<Item> some = new ArrayList<>();
    int size = 0;
    for (Item item : items) {
      if (!some.isEmpty() && size + item.bytes().length > MOST_BULK_BYTES) {
        sendAll(some, size);
        some = new ArrayList<>();
        size = 0;
      }
      some.add(item);
      size += item.bytes().length;
    }
    if (!some.isEmpty()) {
      sendAll(some, size);
    }
  }

  /** Sends items in one request, and those again that the cluster had no time for. */
  private void sendAll(List<Item> items, int size) {
    int permits = Math.min(size, MOST_BYTES_ON_THE_WAY);
    try {
      bytes.acquire(permits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException(connection.address() + ": interrupted while writing", e);
    }
    try {
      long start = System.nanoTime();
      List<Item> left = items;
      for (int attempt = 0; !left.isEmpty(); attempt++) {
        if (attempt > 0) {
          requirePatience(start, left);
          connection.pause(attempt);
        }
        left = sendOnce(left);
      }
    } finally {
      bytes.release(permits);
    }
  }

  private void requirePatience(long start, List<Item> left) {
    if (System.nanoTime() - start > connection.timing().patience().toNanos()) {
      throw new IndexException(
          connection.address()
              + ": the cluster has had no room for "
              + left.size()
              + " articles for "
              + connection.timing().patience().toSeconds()
              + " s ("
              + left.getFirst().refusal
              + "). What was written is safe; give it time or nodes, and run again.");
    }
  }

  /** Sends items once, and gives back those that are to be sent again. */
  private List<Item> sendOnce(List<Item> items) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    items.forEach(item -> body.writeBytes(item.bytes()));
    JsonNode answers =
        connection
            .askLines(
                connection.ofIndex(
                    "_bulk?"
                        + ClusterConnection.only(
                            "items.*.status", "items.*.error", "items.*.result")),
                body.toByteArray())
            .json()
            .path("items");
    if (answers.size() != items.size()) {
      throw new IndexException(
          connection.address()
              + ": the cluster answered for "
              + answers.size()
              + " of "
              + items.size()
              + " articles. Run again.");
    }
    List<Item> again = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      JsonNode answer = answers.path(i).iterator().next();
      int status = answer.path("status").asInt(0);
      item.refusal = null;
      item.found = status != NOT_FOUND;
      if (status == TOO_MANY || status == UNAVAILABLE) {
        item.refusal = ClusterFailures.reason(answer);
        again.add(item);
      } else if (answer.has("error")) {
        item.refusal = refusal(status, answer);
      }
    }
    return again;
  }

  private String refusal(int status, JsonNode answer) {
    String reason = ClusterFailures.reason(answer);
    if (status >= 500 || status == NOT_FOUND || status == 401 || status == 403) {
      throw new IndexException(
          connection.address()
              + ": articles cannot be written ("
              + status
              + ": "
              + reason
              + "). What was written before is safe; see the log of the nodes, and run again.");
    }
    return "the cluster does not take it: " + reason;
  }

  @Override
  public int delete(Collection<String> ids) {
    List<Item> items = new ArrayList<>();
    for (String id : new LinkedHashSet<>(ids)) {
      Map<String, Object> action = Map.of("delete", Map.of("_id", ClusterDocument.key(id)));
      items.add(new Item(Outcome.UPDATED, ClusterBodies.lines(List.of(action))));
    }
    send(items);
    return (int) items.stream().filter(item -> item.found).count();
  }

  @Override
  public SourceManifest sources() {
    return sources;
  }

  @Override
  public @Nullable String sourcesDamage() {
    return null;
  }

  /** {@inheritDoc} What was not committed is made visible by it. */
  @Override
  public void forEachArticle(ArticleVisitor visitor) {
    connection.refresh();
    ClusterArticles.forEachId(connection, visitor);
  }

  @Override
  public void commit() {
    stories.beginCommit();
    // Whoever deletes the index meanwhile would have it made anew, without its fields.
    connection.requireIndex(stamp);
    connection.refresh();
    stories.committed();
  }

  /** Closes the connection. What was written stays; without a commit it is not found yet. */
  @Override
  public void close() {
    connection.close();
  }
}
