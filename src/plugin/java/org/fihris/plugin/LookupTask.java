package org.fihris.plugin;

import java.util.Map;
import org.opensearch.core.tasks.TaskId;
import org.opensearch.tasks.CancellableTask;

/** Lookups, or those of one shard, which may be called off. */
final class LookupTask extends CancellableTask {
  LookupTask(long id, String type, String action, TaskId parent, Map<String, String> headers) {
    super(id, type, action, "looks up terms", parent, headers);
  }

  @Override
  public boolean shouldCancelChildrenOnCancellation() {
    return true;
  }
}
