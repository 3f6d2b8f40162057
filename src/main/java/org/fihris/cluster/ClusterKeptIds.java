package org.fihris.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fihris.index.IndexException;
import org.fihris.index.KeptIds;

/**
 * Ids beside an index on a cluster, a document for those that were added together; it goes when all
 * of them are taken off.
 */
final class ClusterKeptIds implements KeptIds {
  private static final String IDS = "ids";

  private final BesideDocuments documents;
  private final String kind;
  private final String ownKeys;
  private final Map<String, Set<String>> byKey = new LinkedHashMap<>();
  private int added;

  /**
   * @param kind of the documents, lower case
   */
  ClusterKeptIds(BesideDocuments documents, String kind) {
    this.documents = documents;
    this.kind = kind;
    this.ownKeys = kind + "-" + UUID.randomUUID() + "-";
  }

  @Override
  public Set<String> read() {
    byKey.clear();
    Set<String> all = new LinkedHashSet<>();
    documents.forEach(
        kind,
        (key, version) -> {
          Set<String> ids = new LinkedHashSet<>();
          version.source().path(IDS).forEach(id -> ids.add(id.asString("")));
          byKey.put(key, ids);
          all.addAll(ids);
        });
    return all;
  }

  @Override
  public void add(Collection<String> ids) {
    String key = ownKeys + added++;
    List<String> written = ids.stream().map(ClusterDocument::whole).toList();
    if (documents.put(kind, key, Map.of(IDS, written), null) == null) {
      throw new IndexException(documents.place() + ": something else writes there. Run again.");
    }
    byKey.put(key, new LinkedHashSet<>(ids));
  }

  @Override
  public void remove(Collection<String> ids) {
    Set<String> gone = new LinkedHashSet<>(ids);
    List<String> empty = new ArrayList<>();
    byKey.forEach(
        (key, left) -> {
          left.removeAll(gone);
          if (left.isEmpty()) {
            empty.add(key);
          }
        });
    documents.delete(empty);
    byKey.keySet().removeAll(empty);
  }
}
