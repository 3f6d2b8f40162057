package org.fihris.plugin;

import java.io.IOException;
import org.fihris.wire.TermsAnswer;
import org.opensearch.action.support.broadcast.BroadcastShardResponse;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.index.shard.ShardId;

/** What the lookups found in one shard. */
final class ShardTermsResponse extends BroadcastShardResponse {
  private final TermsAnswer answer;

  ShardTermsResponse(ShardId shard, TermsAnswer answer) {
    super(shard);
    this.answer = answer;
  }

  ShardTermsResponse(StreamInput in) throws IOException {
    super(in);
    answer = AnswerStream.read(in);
  }

  TermsAnswer answer() {
    return answer;
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    AnswerStream.write(answer, out);
  }
}
