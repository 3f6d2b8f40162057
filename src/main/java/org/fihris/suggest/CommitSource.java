package org.fihris.suggest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.InPlaceMergeSorter;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueGroups;
import org.fihris.index.Schema;
import org.fihris.index.StoredArticles;
import org.jspecify.annotations.Nullable;

/** What suggestions are made of: one commit of an index in a folder. For one thread. */
final class CommitSource implements SuggestionSource {
  private static final Set<String> FIELDS = Set.of(Schema.ID, Schema.TITLE, Schema.DATE);

  /** Behind all times. */
  private static final long UNDATED = Long.MIN_VALUE;

  private final DirectoryReader reader;
  private final Snapshot snapshot;
  private final KnownEntities entities;
  private @Nullable FacetsCollector all;

  CommitSource(DirectoryReader reader, EntityEdits edits, IndexConfig config) {
    this.reader = reader;
    this.snapshot = new Snapshot(new IndexSearcher(reader), edits);
    this.entities = new KnownEntities(config, edits, snapshot);
  }

  @Override
  public KnownEntities entities() {
    return entities;
  }

  @Override
  public void forEachEntity(EntityType type, EntityVisitor visitor) throws IOException {
    ValueGroups groups = snapshot.entityGroups(type);
    int[] counts = groups.counts(articles().getMatchingDocs());
    List<String> ids = groups.keys();
    for (int group = 0; group < counts.length; group++) {
      if (counts[group] > 0) {
        visitor.visit(ids.get(group), counts[group]);
      }
    }
  }

  private FacetsCollector articles() throws IOException {
    FacetsCollector known = all;
    if (known == null) {
      known = snapshot.searcher().search(MatchAllDocsQuery.INSTANCE, new FacetsCollectorManager());
      all = known;
    }
    return known;
  }

  @Override
  public void forEachArticle(int most, ArticleVisitor visitor) throws IOException {
    Articles newest = Articles.newest(reader, most);
    StoredFields stored = reader.storedFields();
    for (int i = 0; i < Math.min(most, newest.size); i++) {
      Document document = StoredArticles.read(stored, newest.docs[i], FIELDS);
      visitor.visit(
          new Titled(
              document.get(Schema.ID),
              document.get(Schema.TITLE),
              document.get(Schema.DATE),
              Math.max(0, newest.times[i])));
    }
  }

  /** Articles, the newest first. */
  private static final class Articles extends InPlaceMergeSorter {
    private final long[] times;
    private final long[] ties;
    private final int[] docs;
    private int size;

    private Articles(int most) {
      this.times = new long[most];
      this.ties = new long[most];
      this.docs = new int[most];
    }

    /** The newest, as many as are wanted, and all others of the time of the last one. */
    static Articles newest(DirectoryReader reader, int most) throws IOException {
      long[] times = new long[reader.numDocs()];
      int[] count = {0};
      forEach(reader, (leaf, doc, time) -> times[count[0]++] = time);
      Arrays.sort(times);
      long oldest = times.length <= most ? UNDATED : times[times.length - most];
      int older = 0;
      while (older < times.length && times[older] < oldest) {
        older++;
      }
      Articles articles = new Articles(times.length - older);
      NumericDocValues[] ties = new NumericDocValues[reader.leaves().size()];
      for (LeafReaderContext leaf : reader.leaves()) {
        ties[leaf.ord] = DocValues.getNumeric(leaf.reader(), Schema.TIE);
      }
      forEach(
          reader,
          (leaf, doc, time) -> {
            if (time >= oldest) {
              long tie = ties[leaf.ord].advanceExact(doc) ? ties[leaf.ord].longValue() : 0;
              articles.add(leaf.docBase + doc, time, tie);
            }
          });
      articles.sort(0, articles.size);
      return articles;
    }

    private void add(int doc, long time, long tie) {
      docs[size] = doc;
      times[size] = time;
      ties[size++] = tie;
    }

    private interface TimeVisitor {
      void visit(LeafReaderContext leaf, int doc, long time) throws IOException;
    }

    private static void forEach(DirectoryReader reader, TimeVisitor visitor) throws IOException {
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues times = DocValues.getNumeric(leaf.reader(), Schema.TIME);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (live == null || live.get(doc)) {
            visitor.visit(leaf, doc, times.advanceExact(doc) ? times.longValue() : UNDATED);
          }
        }
      }
    }

    @Override
    protected int compare(int one, int other) {
      int newer = Long.compare(times[other], times[one]);
      return newer != 0 ? newer : Long.compare(ties[one], ties[other]);
    }

    @Override
    protected void swap(int one, int other) {
      long time = times[one];
      times[one] = times[other];
      times[other] = time;
      long tie = ties[one];
      ties[one] = ties[other];
      ties[other] = tie;
      int doc = docs[one];
      docs[one] = docs[other];
      docs[other] = doc;
    }
  }
}
