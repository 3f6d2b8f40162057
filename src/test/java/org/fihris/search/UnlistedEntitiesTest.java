package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.facet.FacetValue;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that no table holds, in facets, filters and queries. */
class UnlistedEntitiesTest {
  @TempDir Path folder;

  @Test
  void aNameThatNoTableHoldsIsAFacetValueWithItsLabel() {
    NewsIndex index = NewsIndex.open(folder.resolve("index"));
    try (NewsWriter writer = index.writer()) {
      writer.add(Article.of("1", "زيارة", "وصل أحمد الزعفراني. ثم غادر الزعفراني. وبقي محمد."));
      writer.add(Article.of("2", "لقاء", "وعاد احمد الزعفرانى إلى القاهرة."));
      writer.add(Article.of("3", "عودة", "أشاد الزعفراني بما جرى."));
      writer.commit();
    }
    try (NewsSearcher searcher = index.searcher()) {
      SearchRequest all =
          SearchRequest.of("").withFacets(List.of(FacetRequest.of(Dimension.PERSON)));
      assertThat(searcher.search(all).facets().getFirst().values())
          .as("two spellings are one; a bare given or family name is nobody")
          .containsExactly(new FacetValue("احمد-الزعفراني", "أحمد الزعفراني", 2, false));
      for (String name : List.of("أحمد الزعفراني", "احمد الزعفرانى", "احمد-الزعفراني")) {
        assertThat(ids(searcher, all.withFilters(all.filters().with(Dimension.PERSON, name))))
            .as(name)
            .containsExactly("1", "2");
      }
      assertThat(ids(searcher, SearchRequest.of("person:\"أحمد الزعفراني\"")))
          .containsExactly("1", "2");
      assertThat(
              searcher
                  .search(all.withFilters(all.filters().with(Dimension.PERSON, "علي الزعفراني")))
                  .warnings())
          .extracting(Warning::code)
          .contains(Warning.Code.UNKNOWN_NAME);
    }
  }

  private static List<String> ids(NewsSearcher searcher, SearchRequest request) {
    return searcher.search(request).hits().stream()
        .map(hit -> hit.article().id())
        .sorted()
        .toList();
  }
}
