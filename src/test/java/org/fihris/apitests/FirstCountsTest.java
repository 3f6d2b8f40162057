package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.entity.EntityEdit;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A searcher that is asked once counts entities in another way than one that is asked again. */
class FirstCountsTest {
  private static final long SEED = 7;

  @TempDir private Path folder;

  @Test
  void areThoseOfASearcherThatIsAskedOften() {
    NewsIndex index = Reprinted.index(folder.resolve("news.idx"), SEED);
    check(index);
    List<FacetValue> persons = values(index).getFirst().values();
    index
        .corrections()
        .add(
            List.of(
                new EntityEdit.Merge(persons.get(1).value(), persons.get(0).value()),
                new EntityEdit.Hide(persons.get(2).value())));
    check(index);
    assertThat(values(index).getFirst().values())
        .extracting(FacetValue::value)
        .doesNotContain(persons.get(1).value(), persons.get(2).value());
  }

  private static void check(NewsIndex index) {
    try (NewsSearcher often = index.searcher()) {
      counts(often, SearchRequest.of(""));
      for (String query : List.of("", "الرئيس", "في", "وزير الخارجية", "ترامب", "لا شيء كهذا")) {
        for (Reprints reprints : List.of(new Reprints.Separate(), new Reprints.Collapsed(1))) {
          SearchRequest request = SearchRequest.of(query).withReprints(reprints);
          List<FacetCounts> again = counts(often, request);
          try (NewsSearcher once = index.searcher()) {
            assertThat(counts(once, request)).as(request.toString()).isEqualTo(again);
          }
        }
      }
    }
  }

  private static List<FacetCounts> values(NewsIndex index) {
    try (NewsSearcher once = index.searcher()) {
      return counts(once, SearchRequest.of(""));
    }
  }

  private static List<FacetCounts> counts(NewsSearcher searcher, SearchRequest request) {
    return searcher
        .search(
            request.withFacets(
                List.of(
                    FacetRequest.of(Dimension.PERSON).withLimit(1000),
                    FacetRequest.of(Dimension.PLACE).withLimit(3),
                    FacetRequest.of(Dimension.ORGANISATION))))
        .facets();
  }
}
