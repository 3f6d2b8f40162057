package org.fihris.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fihris.wire.FoundTerms;
import org.fihris.wire.TermsAnswer;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** Answers as nodes send them to each other. */
final class AnswerStream {
  private AnswerStream() {}

  static void write(TermsAnswer answer, StreamOutput out) throws IOException {
    out.writeVLong(answer.articles());
    out.writeVInt(answer.found().size());
    for (FoundTerms found : answer.found()) {
      out.writeBoolean(found.cut());
      out.writeVInt(found.terms().size());
      for (FoundTerms.Counted counted : found.terms()) {
        out.writeString(counted.term());
        out.writeVLong(counted.articles());
      }
    }
  }

  static TermsAnswer read(StreamInput in) throws IOException {
    long articles = in.readVLong();
    List<FoundTerms> all = new ArrayList<>();
    for (int lookups = in.readVInt(); lookups > 0; lookups--) {
      boolean cut = in.readBoolean();
      List<FoundTerms.Counted> terms = new ArrayList<>();
      for (int left = in.readVInt(); left > 0; left--) {
        terms.add(new FoundTerms.Counted(in.readString(), in.readVLong()));
      }
      all.add(new FoundTerms(terms, cut));
    }
    return new TermsAnswer(articles, all);
  }
}
