package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.fihris.facet.FacetFilters;
import org.fihris.index.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a shard that has nothing for a condition, the words beside it are counted all the same. */
class WholeStatisticsTest {
  private static final Term WORD = new Term(Schema.BODY, "word");

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;

  /** A shard whose articles all have a day, the tenth. */
  @BeforeEach
  void index() throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < 5; i++) {
        Document article = new Document();
        article.add(new StringField(Schema.BODY, WORD.text(), Field.Store.NO));
        article.add(new IntPoint(Schema.DAY, 10));
        article.add(new NumericDocValuesField(Schema.DAY, 10));
        writer.addDocument(article);
      }
    }
    reader = DirectoryReader.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  /** What a shard is asked before a search: the terms that it counts for a query. */
  private Set<Term> counted(Query query) throws IOException {
    Set<Term> counted = new HashSet<>();
    IndexSearcher searcher =
        new IndexSearcher(reader) {
          @Override
          public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
              throws IOException {
            counted.add(term);
            return super.termStatistics(term, docFreq, totalTermFreq);
          }
        };
    searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    return counted;
  }

  private static Query filtered(Query filter) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(WORD), Occur.MUST)
        .add(filter, Occur.FILTER)
        .build();
  }

  @Test
  void wordsBesideARangeOfOtherDaysAreCounted() throws IOException {
    Query query = filtered(IntPoint.newRangeQuery(Schema.DAY, 20, 30));
    assertThat(counted(query)).as("what Lucene does").isEmpty();
    assertThat(counted(WholeStatistics.of(query))).contains(WORD);
    assertThat(new IndexSearcher(reader).count(WholeStatistics.of(query))).isZero();
  }

  @Test
  void wordsBesideTheUndatedAreCountedWhereAllAreDated() throws IOException {
    for (Query undated :
        new Query[] {FacetFilters.undated(), new ConstantScoreQuery(FacetFilters.undated())}) {
      Query query = filtered(undated);
      assertThat(counted(WholeStatistics.of(query))).contains(WORD);
      assertThat(new IndexSearcher(reader).count(WholeStatistics.of(query))).isZero();
    }
  }

  @Test
  void whatIsFoundIsFoundStill() throws IOException {
    Query query = filtered(IntPoint.newRangeQuery(Schema.DAY, 1, 30));
    assertThat(new IndexSearcher(reader).count(WholeStatistics.of(query))).isEqualTo(5);
  }
}
