package org.fihris.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.ShownCounts;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.index.Stamp;
import org.fihris.suggest.SuggestionEntry;
import org.fihris.suggest.SuggestionMaker;
import org.fihris.suggest.SuggestionSink;
import org.fihris.suggest.SuggestionSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Builds what is suggested of an index on a cluster: an index of its own, that takes the place of
 * the one before in one moment when it is whole.
 */
public final class ClusterSuggestionBuilder {
  private static final int MOST_BULK_BYTES = 4 << 20;
  private static final int MOST_ATTEMPTS = 12;
  private static final int MOST_SWITCHES = 5;

  /** Longer than any building takes: what is older and not in use was given up. */
  private static final long GIVEN_UP_MILLIS = 24L * 60 * 60 * 1000;

  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final ClusterConnection connection;

  private ClusterSuggestionBuilder(ClusterConnection connection) {
    this.connection = connection;
  }

  /**
   * Builds the suggestions of what is committed, unless they are there. Two who build at once both
   * do so; those of the last one stay.
   *
   * @return whether they were built; false where they were there
   * @throws IndexException if no node answers, the cluster cannot be used, there is no index, or
   *     the suggestions cannot be written
   */
  public static boolean build(ClusterAddress address, IndexConfig config) {
    try (ClusterConnection connection = ClusterConnection.open(address, config)) {
      connection.requireIndex(Stamp.current(config));
      return new ClusterSuggestionBuilder(connection).build(config);
    } catch (IOException e) {
      throw new IndexException(address + ": the suggestions cannot be built: " + e.getMessage(), e);
    }
  }

  private boolean build(IndexConfig config) throws IOException {
    ClusterSearch search = new ClusterSearch(connection, () -> null);
    // Read first: what is committed meanwhile is told by the next one who looks.
    ClusterSearch.State state = search.state();
    SuggestionGeneration before = SuggestionGeneration.inUse(connection);
    if (before != null
        && before.format().equals(SuggestionEntry.FORMAT)
        && before.of().equals(state.state())) {
      return false;
    }
    long now = System.currentTimeMillis();
    deleteGivenUp(now);
    SuggestionGeneration next =
        new SuggestionGeneration(name(now), SuggestionEntry.FORMAT, state.state());
    ClusterConnection to = connection.to(next.index());
    to.ask("PUT", to.ofIndex(""), next.body());
    try {
      Bulk bulk = new Bulk(to);
      try (ClusterArticles articles = ClusterArticles.of(connection)) {
        EntityEdits edits = EntityEditsFile.in(ClusterBeside.of(connection), config).read().edits();
        ClusterValues values = new ClusterValues(new ClusterTerms(search, state), edits);
        KnownEntities entities = new KnownEntities(config, edits, values);
        SuggestionMaker.make(new Source(search, articles, entities), config, bulk);
      }
      bulk.end();
      to.refresh();
      use(next.index());
    } catch (IOException | RuntimeException e) {
      deleteQuietly(to, e);
      throw e;
    }
    return true;
  }

  private String name(long millis) {
    return prefix() + Long.toString(millis, Character.MAX_RADIX);
  }

  private String prefix() {
    return SuggestionGeneration.alias(connection.address()) + "-";
  }

  private static void deleteQuietly(ClusterConnection generation, Exception because) {
    try {
      generation.ask("DELETE", generation.ofIndex(""));
    } catch (IndexException e) {
      because.addSuppressed(e); // the next one who builds deletes it, a day later
    }
  }

  /** Puts a generation in the place of those in use, which are deleted, all in one moment. */
  private void use(String next) {
    String alias = SuggestionGeneration.alias(connection.address());
    for (int attempt = 1; ; attempt++) {
      List<Map<String, Object>> actions = new ArrayList<>();
      JsonNode inUse = connection.ask("GET", "/_alias/" + alias).json();
      for (Map.Entry<String, JsonNode> each : inUse.properties()) {
        if (each.getValue().has("aliases") && !each.getKey().equals(next)) {
          actions.add(Map.of("remove_index", Map.of("index", each.getKey())));
        }
      }
      actions.add(Map.of("add", Map.of("index", next, "alias", alias)));
      try {
        if (connection.ask("POST", "/_aliases", Map.of("actions", actions)).isFound()) {
          return;
        }
      } catch (IndexException e) {
        if (attempt == MOST_SWITCHES) {
          throw e;
        }
      }
      if (attempt == MOST_SWITCHES) {
        throw new IndexException(
            connection.address()
                + ": the suggestions were built, but could not take the place of others, as"
                + " somebody else builds them too. Build them again when that is done.");
      }
      connection.pause(attempt); // another one was quicker: look again
    }
  }

  /** Deletes what somebody began to build, and did not end. */
  private void deleteGivenUp(long now) {
    JsonNode all = connection.ask("GET", "/" + prefix() + "*/_alias").json();
    for (Map.Entry<String, JsonNode> each : all.properties()) {
      if (each.getValue().path("aliases").isEmpty()
          && now - begun(each.getKey(), now) > GIVEN_UP_MILLIS) {
        connection.ask("DELETE", "/" + each.getKey());
      }
    }
  }

