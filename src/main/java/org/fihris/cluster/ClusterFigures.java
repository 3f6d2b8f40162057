package org.fihris.cluster;

import java.time.LocalDate;
import java.util.Map;
import org.fihris.index.Schema;
import org.fihris.index.Stamp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An index on a cluster in figures.
 *
 * @param articles how many can be found
 * @param undated how many of them have no publication date
 * @param bytes size on the disks of the cluster, replicas not counted
 * @param from the first day of publication; null if no article is dated
 * @param to the last day of publication; null if no article is dated
 * @param stamp what built it
 */
public record ClusterFigures(
    long articles,
    long undated,
    long bytes,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Stamp stamp) {

  /**
   * @param connection stays open
   * @param stamp of the index
   * @throws org.fihris.index.IndexException if the cluster cannot be asked
   */
  public static ClusterFigures of(ClusterConnection connection, Stamp stamp) {
    Map<String, Object> day = Map.of("field", Schema.DAY);
    JsonNode answer =
        connection
            .ask(
                "POST",
                connection.ofIndex("_search"),
                Map.of(
                    "size",
                    0,
                    "track_total_hits",
                    true,
                    "aggs",
                    Map.of(
                        "from", Map.of("min", day),
                        "to", Map.of("max", day),
                        "undated", Map.of("missing", day))))
            .json();
    JsonNode sizes = connection.ask("GET", connection.ofIndex("_stats/store")).json();
    JsonNode found = answer.path("aggregations");
    return new ClusterFigures(
        answer.path("hits").path("total").path("value").asLong(0),
        found.path("undated").path("doc_count").asLong(0),
        sizes.path("_all").path("primaries").path("store").path("size_in_bytes").asLong(0),
        day(found.path("from").path("value")),
        day(found.path("to").path("value")),
        stamp);
  }

  private static @Nullable LocalDate day(JsonNode value) {
    return value.isNumber() ? LocalDate.ofEpochDay((long) value.doubleValue()) : null;
  }
}
