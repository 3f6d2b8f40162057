package org.fihris.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.facet.ValueGroups;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.IndexException;
import org.fihris.index.IndexFolder;
import org.fihris.index.SealedDocument;

/**
 * Builds what is suggested while somebody types, beside the index that it is made of. What was
 * there stays in use until the new is whole.
 */
public final class SuggestionBuilder {
  private static final int BUFFER_MEGABYTES = 64;

  /** The kinds lie one behind the other. */
  private static final int KIND_SHIFT = 48;

  private final DirectoryReader reader;
  private final IndexWriter writer;

  private SuggestionBuilder(DirectoryReader reader, IndexWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Builds the suggestions of the last commit of an index, unless they are there.
   *
   * @return whether they were built; false where they were there
   * @throws IndexException if there is no index, it cannot be read, the suggestions cannot be
   *     written, or somebody else writes them
   */
  public static boolean build(Path index, IndexConfig config) {
    try (Directory directory = IndexFolder.openExisting(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      String commit = SuggestionFiles.idOf(directory, reader);
      requireWhole(reader);
      Files.createDirectories(SuggestionFiles.folder(index));
      try (Directory suggestions = FSDirectory.open(SuggestionFiles.folder(index))) {
        if (isThere(suggestions, commit)) {
          return false;
        }
        IndexWriterConfig settings =
            new IndexWriterConfig()
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false)
                .setIndexSort(
                    new Sort(new SortField(SuggestionFiles.RANK, SortField.Type.LONG, true)));
        try (IndexWriter writer = new IndexWriter(suggestions, settings)) {
          new SuggestionBuilder(reader, writer).write(index, config);
          writer.forceMerge(1);
          writer.setLiveCommitData(
              Map.of(
                      SuggestionFiles.FORMAT_KEY,
                      SuggestionFiles.FORMAT,
                      SuggestionFiles.COMMIT_KEY,
                      commit)
                  .entrySet());
          writer.commit();
        }
      }
      return true;
    } catch (IOException e) {
      throw new IndexException(index + ": the suggestions cannot be built: " + e.getMessage(), e);
    }
  }

  /** What is made of a damaged index would stay wrong when that is mended. */
  private static void requireWhole(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  /** Leaves nothing of suggestions that are damaged, over which Lucene would not write. */
  private static boolean isThere(Directory suggestions, String commit) throws IOException {
    if (SuggestionFiles.isWhole(suggestions)) {
      return SuggestionFiles.isOf(SegmentInfos.readLatestCommit(suggestions).getUserData(), commit);
    }
    try (Lock lock = suggestions.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : suggestions.listAll()) {
        lock.ensureValid();
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          suggestions.deleteFile(file);
        }
      }
    }
    return false;
  }

  private void write(Path index, IndexConfig config) throws IOException {
    Snapshot snapshot =
        new Snapshot(new IndexSearcher(reader), EntityEditsFile.inForce(index, config).edits());
    writeEntities(snapshot, new KnownEntities(config, snapshot.edits(), snapshot));
    try (NewsAnalyzer analyzer = new NewsAnalyzer(config)) {
      Phrases phrases = new Phrases(word -> IndexedWords.stems(analyzer, word).isEmpty());
      new HeadlineReader(reader)
          .read(
              headline -> {
                phrases.add(headline.words());
                writeHeadline(headline);
              });
      for (Phrases.Phrase phrase : phrases.phrases()) {
        Document document = document(SuggestionFiles.PHRASE, 1, phrase.headlines(), phrase.text());
        addWords(document, List.of(phrase.text()));
        document.add(new StoredField(SuggestionFiles.COUNT, phrase.headlines()));
        SealedDocument.seal(document);
        writer.addDocument(document);
      }
    }
  }

  private void writeEntities(Snapshot snapshot, KnownEntities entities) throws IOException {
    FacetsCollector all =
        snapshot.searcher().search(MatchAllDocsQuery.INSTANCE, new FacetsCollectorManager());
    for (EntityType type : EntityType.values()) {
      ValueGroups groups = snapshot.entities(type);
      int[] counts = groups.counts(all.getMatchingDocs());
      for (int group = 0; group < counts.length; group++) {
        String id = groups.keys().get(group);
        if (counts[group] > 0 && !entities.isHidden(id)) {
          writeEntity(entities.entity(id, type), entities.names(id), counts[group]);
        }
      }
    }
  }

  private void writeEntity(Entity entity, List<String> names, int articles) throws IOException {
    Document document = document(SuggestionFiles.ENTITY, 2, articles, entity.labelAr());
    List<String> all = new ArrayList<>(names);
    all.add(entity.labelAr());
    all.add(entity.labelEn());
    addWords(document, all);
    document.add(new StoredField(SuggestionFiles.ID, entity.id()));
    document.add(new StoredField(SuggestionFiles.TYPE, entity.type().name()));
    document.add(new StoredField(SuggestionFiles.LABEL_EN, entity.labelEn()));
    document.add(new StoredField(SuggestionFiles.COUNT, articles));
    SealedDocument.seal(document);
    writer.addDocument(document);
  }

  private void writeHeadline(HeadlineReader.Headline headline) throws IOException {
    long rank = Math.clamp(headline.seconds(), 0, (1L << KIND_SHIFT) - 1);
    Document document = document(SuggestionFiles.HEADLINE, 0, rank, headline.text());
    addWords(document, List.of(headline.text()));
    document.add(new StoredField(SuggestionFiles.ID, headline.id()));
    if (headline.day() != null) {
      document.add(new StoredField(SuggestionFiles.DAY, headline.day().toString()));
    }
    SealedDocument.seal(document);
    writer.addDocument(document);
  }

  private static Document document(String kind, long kindRank, long rank, String text) {
    Document document = new Document();
    document.add(new StringField(SuggestionFiles.KIND, kind, Field.Store.NO));
    document.add(new NumericDocValuesField(SuggestionFiles.RANK, kindRank << KIND_SHIFT | rank));
    document.add(new StoredField(SuggestionFiles.TEXT, text));
    return document;
  }

  /** Lucene takes a term that a document has twice once. */
  private static void addWords(Document document, List<String> texts) {
    for (String text : texts) {
      for (String word : TypedWords.of(text)) {
        addWord(document, word);
        String bare = TypedWords.withoutArticle(word);
        if (!bare.equals(word)) {
          addWord(document, bare);
        }
      }
    }
  }

  private static void addWord(Document document, String word) {
    if (word.length() > SuggestRequest.MAX_LENGTH) {
      return;
    }
    document.add(new StringField(SuggestionFiles.WORDS, word, Field.Store.NO));
    int most = Math.min(word.length(), SuggestionFiles.PREFIX_LETTERS);
    for (int length = 1; length <= most; length++) {
      document.add(
          new StringField(SuggestionFiles.PREFIXES, word.substring(0, length), Field.Store.NO));
    }
  }
}
