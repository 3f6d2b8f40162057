package org.fihris.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.fihris.config.IndexConfig;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.IndexException;
import org.fihris.index.IndexFolder;
import org.fihris.index.SealedDocument;

/**
 * Builds what is suggested while somebody types, beside the index in a folder that it is made of.
 * What was there stays in use until the new is whole.
 */
public final class SuggestionBuilder {
  private static final int BUFFER_MEGABYTES = 64;

  private SuggestionBuilder() {}

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
                    new Sort(
                        new SortField(SuggestionEntry.RANK, SortField.Type.LONG, true),
                        new SortField(SuggestionEntry.TIE, SortField.Type.LONG)));
        try (IndexWriter writer = new IndexWriter(suggestions, settings)) {
          SuggestionMaker.make(
              new CommitSource(reader, EntityEditsFile.inForce(index, config).edits(), config),
              config,
              entry -> writer.addDocument(document(entry)));
          writer.forceMerge(1);
          writer.setLiveCommitData(
              Map.of(
                      SuggestionFiles.FORMAT_KEY,
                      SuggestionEntry.FORMAT,
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

  private static Document document(SuggestionEntry entry) {
    Document document = new Document();
    document.add(new StringField(SuggestionEntry.KIND, entry.kind(), Field.Store.NO));
    document.add(new NumericDocValuesField(SuggestionEntry.RANK, entry.rank()));
    document.add(new NumericDocValuesField(SuggestionEntry.TIE, entry.tie()));
    for (String word : entry.words()) {
      document.add(new StringField(SuggestionEntry.WORDS, word, Field.Store.NO));
    }
    for (String prefix : entry.prefixes()) {
      document.add(new StringField(SuggestionEntry.PREFIXES, prefix, Field.Store.NO));
    }
    entry.shown().forEach((field, value) -> document.add(new StoredField(field, value)));
    SealedDocument.seal(document);
    return document;
  }
}
