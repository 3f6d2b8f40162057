package org.fihris.plugin;

import java.io.IOException;
import org.fihris.wire.TermsAnswer;
import org.opensearch.action.support.broadcast.BroadcastResponse;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;

/** What the lookups found in all shards; there is no answer of some of them. */
final class TermsActionResponse extends BroadcastResponse {
  private final TermsAnswer answer;

  TermsActionResponse(int shards, TermsAnswer answer) {
    super(shards, shards, 0, null);
    this.answer = answer;
  }

  TermsActionResponse(StreamInput in) throws IOException {
    super(in);
    answer = AnswerStream.read(in);
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    AnswerStream.write(answer, out);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    return builder.map(answer.tree());
  }
}
