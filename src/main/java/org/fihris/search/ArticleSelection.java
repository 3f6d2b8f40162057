package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.CommitReading;
import org.fihris.index.IndexException;
import org.fihris.matching.NecessaryTerms;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.query.Words;

/**
 * Some articles of an index, looked at with many requests: what a request finds here is what it
 * finds in the whole index, as far as it is among these articles.
 *
 * <p>Belongs to the {@link NewsSearcher} it was taken from and is closed with it. Not safe for
 * threads.
 */
public final class ArticleSelection {
  /** Hits are made in pieces of this size, so that memory is bounded. */
  private static final int PIECE = 100;

  private final CommitReading reading;
  private final Snapshot snapshot;
  private final NewsAnalyzer analyzer;
  private final KnownEntities entities;
  private final FacetFilters filters;
  private final RequestTranslator translator;
  private final NecessaryTerms necessary;
  private final SelectedArticles articles;

  ArticleSelection(
      CommitReading reading,
      Snapshot snapshot,
      NewsAnalyzer analyzer,
      KnownEntities entities,
      FacetFilters filters,
      RequestTranslator translator,
      NecessaryTerms necessary,
      SelectedArticles articles) {
    this.reading = reading;
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.entities = entities;
    this.filters = filters;
    this.translator = translator;
    this.necessary = necessary;
    this.articles = articles;
  }

  /** The ids of the articles that are there. */
  public Set<String> ids() {
    return Set.copyOf(articles.ids());
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
    reading.all(
        () -> {
          if (articles.mayMeet(necessary.of(asked))) {
            SearchRequest request = strict(asked);
            RequestTranslator.Understood understood =
                translator.understand(request, new ArrayList<>());
            Query query = filters.apply(understood.query(), request.filters());
            List<Integer> docs = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (SelectedArticles.Match match : articles.matches(query, Integer.MAX_VALUE)) {
              if (seen.add(match.group()) && story.test(match.group())) {
                docs.add(match.doc());
              }
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
    SearchRequest named =
        asked.withFilters(new FilterNames(snapshot, entities).resolve(asked.filters(), unheard));
    return named.interpretation().words() == Words.ANY ? named : named.withWords(Words.ALL);
  }

  private void hand(
      SearchRequest request,
      RequestTranslator.Understood understood,
      List<Integer> piece,
      Consumer<Hit> hits)
      throws IOException {
    int[] docs = piece.stream().mapToInt(Integer::intValue).toArray();
    new HitMaker(snapshot, entities).hits(docs, understood, request.snippets()).forEach(hits);
  }
}
