package org.fihris.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** The named values of a commit: its articles are found by the values as they are indexed. */
abstract class CommitNames implements NamedValues {
  final IndexReader reader;
  final String field;

  CommitNames(IndexReader reader, String field) {
    this.reader = reader;
    this.field = field;
  }

  @Override
  public final Query articles(Collection<String> keys) throws IOException {
    List<String> ofKeys = new ArrayList<>();
    for (String key : keys) {
      ofKeys.addAll(values(key));
    }
    return articlesWith(ofKeys);
  }

  @Override
  public final Query articlesWith(Collection<String> indexed) {
    return new TermInSetQuery(field, indexed.stream().map(BytesRef::new).toList());
  }

  @Override
  public final int articlesWith(String indexed) throws IOException {
    return reader.docFreq(new Term(field, indexed));
  }
}
