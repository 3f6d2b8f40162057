package org.fihris.cluster;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.fihris.index.IndexException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Bodies of many requests in one, and what is answered to each. */
final class ClusterBodies {
  private static final int MOST_ATTEMPTS = 8;

  private ClusterBodies() {}

  /** One JSON object in each line. */
  static byte[] lines(List<?> objects) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Object object : objects) {
      lines.writeBytes(ClusterConnection.JSON.writeValueAsBytes(object));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  /**
   * The answers to several searches, in their order.
   *
   * @param what is searched for, for messages
   * @throws IndexException if one of them failed, or not all shards answered
   */
  static JsonNode answers(ClusterConnection connection, String path, byte[] lines, String what) {
    for (int attempt = 0; ; attempt++) {
      JsonNode answers = connection.askLines(path, lines).json().path("responses");
      String failure = failure(answers);
      if (failure == null) {
        return answers;
      }
      // A shard that has too much to do says so here, not in the status of the whole.
      if (attempt == MOST_ATTEMPTS) {
        throw new IndexException(
            connection.address()
                + ": the search for "
                + what
                + " failed on a shard ("
                + failure
                + "). See the state of the cluster, and run again.");
      }
      connection.pause(attempt);
    }
  }

  private static @Nullable String failure(JsonNode answers) {
    for (JsonNode answer : answers) {
      if (answer.has("error")) {
        return ClusterFailures.reason(answer);
      }
      JsonNode shards = answer.path("_shards");
      if (shards.path("failed").asInt(0) > 0) {
        return shards.path("failures").path(0).path("reason").path("reason").asString("no reason");
      }
    }
    return answers.isArray() ? null : "no answer";
  }
}
