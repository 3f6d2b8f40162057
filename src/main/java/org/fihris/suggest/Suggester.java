package org.fihris.suggest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.CommitReading;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.index.SealedDocument;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Suggests ways to go on while somebody types. What was found first is the best, since documents
 * lie in the order of their rank: no more is looked at than is shown.
 *
 * <p>Safe for any number of threads. The files of suggestions are opened when they are first asked
 * for; where there are none, or they are damaged, nothing is suggested, with a warning.
 */
public final class Suggester implements Closeable {
  /** Longer texts are headlines already. */
  private static final int MOST_WORDS = 10;

  /** Of ten suggestions so many are entities and phrases where there are more of each. */
  private static final int ENTITIES_OF_TEN = 4;

  private static final int PHRASES_OF_TEN = 3;

  private final Path index;
  private final Directory directory;
  private final DirectoryReader reader;
  private final Snapshot snapshot;
  private final KnownEntities entities;
  private final EntityEdits edits;
  private @Nullable Opened opened;

  /**
   * What could be opened.
   *
   * @param files null where nothing could be
   */
  private record Opened(
      @Nullable Directory directory, @Nullable DirectoryReader files, List<Warning> warnings) {}

  /**
   * @param directory that {@code reader} reads, which stay the caller's
   */
  public Suggester(
      Path index,
      Directory directory,
      DirectoryReader reader,
      Snapshot snapshot,
      KnownEntities entities) {
    this.index = index;
    this.directory = directory;
    this.reader = reader;
    this.snapshot = snapshot;
    this.entities = entities;
    this.edits = snapshot.edits();
  }

  /** Suggestions for what was typed; none for a text without a word. */
  public Suggestions suggest(SuggestRequest request) throws IOException {
    Opened from = opened();
    List<String> words = TypedWords.of(request.text());
    if (from.files == null || words.isEmpty() || words.size() > MOST_WORDS) {
      return new Suggestions(List.of(), from.warnings);
    }
    try {
      DirectoryReader files = from.files;
      List<Suggestion> found =
          new CommitReading(SuggestionFiles.folder(index), files)
              .of(() -> found(files, words, request));
      return new Suggestions(found, from.warnings);
    } catch (IndexException e) {
      return new Suggestions(List.of(), List.of(warning(String.valueOf(e.getMessage()))));
    }
  }

  private List<Suggestion> found(DirectoryReader files, List<String> words, SuggestRequest request)
      throws IOException {
    boolean whole = Character.isWhitespace(request.text().charAt(request.text().length() - 1));
    int limit = request.limit();
    List<Suggestion> ofEntities = new ArrayList<>();
    List<Suggestion> ofPhrases = new ArrayList<>();
    List<Suggestion> ofHeadlines = new ArrayList<>();
    IndexSearcher searcher = new IndexSearcher(files);
    for (Document document : documents(searcher, SuggestionFiles.ENTITY, words, whole, limit)) {
      addEntity(document, ofEntities);
    }
    Set<String> labels = new HashSet<>();
    ofEntities.forEach(entity -> labels.add(String.join(" ", TypedWords.of(entity.text()))));
    for (Document document : documents(searcher, SuggestionFiles.PHRASE, words, whole, limit)) {
      String text = text(document, SuggestionFiles.TEXT);
      if (labels.add(String.join(" ", TypedWords.of(text)))) {
        ofPhrases.add(new Suggestion.OfPhrase(text, number(document)));
      }
    }
    for (Document document : documents(searcher, SuggestionFiles.HEADLINE, words, whole, limit)) {
      addHeadline(document, ofHeadlines);
    }
    return shared(limit, ofEntities, ofPhrases, ofHeadlines);
  }

  /** Some of each kind; what one leaves free goes to the others. */
  private static List<Suggestion> shared(
      int limit, List<Suggestion> entities, List<Suggestion> phrases, List<Suggestion> headlines) {
    int ofEntities = Math.min(entities.size(), (limit * ENTITIES_OF_TEN + 9) / 10);
    int ofPhrases = Math.min(phrases.size(), limit * PHRASES_OF_TEN / 10);
    int ofHeadlines = Math.min(headlines.size(), limit - ofEntities - ofPhrases);
    ofPhrases = Math.min(phrases.size(), limit - ofEntities - ofHeadlines);
    ofEntities = Math.min(entities.size(), limit - ofPhrases - ofHeadlines);
    List<Suggestion> shared = new ArrayList<>(entities.subList(0, ofEntities));
    shared.addAll(phrases.subList(0, ofPhrases));
    shared.addAll(headlines.subList(0, ofHeadlines));
    return shared;
  }

