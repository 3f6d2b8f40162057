package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueGroups;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Schema;
import org.fihris.index.StoredArticles;
import org.fihris.query.Reprints;
import org.jspecify.annotations.Nullable;

/** Tells who printed a story. Stored texts are read of the reprints that are listed only. */
final class Coverages {
  private final Snapshot snapshot;
  private final IndexReader reader;

  Coverages(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.reader = snapshot.searcher().getIndexReader();
  }

  /**
   * One for each hit; null where reprints are separate.
   *
   * @param collapse what stays behind the hits, null where reprints are separate
   */
  List<@Nullable Coverage> of(int[] hits, Reprints reprints, @Nullable Collapse collapse)
      throws IOException {
    int listed =
        switch (reprints) {
          case Reprints.Separate separate -> 0;
          case Reprints.Collapsed collapsed -> collapsed.listed();
        };
    Map<Integer, List<Integer>> articles = collapse == null ? Map.of() : collapse.articles(hits);
    List<@Nullable Coverage> coverages = new ArrayList<>(hits.length);
    for (int hit : hits) {
      coverages.add(
          collapse == null ? null : of(hit, articles.getOrDefault(hit, List.of(hit)), listed));
    }
    return coverages;
  }

  private record Print(int doc, long time) {}

  /**
   * @param hit the article that stands for the story
   * @param articles those of the story that match, the hit among them
   */
  private Coverage of(int hit, List<Integer> articles, int listed) throws IOException {
    Set<String> outlets = new HashSet<>();
    Set<String> origins = new HashSet<>();
    List<Print> others = new ArrayList<>();
    for (int doc : articles.stream().sorted().toList()) {
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
      int own = doc - leaf.docBase;
      List<String> outlet = keys(snapshot.sources(), leaf, own);
      List<String> agencies = keys(snapshot.agencies(), leaf, own);
      outlet.remove(Schema.UNKNOWN);
      outlets.addAll(outlet);
      origins.addAll(agencies.isEmpty() ? outlet : agencies);
      if (doc != hit) {
        NumericDocValues times = DocValues.getNumeric(leaf.reader(), Schema.TIME);
        others.add(new Print(doc, times.advanceExact(own) ? times.longValue() : Long.MAX_VALUE));
      }
    }
    List<Reprint> reprints = new ArrayList<>();
    for (Print print :
        others.stream().sorted(Comparator.comparingLong(Print::time)).limit(listed).toList()) {
      reprints.add(reprint(StoredArticles.read(reader.storedFields(), print.doc)));
    }
    return new Coverage(articles.size(), outlets.size(), origins.size(), reprints);
  }

  private static List<String> keys(ValueGroups values, LeafReaderContext leaf, int doc)
      throws IOException {
    ValueGroups.Cursor cursor = values.cursor(leaf);
    List<String> keys = new ArrayList<>();
    int count = cursor.read(doc);
    for (int i = 0; i < count; i++) {
      keys.add(values.keys().get(cursor.group(i)));
    }
    return keys;
  }

  /** A reprint of what is stored of it. */
  static Reprint reprint(Document stored) {
    String title = stored.get(Schema.TITLE);
    return new Reprint(
        stored.get(Schema.ID),
        title == null ? "" : title,
        stored.get(Schema.SOURCE),
        ArticleDocument.date(stored));
  }
}
