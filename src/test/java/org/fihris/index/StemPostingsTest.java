package org.fihris.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.util.LuceneTestCase;
import org.apache.lucene.util.BytesRef;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.config.IndexConfig;

/** Stems derived of words are those that the analyzer puts into an index, in every detail. */
public class StemPostingsTest extends LuceneTestCase {
  private static final String[] WORDS =
      ("الوزير وزير للوزراء ووزيرا في من قال وقالت رئيس الرئيس برئيسها والرؤساء رؤساء ترمب ترامب"
              + " كتاب الكتب كتب مدرسةٌ المدارس ومدارسهم إلى، 2025 covid Covid-19 مِنْ")
          .split(" ");

  private NewsAnalyzer analyzer;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    analyzer = new NewsAnalyzer(IndexConfig.packaged());
  }

  @Override
  public void tearDown() throws Exception {
    analyzer.close();
    super.tearDown();
  }

  public void testOneSegment() throws IOException {
    check(texts(300), 1000, false);
  }

  public void testManySegments() throws IOException {
    check(texts(300), 7, false);
  }

  public void testMergedSegmentsWithDeletions() throws IOException {
    check(texts(300), 7, true);
  }

  /** The stem that is met first has several words too. */
  public void testFirstStem() throws IOException {
    check(List.of("احمد يكتب", "أحمد كتب", "أَحمد"), 1000, false);
  }

  private static List<String> texts(int count) {
    Random random = random();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(40); word > 0; word--) {
        text.append(WORDS[random.nextInt(WORDS.length)])
            .append(random.nextInt(9) == 0 ? "، " : " ");
      }
      texts.add(text.toString());
    }
    texts.add("في من إلى");
    return texts;
  }

  private void check(List<String> texts, int perSegment, boolean merged) throws IOException {
    try (Directory derived = newDirectory();
        Directory analysed = newDirectory()) {
      ArticleTexts articleTexts = new ArticleTexts(analyzer);
      IndexWriterConfig settings =
          new IndexWriterConfig(analyzer)
              .setCodec(new ArticleCodec(analyzer::wordStems))
              .setSimilarity(new ArticleSimilarity());
      write(derived, settings, texts, perSegment, merged, articleTexts::add);
      write(
          analysed,
          new IndexWriterConfig(analyzer),
          texts,
          perSegment,
          merged,
          (document, field, text) -> document.add(new Field(field, text, Schema.ANALYSED_TEXT)));
      try (IndexReader left = DirectoryReader.open(derived);
          IndexReader right = DirectoryReader.open(analysed)) {
        assertEquals(postings(right, Schema.BODY), postings(left, Schema.BODY));
        assertEquals(hits(right), hits(left));
        assertEquals(
            "no stem without a word", 0, left.docFreq(new Term(Schema.BODY, new BytesRef())));
      }
      try (Analyzer exact = analyzer.at(MatchLevel.EXACT);
          Directory words = newDirectory()) {
        write(
            words,
            new IndexWriterConfig(exact),
            texts,
            perSegment,
            merged,
            (document, field, text) ->
                document.add(new Field(Schema.words(field), text, Schema.ANALYSED_TEXT)));
        try (IndexReader left = DirectoryReader.open(derived);
            IndexReader right = DirectoryReader.open(words)) {
          assertEquals(
              postings(right, Schema.words(Schema.BODY)),
              postings(left, Schema.words(Schema.BODY)));
        }
      }
    }
  }

  private interface Adding {
    void add(Document document, String field, String text) throws IOException;
  }

  private static void write(
      Directory directory,
      IndexWriterConfig settings,
      List<String> texts,
      int perSegment,
      boolean merged,
      Adding adding)
      throws IOException {
    settings.setMaxBufferedDocs(Math.max(2, perSegment));
    settings.setRAMBufferSizeMB(IndexWriterConfig.DISABLE_AUTO_FLUSH);
    // Neighbours are merged, in one thread: both indexes number their documents alike.
    settings.setMergePolicy(merged ? new LogDocMergePolicy() : NoMergePolicy.INSTANCE);
    settings.setMergeScheduler(new SerialMergeScheduler());
    try (IndexWriter writer = new IndexWriter(directory, settings)) {
      for (int i = 0; i < texts.size(); i++) {
        Document document = new Document();
        document.add(new StringField(Schema.ID, Integer.toString(i), Field.Store.NO));
        adding.add(document, Schema.BODY, texts.get(i));
        writer.addDocument(document);
      }
      if (merged) {
        writer.deleteDocuments(new Term(Schema.ID, "17"), new Term(Schema.ID, "18"));
        writer.forceMerge(1);
      }
    }
  }

  /** For each term where it stands: document, then positions. */
  private static TreeMap<String, String> postings(IndexReader reader, String field)
      throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum term = terms.iterator();
    while (term.next() != null) {
      StringBuilder where = new StringBuilder().append(term.docFreq());
      PostingsEnum postings = term.postings(null, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        where.append(" | ").append(postings.docID());
        for (int i = 0; i < postings.freq(); i++) {
          where.append(' ').append(postings.nextPosition());
        }
      }
      all.put(term.term().utf8ToString(), where.toString());
    }
    all.put("", terms.getSumTotalTermFreq() + " " + terms.getDocCount());
    return all;
  }

  /** Scores depend on norms, and on the impacts that are made of them. */
  private static List<String> hits(IndexReader reader) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String stem : List.of("وزير", "رييس", "مدرس", "covid")) {
      query.add(new TermQuery(new Term(Schema.BODY, stem)), Occur.SHOULD);
    }
    List<String> hits = new ArrayList<>();
    for (ScoreDoc hit : new IndexSearcher(reader).search(query.build(), 50).scoreDocs) {
      hits.add(hit.doc + " " + hit.score);
    }
    return hits;
  }
}