  private long begun(String index, long otherwise) {
    try {
      return Long.parseLong(index.substring(prefix().length()), Character.MAX_RADIX);
    } catch (NumberFormatException e) {
      return otherwise; // none of ours
    }
  }

  /** Lays entries down, many at once. */
  private static final class Bulk implements SuggestionSink {
    private final ClusterConnection to;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    Bulk(ClusterConnection to) {
      this.to = to;
    }

    @Override
    public void add(SuggestionEntry entry) {
      lines.writeBytes(SuggestionGeneration.lines(entry));
      if (lines.size() > MOST_BULK_BYTES) {
        end();
      }
    }

    /** Sends what is left. */
    void end() {
      if (lines.size() == 0) {
        return;
      }
      String path =
          to.ofIndex("_bulk?" + ClusterConnection.only("items.*.status", "items.*.error"));
      for (int attempt = 0; ; attempt++) {
        JsonNode items = to.askLines(path, lines.toByteArray()).json().path("items");
        JsonNode refused = refused(items);
        if (refused == null && !items.isEmpty()) {
          lines.reset();
          return;
        }
        int status = refused == null ? UNAVAILABLE : refused.path("status").asInt(0);
        if (attempt == MOST_ATTEMPTS || (status != TOO_MANY && status != UNAVAILABLE)) {
          throw new IndexException(
              to.address()
                  + ": the suggestions cannot be written ("
                  + status
                  + (refused == null ? "" : ": " + ClusterFailures.reason(refused))
                  + "). The articles are safe; see the log of the nodes, and build them again.");
        }
        to.pause(attempt);
      }
    }

    private static @Nullable JsonNode refused(JsonNode items) {
      for (JsonNode item : items) {
        JsonNode answer = item.iterator().next();
        if (answer.has("error")) {
          return answer;
        }
      }
      return null;
    }
  }

  /** The articles of one state of the index. */
  private record Source(ClusterSearch search, ClusterArticles articles, KnownEntities entities)
      implements SuggestionSource {
    private static final String FOUND = "found";
    private static final String BUILDING = "suggestions";

    /** As many as are asked for their names at once. */
    private static final int ENTITIES = 400;

    /**
     * A page of entities after the other, in the order of their ids; last those that corrections
     * show for other articles.
     */
    @Override
    public void forEachEntity(EntityType type, EntityVisitor visitor) throws IOException {
      Set<String> regrouped = new LinkedHashSet<>();
      JsonNode after = null;
      do {
        Map<String, Object> pages = new LinkedHashMap<>();
        pages.put("size", ENTITIES);
        Map<String, Object> ids = Map.of("field", ClusterSchema.entitiesField(type));
        pages.put("sources", List.of(Map.of(FOUND, Map.of("terms", ids))));
        if (after != null) {
          pages.put("after", Map.of(FOUND, after.path(FOUND).asString("")));
        }
        JsonNode found =
            articles
                .answer(
                    ClusterConnection.object(
                        "size", 0, "aggs", Map.of(FOUND, Map.of("composite", pages))))
                .path("aggregations")
                .path(FOUND);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (JsonNode bucket : found.path("buckets")) {
          counts.put(
              bucket.path("key").path(FOUND).asString(""), bucket.path("doc_count").asInt(0));
        }
        ShownCounts shown = ShownCounts.of(counts, entities);
        regrouped.addAll(shown.regrouped());
        entities.foresee(Map.of(type, List.copyOf(shown.counts().keySet())));
        for (Map.Entry<String, Integer> entity : shown.counts().entrySet()) {
          visitor.visit(entity.getKey(), entity.getValue());
        }
        after = found.has("after_key") ? found.path("after_key") : null;
      } while (after != null);
      visitRegrouped(type, List.copyOf(regrouped), visitor);
    }

    private void visitRegrouped(EntityType type, List<String> ids, EntityVisitor visitor)
        throws IOException {
      List<ClusterSearch.Body> bodies = new ArrayList<>();
      for (String id : ids) {
        bodies.add(ClusterSearch.counting(entities.articles(type, List.of(id)), BUILDING));
      }
      List<Long> counts = search.counts(bodies);
      for (int i = 0; i < ids.size(); i++) {
        if (counts.get(i) > 0) {
          visitor.visit(ids.get(i), (int) Math.min(Integer.MAX_VALUE, counts.get(i)));
        }
      }
    }

    @Override
    public void forEachArticle(int most, ArticleVisitor visitor) throws IOException {
      articles.forEachNewest(
          most,
          ClusterConnection.object(
              "_source",
              List.of(Schema.ID, Schema.TITLE, Schema.DATE),
              "docvalue_fields",
              List.of(Schema.TIME)),
          hit -> visitor.visit(titled(hit)));
    }

    private static Titled titled(JsonNode hit) {
      JsonNode source = hit.path("_source");
      return new Titled(
          text(source, Schema.ID),
          text(source, Schema.TITLE),
          text(source, Schema.DATE),
          Math.max(0, hit.path("fields").path(Schema.TIME).path(0).asLong(0)));
    }

    private static @Nullable String text(JsonNode source, String field) {
      return source.path(field).isString() ? source.path(field).asString() : null;
    }
  }
}
