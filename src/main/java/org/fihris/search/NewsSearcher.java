package org.fihris.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.index.ArticleDocument;
import org.fihris.index.IndexException;
import org.fihris.index.IndexFolder;
import org.fihris.index.Schema;
import org.fihris.index.Stamp;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Order;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;

/**
 * Searches an index as it was committed when the searcher was opened.
 *
 * <p>Safe for any number of threads. Every method throws {@link IndexException} if the index cannot
 * be read.
 */
public final class NewsSearcher implements AutoCloseable {

  /** Matches up to this number are counted exactly where no facet needs all of them. */
  private static final int COUNTED = 1_000;

  private final Path path;
  private final Directory directory;
  private final DirectoryReader reader;
  private final Snapshot snapshot;
  private final NewsAnalyzer analyzer;
  private final KnownEntities entities;
  private final RequestTranslator translator;
  private final Reranker reranker;

  private NewsSearcher(
      Path path,
      Directory directory,
      DirectoryReader reader,
      NewsAnalyzer analyzer,
      KnownEntities entities) {
    this.path = path;
    this.directory = directory;
    this.reader = reader;
    this.snapshot = new Snapshot(new IndexSearcher(reader));
    this.analyzer = analyzer;
    this.entities = entities;
    this.reranker = new Reranker(snapshot.searcher());
    this.translator = new RequestTranslator(reader, analyzer, entities);
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
          path, directory, reader, new NewsAnalyzer(config), new KnownEntities(config, reader));
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
    List<Warning> warnings = new ArrayList<>();
    try {
      SearchRequest request = named(asked, warnings);
      Answer answer = answer(request, warnings);
      List<Hit> hits = hits(request, answer.marks, answer.found.top);
      List<FacetCounts> facets = facets(request, answer.query, answer.found.collected);
      return new Hits(
          answer.shown,
          answer.found.total,
          answer.found.exact,
          Duration.ofNanos(System.nanoTime() - start),
          hits,
          facets,
          warnings);
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
  }

