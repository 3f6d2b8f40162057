package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.fihris.index.Schema;
import org.fihris.index.StoredArticles;
import org.jspecify.annotations.Nullable;

/** Chooses and reads articles of one commit of an index in a folder. */
public final class CommitChoice implements ArticleChoice {
  private static final SortField BY_TIE = new SortField(Schema.TIE, SortField.Type.LONG);
  private static final SortField BY_TIME =
      new SortField(Schema.TIME, SortField.Type.LONG, false, Long.MAX_VALUE);

  private final IndexSearcher searcher;

  public CommitChoice(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  @Override
  public @Nullable Document withId(String id) throws IOException {
    ScoreDoc[] found = searcher.search(new TermQuery(new Term(Schema.ID, id)), 1).scoreDocs;
    return found.length == 0 ? null : StoredArticles.read(searcher.storedFields(), found[0].doc);
  }

  @Override
  public List<Document> best(Query query, int most) throws IOException {
    return documents(query, most, new Sort(SortField.FIELD_SCORE, BY_TIE));
  }

  @Override
  public List<Document> ofStories(Collection<String> stories, Query among, int most)
      throws IOException {
    List<BytesRef> keys = stories.stream().map(BytesRef::new).toList();
    Query ofStories =
        new BooleanQuery.Builder()
            .add(SortedDocValuesField.newSlowSetQuery(Schema.GROUP, keys), Occur.FILTER)
            .add(among, Occur.FILTER)
            .build();
    return documents(ofStories, most, new Sort(BY_TIME, BY_TIE));
  }

  private List<Document> documents(Query query, int most, Sort order) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Document> documents = new ArrayList<>();
    for (ScoreDoc found : searcher.search(query, most, order).scoreDocs) {
      documents.add(StoredArticles.read(stored, found.doc));
    }
    return documents;
  }

  @Override
  public void sample(Query query, int most, Reader reader) throws IOException {
    ScoreDoc[] chosen = searcher.search(query, most, new Sort(BY_TIE)).scoreDocs;
    // Those that are packed together are read one after the other.
    Arrays.sort(chosen, Comparator.comparingInt(found -> found.doc));
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc found : chosen) {
      reader.read(StoredArticles.read(stored, found.doc, OF_SAMPLE));
    }
  }
}
