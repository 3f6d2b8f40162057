package org.fihris.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.EntityExplorer;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.ArticleDocument;
import org.fihris.index.EntityEditsFile;
import org.fihris.index.IndexException;
import org.fihris.index.IndexFolder;
import org.fihris.index.Schema;
import org.fihris.index.Stamp;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Searches an index as it was committed when the searcher was opened.
 *
 * <p>Safe for any number of threads. Every method throws {@link IndexException} if the index cannot
 * be read.
 */
public final class NewsSearcher implements AutoCloseable {

  private final Path path;
  private final Directory directory;
  private final DirectoryReader reader;
  private final Snapshot snapshot;
  private final NewsAnalyzer analyzer;
  private final KnownEntities entities;
  private final Answers answers;
  private final Reranker reranker;
  private final EntityEditsFile.InForce edits;
  private final FacetFilters filters;

  private NewsSearcher(
      Path path,
      Directory directory,
      DirectoryReader reader,
      IndexConfig config,
      EntityEditsFile.InForce edits) {
    this.path = path;
    this.directory = directory;
    this.reader = reader;
    this.edits = edits;
    this.snapshot = new Snapshot(new IndexSearcher(reader), edits.edits());
    this.analyzer = new NewsAnalyzer(config);
    this.entities = new KnownEntities(config, edits.edits(), snapshot);
    this.filters = new FacetFilters(snapshot, entities);
    this.reranker = new Reranker(snapshot.searcher());
    this.answers =
        new Answers(
            snapshot,
            new RequestTranslator(snapshot.searcher(), analyzer, entities),
            filters,
            reranker,
            entities);
  }

  /**
   * Opens an index.
   *
   * @throws IndexException if there is none at {@code path}, it was built by another version or
   *     configuration, or its files are damaged
   */
  public static NewsSearcher open(Path path, IndexConfig config) {
    Directory directory = IndexFolder.openExisting(path);
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      Stamp.of(reader.getIndexCommit().getUserData(), path)
          .requireUsableBy(Stamp.current(config), path);
      return new NewsSearcher(
          path, directory, reader, config, EntityEditsFile.inForce(path, config));
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(reader, directory);
      throw IndexFolder.failure(path, "cannot be opened", e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(reader, directory);
      throw e;
    }
  }

