package org.fihris.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine that puts texts through the analyzers, field by field, has the postings and norms of
 * this engine, which cuts a text once and derives the stems.
 */
class NodeAnalysisTest {
  private static final String LONG_TEXT =
      "قال وزير الخارجية إنَّ المدارسَ في الرياض، ومدارس جدة، ".repeat(20_000)
          + "ط".repeat(700)
          + " 😀 ﷺ 1,000.5";

  @TempDir private Path folder;

  @Test
  void postingsAndNormsAreThoseOfTheLocalIndex() throws IOException {
    Testdata.index(folder, 1);
    try (NewsWriter writer = NewsIndex.open(folder).writer()) {
      writer.add(Article.of("long", "في من إلى", LONG_TEXT));
      writer.commit();
    }
    try (NewsAnalyzer stems = new NewsAnalyzer(IndexConfig.packaged());
        NewsAnalyzer words = stems.at(MatchLevel.EXACT);
        FSDirectory directory = FSDirectory.open(folder);
        IndexReader local = DirectoryReader.open(directory);
        ByteBuffersDirectory analysed = new ByteBuffersDirectory()) {
      Map<String, Analyzer> ofWords = new HashMap<>();
      Schema.TEXTS.forEach(field -> ofWords.put(Schema.words(field), words));
      write(local, analysed, new PerFieldAnalyzerWrapper(stems, ofWords));
      try (IndexReader node = DirectoryReader.open(analysed)) {
        for (String text : Schema.TEXTS) {
          for (String field : List.of(text, Schema.words(text))) {
            assertThat(postings(node, field)).as(field).isEqualTo(postings(local, field));
            assertThat(norms(node, field)).as(field).isEqualTo(norms(local, field)).isNotEmpty();
          }
        }
      }
    }
  }

  private static void write(IndexReader local, ByteBuffersDirectory to, Analyzer analyzer)
      throws IOException {
    StoredFields stored = local.storedFields();
    try (IndexWriter writer = new IndexWriter(to, new IndexWriterConfig(analyzer))) {
      for (int doc = 0; doc < local.maxDoc(); doc++) {
        Document article = StoredArticles.read(stored, doc);
        Document document = new Document();
        for (String field : Schema.TEXTS) {
          String text = article.get(field);
          if (text != null) {
            document.add(new TextField(field, text, Field.Store.NO));
            document.add(new TextField(Schema.words(field), text, Field.Store.NO));
          }
        }
        writer.addDocument(document);
      }
    }
  }

  /** For each term where it stands: articles, then positions. */
  private static Map<String, String> postings(IndexReader reader, String field) throws IOException {
    Map<String, String> all = new TreeMap<>();
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum term = terms.iterator();
    while (term.next() != null) {
      StringBuilder where = new StringBuilder();
      PostingsEnum postings = term.postings(null, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        where.append(" | ").append(postings.docID());
        for (int i = 0; i < postings.freq(); i++) {
          where.append(' ').append(postings.nextPosition());
        }
      }
      all.put(term.term().utf8ToString(), where.toString());
    }
    return all;
  }

  private static List<String> norms(IndexReader reader, String field) throws IOException {
    List<String> norms = new ArrayList<>();
    NumericDocValues values = MultiDocValues.getNormValues(reader, field);
    while (values.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
      norms.add(values.docID() + " " + values.longValue());
    }
    return norms;
  }
}
