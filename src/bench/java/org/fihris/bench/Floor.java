package org.fihris.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The floor: what a good engineer writes in an afternoon with Lucene alone. Its Arabic is the stock
 * analyzer's; it takes every field as it stands and knows no rejected page, second article, changed
 * article or name.
 */
final class Floor implements Side {
  static final String ID = "id";
  static final String TITLE = "title";
  static final String BODY = "body";
  static final String SOURCE = "source";
  static final String CATEGORY = "category";
  static final String DAY = "day";
  static final FacetsConfig FACETS = new FacetsConfig();

  private static final int BUFFER_MEGABYTES = 256;
  private static final int QUEUE_LENGTH = 256;
  private static final FieldType HIGHLIGHTED_TEXT = highlightedText();

  /** Tells a thread that nothing more will come. */
  private static final NewsLine END = new NewsLine(null, null, null, null, null, null);

  @Override
  public long index(Path corpus, Path folder) throws IOException, InterruptedException {
    try (Directory directory = FSDirectory.open(folder);
        Analyzer analyzer = new ArabicAnalyzer();
        IndexWriter writer = new IndexWriter(directory, settings(analyzer))) {
      new Run(writer).add(corpus);
      writer.commit();
      return writer.getDocStats().numDocs;
    }
  }

  private static IndexWriterConfig settings(Analyzer analyzer) {
    return new IndexWriterConfig(analyzer)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setCommitOnClose(false);
  }

  @Override
  public Searching open(Path folder) throws IOException {
    return FloorSearching.open(folder);
  }

  private static Document document(NewsLine line) throws IOException {
    Document document = new Document();
    document.add(new StringField(ID, Objects.requireNonNull(line.id()), Field.Store.YES));
    addText(document, TITLE, line.title());
    addText(document, BODY, line.text());
    addFacet(document, SOURCE, line.source());
    addFacet(document, CATEGORY, line.category());
    addFacet(document, DAY, line.day());
    return FACETS.build(document);
  }

  private static void addText(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.add(new Field(field, value, HIGHLIGHTED_TEXT));
    }
  }

  private static void addFacet(Document document, String dimension, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      document.add(new SortedSetDocValuesFacetField(dimension, value));
    }
  }

  private static FieldType highlightedText() {
    FieldType type = new FieldType(TextField.TYPE_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  /** One thread that reads and some that index. */
  private static final class Run {
    private final IndexWriter writer;
    private final BlockingQueue<NewsLine> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Run(IndexWriter writer) {
      this.writer = writer;
    }

    void add(Path corpus) throws IOException, InterruptedException {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < INDEXING_THREADS; i++) {
        threads.add(Thread.ofPlatform().name("floor-index-" + i).daemon().start(this::work));
      }
      try {
        CorpusFile.forEach(corpus, queue::put);
      } finally {
        for (Thread thread : threads) {
          queue.put(END);
        }
        for (Thread thread : threads) {
          thread.join();
        }
      }
      if (failure.get() != null) {
        throw new IOException("indexing failed", failure.get());
      }
    }

    /** Goes on taking after a failure, so that the reader does not wait for ever. */
    private void work() {
      try {
        for (NewsLine line = queue.take(); line != END; line = queue.take()) {
          if (failure.get() == null) {
            index(line);
          }
        }
      } catch (InterruptedException e) {
        failure.compareAndSet(null, e);
      }
    }

    private void index(NewsLine line) {
      try {
        writer.addDocument(document(line));
      } catch (IOException | RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }
  }
}
