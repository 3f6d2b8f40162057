package org.fihris.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.fihris.index.CommitReading;
import org.fihris.index.Schema;
import org.fihris.index.SealedDocument;
import org.jspecify.annotations.Nullable;

/** The suggestions of one commit of an index in a folder. Safe for any number of threads. */
public final class FolderSuggestions implements SuggestionIndex {
  private final Path index;
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher articles;
  private @Nullable Opened opened;

  /** What could be opened. */
  private sealed interface Opened {
    record Usable(Directory directory, DirectoryReader files, boolean ofThisCommit)
        implements Opened {}

    record Nothing(String why) implements Opened {}
  }

  /**
   * @param directory that {@code reader} reads, which stay the caller's
   * @param articles over {@code reader}
   */
  public FolderSuggestions(
      Path index, Directory directory, DirectoryReader reader, IndexSearcher articles) {
    this.index = index;
    this.directory = directory;
    this.reader = reader;
    this.articles = articles;
  }

  @Override
  public String name() {
    return index.toString();
  }

  @Override
  public @Nullable String problem() {
    return opened() instanceof Opened.Nothing nothing ? nothing.why : null;
  }

  @Override
  public boolean isOfThisState() {
    return opened() instanceof Opened.Usable usable && usable.ofThisCommit;
  }

  @Override
  public List<List<Map<String, String>>> first(List<Query> queries, int limit) {
    return switch (opened()) {
      case Opened.Nothing nothing -> queries.stream().map(query -> none()).toList();
      case Opened.Usable usable ->
          new CommitReading(SuggestionFiles.folder(index), usable.files)
              .of(() -> first(usable.files, queries, limit));
    };
  }

  private static List<Map<String, String>> none() {
    return List.of();
  }

  private static List<List<Map<String, String>>> first(
      DirectoryReader files, List<Query> queries, int limit) throws IOException {
    IndexSearcher searcher = new IndexSearcher(files);
    List<List<Map<String, String>>> found = new ArrayList<>();
    for (Query query : queries) {
      List<Map<String, String>> shown = new ArrayList<>();
      // The first documents are those with the highest rank.
      for (int doc : searcher.search(query, new FirstDocuments.Gathering(limit))) {
        shown.add(shown(SealedDocument.read(searcher.storedFields(), doc)));
      }
      found.add(shown);
    }
    return found;
  }

  private static Map<String, String> shown(Document document) {
    Map<String, String> shown = new HashMap<>();
    for (IndexableField field : document) {
      if (SuggestionEntry.SHOWN.contains(field.name())) {
        shown.put(field.name(), field.stringValue());
      }
    }
    return shown;
  }

  @Override
  public Set<String> present(Collection<String> ids) throws IOException {
    Set<String> present = new HashSet<>();
    for (String id : ids) {
      if (articles.count(new TermQuery(new Term(Schema.ID, id))) > 0) {
        present.add(id);
      }
    }
    return present;
  }

  private synchronized Opened opened() {
    if (opened == null) {
      opened = open();
    }
    return opened;
  }

  private Opened open() {
    Path folder = SuggestionFiles.folder(index);
    Directory files = null;
    DirectoryReader read = null;
    try {
      if (!Files.isDirectory(folder)) {
        return new Opened.Nothing("there are none");
      }
      files = FSDirectory.open(folder);
      if (!DirectoryReader.indexExists(files)) {
        files.close();
        return new Opened.Nothing("there are none");
      }
      read = DirectoryReader.open(files);
      Map<String, String> data = read.getIndexCommit().getUserData();
      if (!SuggestionEntry.FORMAT.equals(data.get(SuggestionFiles.FORMAT_KEY))) {
        IOUtils.close(read, files);
        return new Opened.Nothing("another version made them");
      }
      return new Opened.Usable(files, read, isOfThisCommit(data));
    } catch (IOException | IllegalArgumentException e) {
      IOUtils.closeWhileHandlingException(read, files);
      return new Opened.Nothing(String.valueOf(e.getMessage()));
    }
  }

  private boolean isOfThisCommit(Map<String, String> data) {
    try {
      return SuggestionFiles.isOf(data, SuggestionFiles.idOf(directory, reader));
    } catch (IOException e) {
      return false; // a writer has made another commit and deleted this one's list of files
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (opened instanceof Opened.Usable usable) {
      IOUtils.close(usable.files, usable.directory);
    }
  }
}
