package org.fihris.facet;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.fihris.entity.EntityType;
import org.fihris.index.Schema;

/**
 * The names of the entities of a type under the ids that are indexed, looked up in the terms of an
 * index: for an index without corrections, as long as nobody needs all of its names.
 */
final class IndexedNames extends CommitNames {

  /** Reads all names. */
  interface AllNames {
    ValueGroups read() throws IOException;
  }

  private final AllNames all;

  IndexedNames(IndexReader reader, EntityType type, AllNames all) {
    super(reader, Schema.namesField(type));
    this.all = all;
  }

  @Override
  public boolean has(String id) throws IOException {
    return !values(id).isEmpty();
  }

  @Override
  public List<String> values(String id) throws IOException {
    Set<String> values = new LinkedHashSet<>();
    BytesRef front = new BytesRef(Schema.nameValue(id, ""));
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = Terms.getTerms(leaf.reader(), field);
      TermsEnum names = terms.iterator();
      if (names.seekCeil(front) != TermsEnum.SeekStatus.END) {
        for (BytesRef name = names.term();
            name != null && StringHelper.startsWith(name, front);
            name = names.next()) {
          values.add(name.utf8ToString());
        }
      }
    }
    return List.copyOf(values);
  }

  @Override
  public Set<String> spelt(String name) throws IOException {
    return all.read().spelt(name);
  }
}
