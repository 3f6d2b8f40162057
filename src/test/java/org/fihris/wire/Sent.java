package org.fihris.wire;

import java.util.Map;
import org.apache.lucene.search.Query;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is said, as it arrives: by way of JSON. */
public final class Sent {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Sent() {}

  /** A query as a node understands it. */
  public static Query query(Query query) {
    return QueryTree.toQuery(tree(QueryTree.of(query)));
  }

  static Map<String, Object> tree(Map<String, Object> tree) {
    return JSON.readValue(JSON.writeValueAsString(tree), new TypeReference<>() {});
  }
}