  /** An entity as the corrections have it now, which may be others than when this was built. */
  private void addEntity(Document document, List<Suggestion> suggestions) {
    EntityType type = EntityType.valueOf(text(document, SuggestionFiles.TYPE));
    String id = text(document, SuggestionFiles.ID);
    Entity entity =
        new Entity(
            id,
            type,
            text(document, SuggestionFiles.TEXT),
            text(document, SuggestionFiles.LABEL_EN));
    if (!edits.isEmpty()) {
      String shown = edits.shown(id);
      if (entities.isHidden(shown)) {
        return;
      }
      entity = entities.entity(shown, type);
    }
    String shown = entity.id();
    boolean known =
        suggestions.stream()
            .anyMatch(
                s -> s instanceof Suggestion.OfEntity other && other.entity().id().equals(shown));
    if (!known) {
      suggestions.add(new Suggestion.OfEntity(entity, number(document)));
    }
  }

  /** Articles may have been deleted since. */
  private void addHeadline(Document document, List<Suggestion> suggestions) throws IOException {
    String id = text(document, SuggestionFiles.ID);
    String day = document.get(SuggestionFiles.DAY);
    if (snapshot.searcher().count(new TermQuery(new Term(Schema.ID, id))) > 0) {
      suggestions.add(
          new Suggestion.OfHeadline(
              text(document, SuggestionFiles.TEXT), id, day == null ? null : LocalDate.parse(day)));
    }
  }

  private static String text(Document document, String field) {
    String value = document.get(field);
    return value == null ? "" : value;
  }

  private static long number(Document document) {
    return Long.parseLong(text(document, SuggestionFiles.COUNT));
  }

  /** As typed; then, for what is left, without the articles that were typed. */
  private static List<Document> documents(
      IndexSearcher searcher, String kind, List<String> words, boolean whole, int limit)
      throws IOException {
    Set<Integer> found = new LinkedHashSet<>(first(searcher, query(kind, words, whole), limit));
    List<String> bare = words.stream().map(TypedWords::withoutArticle).toList();
    if (found.size() < limit && !bare.equals(words)) {
      found.addAll(first(searcher, query(kind, bare, whole), limit));
    }
    List<Document> documents = new ArrayList<>();
    for (int doc : found.stream().limit(limit).toList()) {
      documents.add(SealedDocument.read(searcher.storedFields(), doc));
    }
    return documents;
  }

  private static Query query(String kind, List<String> words, boolean whole) {
    BooleanQuery.Builder query =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(SuggestionFiles.KIND, kind)), Occur.FILTER);
    for (int i = 0; i < words.size(); i++) {
      boolean begun = i + 1 == words.size() && !whole;
      query.add(begun ? beginning(words.get(i)) : word(words.get(i)), Occur.FILTER);
    }
    return query.build();
  }

  private static Query word(String word) {
    return new TermQuery(new Term(SuggestionFiles.WORDS, word));
  }

  private static Query beginning(String letters) {
    return letters.length() <= SuggestionFiles.PREFIX_LETTERS
        ? new TermQuery(new Term(SuggestionFiles.PREFIXES, letters))
        : new PrefixQuery(new Term(SuggestionFiles.WORDS, letters));
  }

  /** The first documents, which have the highest rank. */
  private static List<Integer> first(IndexSearcher searcher, Query query, int limit)
      throws IOException {
    return searcher.search(query, new FirstDocuments.Gathering(limit));
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
        return nothing("there are none");
      }
      files = FSDirectory.open(folder);
      if (!DirectoryReader.indexExists(files)) {
        files.close();
        return nothing("there are none");
      }
      read = DirectoryReader.open(files);
      Map<String, String> data = read.getIndexCommit().getUserData();
      if (!SuggestionFiles.FORMAT.equals(data.get(SuggestionFiles.FORMAT_KEY))) {
        IOUtils.close(read, files);
        return nothing("another version made them");
      }
      return new Opened(files, read, isOfThisCommit(data) ? List.of() : List.of(older()));
    } catch (IOException | IllegalArgumentException e) {
      IOUtils.closeWhileHandlingException(read, files);
      return nothing(String.valueOf(e.getMessage()));
    }
  }

  private boolean isOfThisCommit(Map<String, String> data) {
    try {
      return SuggestionFiles.isOf(data, SuggestionFiles.idOf(directory, reader));
    } catch (IOException e) {
      return false; // a writer has made another commit and deleted this one's list of files
    }
  }

  private Opened nothing(String why) {
    return new Opened(null, null, List.of(warning(why)));
  }

  private Warning warning(String why) {
    return new Warning(Warning.Code.SUGGESTIONS, SuggestionFiles.problem(index, why));
  }

  private Warning older() {
    return new Warning(
        Warning.Code.SUGGESTIONS,
        "Suggestions are of another state of the index; the end of a run renews them, or fihris"
            + " suggest "
            + index
            + " --build.");
  }

  @Override
  public synchronized void close() throws IOException {
    if (opened != null) {
      IOUtils.close(opened.files, opened.directory);
    }
  }
}