  /**
   * The ids of the best articles for a request, without anything else of them: for runs over many
   * topics. Facets and snippets of the request are left aside, and so are warnings.
   */
  public List<Ranked> rank(SearchRequest asked) {
    List<Warning> unheard = new ArrayList<>();
    try {
      SearchRequest request = named(asked.withFacets(List.of()), unheard);
      ScoreDoc[] top = answer(request, unheard).found.top.scoreDocs;
      List<Ranked> ranking = new ArrayList<>();
      StoredFields stored = snapshot.searcher().storedFields();
      int end = Math.min(top.length, request.offset() + request.limit());
      for (int i = request.offset(); i < end; i++) {
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
        new FilterNames(reader, entities).resolve(request.filters(), warnings));
  }

  /**
   * What answers a request.
   *
   * @param query the one that was carried out: as asked, or relaxed where that found nothing
   * @param marks what is marked in the articles
   * @param shown the query as it was understood
   */
  private record Answer(Query query, Query marks, Found found, String shown) {}

  private Answer answer(SearchRequest request, List<Warning> warnings) throws IOException {
    RequestTranslator.Understood understood = translator.understand(request, warnings);
    Query relaxed = understood.relaxed();
    Found asAsked = find(request, understood.query(), understood.words());
    if (asAsked.total == 0 && request.words() == Words.ALL_THEN_ANY) {
      Answer kin = ofKin(request, warnings);
      if (kin != null) {
        return kin;
      }
    }
    if (asAsked.total == 0 && relaxed != null) {
      Found some = find(request, relaxed, understood.words());
      if (some.total > 0) {
        warnings.add(
            new Warning(
                Warning.Code.SOME_WORDS, "No article has all the words; these have some of them."));
        return new Answer(relaxed, understood.marks(), some, understood.shown());
      }
    }
    return new Answer(understood.query(), understood.marks(), asAsked, understood.shown());
  }

  private @Nullable Answer ofKin(SearchRequest request, List<Warning> warnings) throws IOException {
    List<String> unknown = new ArrayList<>();
    Query kin = translator.kin(request, unknown);
    if (kin == null) {
      return null;
    }
    Found found = find(request, kin, List.of());
    if (found.total == 0) {
      return null;
    }
    warnings.add(
        new Warning(
            Warning.Code.WORDS_OF_KIN,
            "No article has a form of "
                + String.join(", ", unknown)
                + "; these have words with the same consonants."));
    return new Answer(kin, kin, found, request.text());
  }

  /** The article with an id, or null if there is none. */
  public @Nullable Article article(String id) {
    Document stored = stored(id);
    return stored == null ? null : ArticleDocument.toArticle(stored);
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
      IndexSearcher searcher = snapshot.searcher();
      TopDocs found = searcher.search(new TermQuery(new Term(Schema.ID, id)), 1);
      return found.scoreDocs.length == 0
          ? null
          : searcher.storedFields().document(found.scoreDocs[0].doc);
    } catch (IOException e) {
      throw IndexFolder.failure(path, "cannot be read", e);
    }
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

  /**
   * What a query found.
   *
   * @param collected every match, if facets are asked for
   */
  private record Found(
      TopDocs top, long total, boolean exact, @Nullable FacetsCollector collected) {}

  private Found find(SearchRequest request, Query asked, List<QueryWord> words) throws IOException {
    Query query = FacetFilters.apply(asked, request.filters());
    boolean rerank = request.order() == Order.RELEVANCE && request.limit() > 0 && !words.isEmpty();
    int window = rerank ? Reranker.WINDOW : 1;
    int end = Math.max(window, request.offset() + request.limit());
    int wanted = Math.max(1, Math.min(end, reader.maxDoc()));
    IndexSearcher searcher = snapshot.searcher();
    if (request.facets().isEmpty()) {
      TopDocs top = top(searcher, query, request.order(), wanted);
      boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
      return new Found(
          rerank ? reranker.rerank(top, words) : top, top.totalHits.value(), exact, null);
    }
    FacetsCollectorManager manager = new FacetsCollectorManager();
    FacetsCollectorManager.FacetsResult result =
        request.order() == Order.RELEVANCE
            ? FacetsCollectorManager.search(searcher, query, wanted, manager)
            : FacetsCollectorManager.search(
                searcher, query, wanted, sort(request.order()), manager);
    TopDocs top = result.topDocs();
    return new Found(
        rerank ? reranker.rerank(top, words) : top,
        top.totalHits.value(),
        true,
        result.facetsCollector());
  }

  private static TopDocs top(IndexSearcher searcher, Query query, Order order, int wanted)
      throws IOException {
    return order == Order.RELEVANCE
        ? searcher.search(query, new TopScoreDocCollectorManager(wanted, null, COUNTED))
        : searcher.search(query, new TopFieldCollectorManager(sort(order), wanted, null, COUNTED));
  }

  /** By time of publication; the undated come last in either direction. */
  private static Sort sort(Order order) {
    boolean newestFirst = order == Order.NEWEST;
    long undated = newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
    SortField time = new SortField(Schema.TIME, SortField.Type.LONG, newestFirst, undated);
    return new Sort(time, SortField.FIELD_DOC);
  }

  private List<Hit> hits(SearchRequest request, Query query, TopDocs top) throws IOException {
    int from = Math.min(request.offset(), top.scoreDocs.length);
    int to = Math.min(request.offset() + request.limit(), top.scoreDocs.length);
    int[] docs = new int[to - from];
    List<Document> stored = new ArrayList<>(docs.length);
    StoredFields storedFields = snapshot.searcher().storedFields();
    for (int i = 0; i < docs.length; i++) {
      docs[i] = top.scoreDocs[from + i].doc;
      stored.add(storedFields.document(docs[i]));
    }
    List<List<Snippet>> snippets =
        new SnippetMaker(snapshot.searcher(), analyzer, request.snippets())
            .snippets(query, docs, stored);
    List<Hit> hits = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      ScoreDoc scored = top.scoreDocs[from + i];
      float score = Float.isNaN(scored.score) ? 0 : scored.score;
      Document document = stored.get(i);
      Article article = ArticleDocument.toArticle(document);
      hits.add(new Hit(article, ArticleDocument.group(document), score, snippets.get(i)));
    }
    return hits;
  }

  private List<FacetCounts> facets(
      SearchRequest request, Query words, @Nullable FacetsCollector collected) throws IOException {
    if (collected == null) {
      return List.of();
    }
    FacetCounter counter = new FacetCounter(snapshot, entities);
    Map<Dimension, FacetsCollector> sideways = new EnumMap<>(Dimension.class);
    List<FacetCounts> counts = new ArrayList<>();
    for (FacetRequest facet : request.facets()) {
      List<String> chosen = request.filters().values().getOrDefault(facet.dimension(), List.of());
      FacetsCollector over = collected;
      if (!chosen.isEmpty()) {
        // The other values of a dimension stay visible beside the chosen ones: drill sideways.
        over = sideways.get(facet.dimension());
        if (over == null) {
          Query query = FacetFilters.apply(words, request.filters().without(facet.dimension()));
          over = snapshot.searcher().search(query, new FacetsCollectorManager());
          sideways.put(facet.dimension(), over);
        }
      }
      counts.add(counter.count(facet, over, chosen));
    }
    return counts;
  }
}
