package org.fihris.plugin;

import java.io.IOException;
import java.util.Map;
import org.fihris.wire.TermsRequest;
import org.opensearch.action.support.broadcast.BroadcastShardRequest;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.index.shard.ShardId;
import org.opensearch.core.tasks.TaskId;
import org.opensearch.tasks.CancellableTask;

/** The lookups of a request in one shard. */
final class ShardTermsRequest extends BroadcastShardRequest {
  private final TermsRequest terms;

  ShardTermsRequest(ShardId shard, TermsActionRequest request) {
    super(shard, request);
    terms = request.terms();
  }

  ShardTermsRequest(StreamInput in) throws IOException {
    super(in);
    terms = TermsRequest.of(in.readMap());
  }

  TermsRequest terms() {
    return terms;
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeMap(terms.tree());
  }

  @Override
  public CancellableTask createTask(
      long id, String type, String action, TaskId parent, Map<String, String> headers) {
    return new LookupTask(id, type, action, parent, headers);
  }
}
