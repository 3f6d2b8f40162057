package org.fihris.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;

/**
 * A few articles of an index that is elsewhere, indexed in memory as {@link ArticleWriter} indexes
 * them: to tell what matches where in their texts. What is rare in the index, they cannot tell.
 * Safe for any number of threads once it is made.
 */
public final class ArticlesInMemory implements Closeable {

  /** More than any page needs, so that its articles are one segment. */
  private static final double BUFFER_MEGABYTES = 128;

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private ArticlesInMemory(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  /** What an index that is elsewhere indexes of an article besides. */
  public interface Besides {

    /**
     * Adds fields.
     *
     * @param document as an index in a folder has it
     */
    void add(Document document, Article article);
  }

  /**
   * @param stored all that is stored of each article, its texts as text
   * @param analyzer of the index
   */
  public static ArticlesInMemory of(List<Document> stored, NewsAnalyzer analyzer)
      throws IOException {
    return of(stored, analyzer, (document, article) -> {});
  }

  /**
   * As {@link #of(List, NewsAnalyzer)}.
   *
   * @param stored gone through once
   */
  public static ArticlesInMemory of(
      Iterable<Document> stored, NewsAnalyzer analyzer, Besides besides) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try {
      IndexWriterConfig settings =
          new IndexWriterConfig(analyzer)
              .setCodec(new ArticleCodec(analyzer::wordStems))
              .setSimilarity(new ArticleSimilarity())
              .setMergePolicy(NoMergePolicy.INSTANCE)
              .setRAMBufferSizeMB(BUFFER_MEGABYTES);
      try (IndexWriter writer = new IndexWriter(directory, settings)) {
        ArticleTexts texts = new ArticleTexts(analyzer);
        for (Document document : stored) {
          IndexedArticle indexed = indexed(document);
          Document whole = ArticleDocument.of(indexed, texts);
          besides.add(whole, indexed.article());
          writer.addDocument(Schema.facets().build(whole));
        }
      }
      return new ArticlesInMemory(directory, DirectoryReader.open(directory));
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  private static IndexedArticle indexed(Document stored) {
    Article article = ArticleDocument.toArticle(stored);
    StorySketch sketch = StorySketch.of(article);
    Story story = new Story(Story.key(ArticleDocument.group(stored)), sketch);
    return new IndexedArticle(
        article, ArticleDocument.names(stored), Fingerprint.of(article), sketch.content(), story);
  }

  /** Of the articles, numbered from 0 in the order in which they were given. */
  public IndexSearcher searcher() {
    return searcher;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
