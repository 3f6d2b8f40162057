package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.IOUtils;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.cluster.ClusterDocument;
import org.fihris.cluster.ClusterSearch;
import org.fihris.cluster.ClusterTerms;
import org.fihris.cluster.ClusterValues;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounter;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.KnownEntities;
import org.fihris.index.ArticlesInMemory;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.Filters;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.snippet.MarkPattern;
import org.fihris.snippet.MarkedTexts;
import org.fihris.snippet.Snippet;
import org.fihris.snippet.SnippetMaker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads articles from an index on a cluster, and tells what was found there. Safe for any number of
 * threads.
 *
 * @param analyzer of the index
 */
record ClusterReader(
    ClusterSearch search,
    ClusterTerms terms,
    ClusterValues values,
    NewsAnalyzer analyzer,
    KnownEntities entities,
    FacetFilters filters)
    implements SingleArticles {

  private static final String SINGLE = "single";

  /** What a reprint that is listed shows. */
  private static final List<String> OF_REPRINT =
      List.of(
          Schema.ID,
          Schema.TITLE,
          Schema.SOURCE,
          Schema.DATE,
          Schema.DATE_METHOD,
          Schema.DATE_PRECISION,
          Schema.DATE_CONFIDENCE,
          Schema.DATE_DISAGREEMENT,
          Schema.DATE_UNKNOWN);

  @Override
  public @Nullable Document stored(String id) {
    return search.stored(id, SINGLE);
  }

  @Override
  public List<Snippet> marked(
      Document stored, Article article, RequestTranslator.Understood understood)
      throws IOException {
    readRarities(understood);
    try (ArticlesInMemory one = ArticlesInMemory.of(List.of(stored), analyzer)) {
      return MarkedTexts.of(0, stored, article, one.searcher(), terms, understood);
    }
  }

  /** How rare the words are that may be marked is asked at once, and not for each. */
  void readRarities(RequestTranslator.Understood understood) {
    Set<MarkPattern> patterns = new LinkedHashSet<>();
    MarkPattern.addAll(understood.marks(), patterns);
    Set<Term> inBody = new LinkedHashSet<>();
    for (MarkPattern pattern : patterns) {
      pattern.terms().forEach(term -> inBody.add(new Term(Schema.BODY, term.bytes())));
    }
    terms.articlesWith(List.copyOf(inBody));
  }

  /** Hits of what was found, with their articles, snippets and coverages. */
  List<Hit> hits(
      SearchRequest request,
      RequestTranslator.Understood understood,
      ClusterFinder.Result found,
      ScoreDoc[] page,
      String preference)
      throws IOException {
    if (page.length == 0) {
      return List.of();
    }
    List<String> keys = new ArrayList<>();
    for (ScoreDoc hit : page) {
      keys.add(found.articles().get(hit.doc).key());
    }
    List<Document> stored = documents(keys, List.of(), preference);
    readRarities(understood);
    List<Hit> plain;
    try (ArticlesInMemory ofPage = ArticlesInMemory.of(stored, analyzer)) {
      SnippetMaker maker =
          new SnippetMaker(ofPage.searcher(), terms, understood, request.snippets());
      plain = HitMaker.plain(IntStream.range(0, page.length).toArray(), stored, maker, entities);
    }
    return HitMaker.ranked(plain, page, coverages(request, found, page, preference));
  }

  /**
   * Explains one article, as {@link Explainer} does.
   *
   * @param request with its filters resolved
   * @return null if there is no article of that id
   */
  @Nullable Explanation explain(
      String id,
      SearchRequest request,
      HitOrder order,
      Answers.Answer answer,
      List<Warning> warnings)
      throws IOException {
    JsonNode source =
        search.sources(List.of(ClusterDocument.key(id)), List.of(), SINGLE).getFirst();
    return source.isMissingNode()
        ? null
        : new ClusterExplainer(this, id, source, ClusterFinder.preference(request))
            .explain(
                filters.apply(MatchAllDocsQuery.INSTANCE, request.filters()),
                order,
                answer,
                warnings);
  }

  /**
   * Some articles in memory, as a cluster would find them; those that are not there are left out.
   *
   * @param ids each once
   */
  ArticleSelection.Selected selected(Collection<String> ids) throws IOException {
    ArticlesInMemory articles =
        ArticlesInMemory.of(
            () -> new FetchedArticles(search, ids), analyzer, ClusterDocument::addOwn);
    try {
      return new ArticleSelection.Selected(
          articles.searcher(), SelectedArticles.of(articles.searcher(), entities, ids), articles);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(articles);
      throw e;
    }
  }

  private List<Document> documents(List<String> keys, List<String> fields, String preference) {
    List<Document> documents = new ArrayList<>();
    for (JsonNode source : search.sources(keys, fields, preference)) {
      if (source.isMissingNode()) {
        throw new IndexException(
            "An article that was found has been deleted meanwhile. Search again.");
      }
      documents.add(ClusterDocument.stored(source));
    }
    return documents;
  }

  /** One for each hit; null where reprints are separate. */
  private List<@Nullable Coverage> coverages(
      SearchRequest request, ClusterFinder.Result found, ScoreDoc[] page, String preference) {
    int listed =
        switch (request.reprints()) {
          case Reprints.Separate separate -> 0;
          case Reprints.Collapsed collapsed -> collapsed.listed();
        };
    Map<String, List<ClusterArticle>> stories = found.stories();
    Map<String, Reprint> reprints = new HashMap<>();
    List<@Nullable Coverage> coverages = new ArrayList<>();
    if (stories != null) {
      List<String> keys = new ArrayList<>();
      for (ScoreDoc hit : page) {
        listed(stories, found.articles().get(hit.doc), listed).forEach(a -> keys.add(a.key()));
      }
      List<Document> stored = documents(keys, OF_REPRINT, preference);
      for (int i = 0; i < keys.size(); i++) {
        reprints.put(keys.get(i), Coverages.reprint(stored.get(i)));
      }
    }
    for (ScoreDoc hit : page) {
      ClusterArticle head = found.articles().get(hit.doc);
      coverages.add(
          stories == null
              ? null
              : coverage(
                  stories.getOrDefault(head.group(), List.of(head)),
                  listed(stories, head, listed).stream()
                      .map(article -> reprints.get(article.key()))
                      .filter(Objects::nonNull)
                      .toList()));
    }
    return coverages;
  }

  /** The other articles of the story of a hit, as many as are listed, the earliest first. */
  private static List<ClusterArticle> listed(
      Map<String, List<ClusterArticle>> stories, ClusterArticle head, int most) {
    return stories.getOrDefault(head.group(), List.of()).stream()
        .filter(article -> !article.key().equals(head.key()))
        .sorted(
            Comparator.comparingLong(
                article -> article.seconds() == null ? Long.MAX_VALUE : article.seconds()))
        .limit(most)
        .toList();
  }

  private static Coverage coverage(List<ClusterArticle> story, List<Reprint> reprints) {
    Set<String> outlets = new HashSet<>();
    Set<String> origins = new HashSet<>();
    for (ClusterArticle article : story) {
      outlets.addAll(article.outlets());
      origins.addAll(article.agencies().isEmpty() ? article.outlets() : article.agencies());
    }
    return new Coverage(story.size(), outlets.size(), origins.size(), reprints);
  }

  /**
   * The counts that a request asks for.
   *
   * @param query what was searched for, without filters
   */
  List<FacetCounts> facets(SearchRequest request, Query query, Counted counted, String preference)
      throws IOException {
    Filters asked = request.filters();
    List<ClusterCounts> each =
        Sideways.ofEach(
            request,
            counts(filters.apply(query, asked), counted, preference),
            dimension ->
                counts(filters.apply(query, asked.without(dimension)), counted, preference));
    for (int i = 0; i < each.size(); i++) {
      each.get(i).want(request.facets().get(i).dimension());
    }
    List<ClusterCounts> all = each.stream().distinct().toList();
    List<JsonNode> answers = search.answers(all.stream().map(ClusterCounts::body).toList());
    for (int i = 0; i < answers.size(); i++) {
      all.get(i).read(answers.get(i));
    }
    FacetCounter counter = new FacetCounter(entities);
    List<FacetCounts> facets = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      facets.add(counter.count(request.facets().get(i), each.get(i), asked));
    }
    return facets;
  }

  private ClusterCounts counts(Query query, Counted counted, String preference) {
    return new ClusterCounts(search, values, entities, query, counted, preference);
  }
}
