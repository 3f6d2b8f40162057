package org.fihris.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.suggest.SuggestionEntry;
import org.fihris.suggest.SuggestionIndex;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The suggestions of an index on a cluster. The generation that is in use when they are first asked
 * for is asked until another has taken its place. Safe for any number of threads.
 */
public final class ClusterSuggestions implements SuggestionIndex {
  private final ClusterConnection connection;
  private final ClusterSearch articles;
  private final ClusterSearch.State state;
  private volatile @Nullable Opened opened;

  /**
   * @param generation null where there is none
   */
  private record Opened(@Nullable SuggestionGeneration generation) {
    boolean isSameAs(Opened other) {
      return generation == null
          ? other.generation == null
          : other.generation != null && generation.index().equals(other.generation.index());
    }
  }

  /**
   * @param connection which stays the caller's
   * @param articles over {@code connection}
   * @param state of the articles that are searched
   */
  public ClusterSuggestions(
      ClusterConnection connection, ClusterSearch articles, ClusterSearch.State state) {
    this.connection = connection;
    this.articles = articles;
    this.state = state;
  }

  private Opened opened() {
    Opened known = opened;
    if (known == null) {
      known = inUse(); // two threads may ask at once; they come to the same
      opened = known;
    }
    return known;
  }

  private Opened inUse() {
    return new Opened(SuggestionGeneration.inUse(connection));
  }

  /** Whether no others have taken the place of those that were asked. */
  public boolean isCurrent() {
    Opened known = opened;
    return known == null || known.isSameAs(inUse());
  }

  @Override
  public String name() {
    return connection.address().toString();
  }

  @Override
  public @Nullable String problem() {
    SuggestionGeneration generation = opened().generation;
    if (generation == null) {
      return "there are none";
    }
    return generation.format().equals(SuggestionEntry.FORMAT) ? null : "another version made them";
  }

  @Override
  public boolean isOfThisState() {
    SuggestionGeneration generation = opened().generation;
    return generation != null && generation.of().equals(state.state());
  }

  @Override
  public List<List<Map<String, String>>> first(List<Query> queries, int limit) {
    Opened asked = opened();
    try {
      return first(asked, queries, limit);
    } catch (IndexException e) {
      Opened now = inUse();
      if (now.isSameAs(asked)) {
        throw e;
      }
      opened = now;
      return first(now, queries, limit);
    }
  }

  private List<List<Map<String, String>>> first(Opened from, List<Query> queries, int limit) {
    List<List<Map<String, String>>> found = new ArrayList<>();
    SuggestionGeneration generation = from.generation;
    if (generation == null || !generation.format().equals(SuggestionEntry.FORMAT)) {
      queries.forEach(query -> found.add(List.of()));
      return found;
    }
    List<ClusterSearch.Body> bodies = queries.stream().map(query -> body(query, limit)).toList();
    for (JsonNode answer : articles.of(connection.to(generation.index())).answers(bodies)) {
      List<Map<String, String>> shown = new ArrayList<>();
      answer.path("hits").path("hits").forEach(hit -> shown.add(shown(hit.path("_source"))));
      found.add(shown);
    }
    return found;
  }

  /** In the order in which the documents lie, a search ends with the last that is wanted. */
  private static ClusterSearch.Body body(Query query, int limit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", ClusterSearch.query(query));
    json.put("size", limit);
    json.put("track_total_hits", false);
    json.put(
        "sort", List.of(Map.of(SuggestionEntry.RANK, "desc"), Map.of(SuggestionEntry.TIE, "asc")));
    return new ClusterSearch.Body(json, false, preference(query));
  }

  private static String preference(Query query) {
    return "t" + Integer.toHexString(query.toString().hashCode());
  }

  private static Map<String, String> shown(JsonNode source) {
    Map<String, String> shown = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : source.properties()) {
      shown.put(field.getKey(), field.getValue().asString(""));
    }
    return shown;
  }

  @Override
  public Set<String> present(Collection<String> ids) {
    List<String> asked = List.copyOf(ids);
    List<JsonNode> sources =
        articles.sources(
            asked.stream().map(ClusterDocument::key).toList(), List.of(Schema.ID), "present");
    Set<String> present = new HashSet<>();
    for (int i = 0; i < sources.size(); i++) {
      if (!sources.get(i).isMissingNode()) {
        present.add(asked.get(i));
      }
    }
    return present;
  }

  /** Nothing is held open. */
  @Override
  public void close() {}
}