  /** Answers a request. */
  public Hits search(SearchRequest asked) {
    long start = System.nanoTime();
    List<Warning> warnings = new ArrayList<>(warnings());
    try {
      SearchRequest request = named(asked, warnings);
      Answers.Answer answer = answers.answer(request, warnings);
      List<Hit> hits = hits(request, answer);
      List<FacetCounts> facets = answers.facets(request, answer);
      return new Hits(
          answer.understood().shown(),
          answer.found().total(),
          answer.found().exact(),
          Duration.ofNanos(System.nanoTime() - start),
          hits,
          facets,
          warnings);
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
  }

  /** The entities of the index, for as long as this searcher is open. */
  public EntityExplorer entities() {
    return new EntityExplorer(path, snapshot, entities, edits.edits(), filters);
  }

  /** The corrections to entities that are in force. */
  public EntityEdits entityEdits() {
    return edits.edits();
  }

  /** What a user should know of this index whatever is asked; empty for a sound one. */
  public List<Warning> warnings() {
    return edits.problem() == null
        ? List.of()
        : List.of(new Warning(Warning.Code.ENTITY_EDITS, edits.problem()));
  }

  /**
   * The ids of the best articles for a request, without anything else of them: for runs over many
   * topics. Facets and snippets of the request are left aside, and so are warnings.
   */
  public List<Ranked> rank(SearchRequest asked) {
    List<Warning> unheard = new ArrayList<>();
    try {
      SearchRequest request = named(asked.withFacets(List.of()), unheard);
      ScoreDoc[] top = answers.answer(request, unheard).found().top().scoreDocs;
      List<Ranked> ranking = new ArrayList<>();
      StoredFields stored = snapshot.searcher().storedFields();
      int end = Math.min(top.length, request.page().offset() + request.page().limit());
      for (int i = request.page().offset(); i < end; i++) {
        String id = stored.document(top[i].doc, Set.of(Schema.ID)).get(Schema.ID);
        ranking.add(new Ranked(id, top[i].score));
      }
      return ranking;
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
  }

  private SearchRequest named(SearchRequest request, List<Warning> warnings) throws IOException {
    return request.withFilters(
        new FilterNames(snapshot, entities).resolve(request.filters(), warnings));
  }

  /**
   * Why an article is a hit of a request or is none, and what its score is made of.
   *
   * @return null if there is no article of that id
   */
  public @Nullable Explanation explain(SearchRequest asked, String id) {
    List<Warning> warnings = new ArrayList<>(warnings());
    try {
      ScoreDoc article = find(id);
      if (article == null) {
        return null;
      }
      SearchRequest request = named(asked.withFacets(List.of()), warnings);
      Answers.Answer answer = answers.answer(request, warnings);
      Query filtered = filters.apply(MatchAllDocsQuery.INSTANCE, request.filters());
      return new Explainer(snapshot.searcher(), reranker)
          .explain(
              article.doc,
              answer.query(),
              filtered,
              answer.understood(),
              answer.leaves(),
              answer.found().top(),
              warnings);
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
  }

  /** The article with an id, or null if there is none. */
  public @Nullable Article article(String id) {
    Document stored = stored(id);
    return stored == null ? null : entities.article(stored);
  }

  /**
   * The key of the story that an article tells, which its reprints share and which means nothing
   * else, or null if there is no such article.
   */
  public @Nullable String group(String id) {
    Document stored = stored(id);
    return stored == null ? null : ArticleDocument.group(stored);
  }

  private @Nullable Document stored(String id) {
    try {
      ScoreDoc article = find(id);
      return article == null ? null : snapshot.searcher().storedFields().document(article.doc);
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
  }

  private @Nullable ScoreDoc find(String id) throws IOException {
    Query byId = new TermQuery(new Term(Schema.ID, id));
    ScoreDoc[] found = snapshot.searcher().search(byId, 1).scoreDocs;
    return found.length == 0 ? null : found[0];
  }

  /** The index in figures. */
  public IndexStats stats() {
    try {
      long bytes = 0;
      for (String file : directory.listAll()) {
        bytes += directory.fileLength(file);
      }
      long dated = PointValues.size(reader, Schema.DAY) == 0 ? 0 : dated();
      return new IndexStats(
          reader.numDocs(),
          reader.numDocs() - dated,
          bytes,
          day(PointValues.getMinPackedValue(reader, Schema.DAY)),
          day(PointValues.getMaxPackedValue(reader, Schema.DAY)),
          edits.edits().lines().size(),
          edits.problem(),
          Stamp.of(reader.getIndexCommit().getUserData(), path));
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      IOUtils.close(reader, directory, analyzer);
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be closed", e);
    }
  }

  private long dated() throws IOException {
    return snapshot
        .searcher()
        .count(IntPoint.newRangeQuery(Schema.DAY, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static @Nullable LocalDate day(byte @Nullable [] packed) {
    return packed == null ? null : LocalDate.ofEpochDay(IntPoint.decodeDimension(packed, 0));
  }

  private List<Hit> hits(SearchRequest request, Answers.Answer answer) throws IOException {
    TopDocs top = answer.found().top();
    int from = Math.min(request.page().offset(), top.scoreDocs.length);
    int to = Math.min(request.page().offset() + request.page().limit(), top.scoreDocs.length);
    int[] docs = new int[to - from];
    List<Document> stored = new ArrayList<>(docs.length);
    StoredFields storedFields = snapshot.searcher().storedFields();
    for (int i = 0; i < docs.length; i++) {
      docs[i] = top.scoreDocs[from + i].doc;
      stored.add(storedFields.document(docs[i]));
    }
    List<List<Snippet>> snippets =
        new SnippetMaker(
                snapshot.searcher(), analyzer, answer.understood().levels(), request.snippets())
            .snippets(answer.understood().marks(), docs, stored);
    List<Hit> hits = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      ScoreDoc scored = top.scoreDocs[from + i];
      float score = Float.isNaN(scored.score) ? 0 : scored.score;
      Document document = stored.get(i);
      Article article = entities.article(document);
      hits.add(new Hit(article, ArticleDocument.group(document), score, snippets.get(i)));
    }
    return hits;
  }
}
