package org.fihris.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.SearchRequest;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.fihris.snippet.Snippet;

/** Fihris, as a program that embeds it would use it, with everything on. */
final class FihrisSide implements Side {

  @Override
  public long index(Path corpus, Path folder) throws IOException {
    try (NewsWriter writer = NewsIndex.open(folder).writer()) {
      return writer
          .addAll(
              Corpus.of(List.of(corpus), ReadOptions.defaults()),
              CorpusRunOptions.defaults().withThreads(INDEXING_THREADS),
              rejected -> {})
          .indexed();
    }
  }

  @Override
  public Searching open(Path folder) {
    NewsSearcher searcher = NewsIndex.open(folder).searcher();
    return new Searching() {
      @Override
      public Answer answer(String query) {
        return FihrisSide.answer(searcher, query);
      }

      @Override
      public void close() {
        searcher.close();
      }
    };
  }

  private static Answer answer(NewsSearcher searcher, String query) {
    Hits hits =
        searcher.search(
            SearchRequest.of(query)
                .withLimit(WANTED)
                .withFacets(
                    List.of(
                        FacetRequest.of(Dimension.SOURCE).withLimit(WANTED),
                        FacetRequest.of(Dimension.CATEGORY).withLimit(WANTED),
                        FacetRequest.of(Dimension.DATE).withStep(DateStep.DAY).withLimit(WANTED))));
    long shown = 0;
    for (Hit hit : hits.hits()) {
      shown += hit.article().id().length();
      for (Snippet snippet : hit.snippets()) {
        shown += snippet.text().length();
      }
    }
    shown += hits.facets().stream().mapToLong(facet -> facet.values().size()).sum();
    return new Answer(hits.total(), shown);
  }
}
