package org.fihris.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.KnownEntities;
import org.fihris.index.IndexException;
import org.fihris.index.Reading;
import org.fihris.matching.NecessaryTerms;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.query.Words;

/**
 * Some articles of an index, looked at with many requests: what a request finds here is what it
 * finds in the whole index, as far as it is among these articles.
 *
 * <p>Belongs to the {@link NewsSearcher} it was taken from, and is closed before it. Not safe for
 * threads.
 */
public final class ArticleSelection implements AutoCloseable {
  /** Hits are made in pieces of this size, so that memory is bounded. */
  private static final int PIECE = 100;

  private final Selected selected;
  private final Requests requests;
  private final HitMaker hitMaker;

  /**
   * The articles.
   *
   * @param searcher of an index that holds them, as it is or in memory
   * @param articles those of it that are meant
   * @param opened closed when they are done with
   */
  record Selected(IndexSearcher searcher, SelectedArticles articles, Closeable opened) {}

  /**
   * What requests are understood with.
   *
   * @param terms of the index as a whole
   * @param necessary what articles must have to match
   * @param beforeHits told of each request of which hits are made, before they are
   */
  record Requests(
      Reading reading,
      IndexTerms terms,
      KnownEntities entities,
      FilterNames names,
      FacetFilters filters,
      RequestTranslator translator,
      NecessaryTerms necessary,
      Consumer<RequestTranslator.Understood> beforeHits) {}

  ArticleSelection(Selected selected, Requests requests) {
    this.selected = selected;
    this.requests = requests;
    this.hitMaker = new HitMaker(selected.searcher, requests.terms, requests.entities);
  }

  /** The ids of the articles that are there. */
  public Set<String> ids() {
    return Set.copyOf(selected.articles.ids());
  }

  /**
   * Finds, of each story, the first article that a request matches.
   *
   * @param asked its order, page and facets do not matter. An article must have all its words, also
   *     where no article has; words of kin are not looked for
   * @param story whether a story is wanted, by its key
   * @param hits takes what was found, the earliest published first, with a score of 0
   * @throws IndexException if the index cannot be read
   */
  public void search(SearchRequest asked, Predicate<String> story, Consumer<Hit> hits) {
    requests.reading.all(
        () -> {
          if (selected.articles.mayMeet(requests.necessary.of(asked))) {
            SearchRequest request = strict(asked);
            RequestTranslator.Understood understood =
                requests.translator.understand(request, new ArrayList<>());
            Query query = requests.filters.apply(understood.query(), request.filters());
            List<Integer> docs = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (SelectedArticles.Match match :
                selected.articles.matches(query, Integer.MAX_VALUE)) {
              if (seen.add(match.group()) && story.test(match.group())) {
                docs.add(match.doc());
              }
            }
            if (!docs.isEmpty()) {
              requests.beforeHits.accept(understood);
            }
            for (int from = 0; from < docs.size(); from += PIECE) {
              List<Integer> piece = docs.subList(from, Math.min(docs.size(), from + PIECE));
              hand(request, understood, piece, hits);
            }
          }
        });
  }

  private SearchRequest strict(SearchRequest asked) throws IOException {
    List<Warning> unheard = new ArrayList<>();
    SearchRequest named = asked.withFilters(requests.names.resolve(asked.filters(), unheard));
    return named.interpretation().words() == Words.ANY ? named : named.withWords(Words.ALL);
  }

  private void hand(
      SearchRequest request,
      RequestTranslator.Understood understood,
      List<Integer> piece,
      Consumer<Hit> hits)
      throws IOException {
    int[] docs = piece.stream().mapToInt(Integer::intValue).toArray();
    hitMaker.hits(docs, understood, request.snippets()).forEach(hits);
  }

  /** Lets go of the articles. */
  @Override
  public void close() {
    requests.reading.all(selected.opened::close);
  }
}
