package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.query.Order;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds every article of testdata, as it comes back from an index, against expected.tsv. */
class ExpectedArticlesTest {

  /**
   * Where the engine is wrong today: an article's file, what is wrong in it, and what the engine
   * says. To be emptied, not added to: a line that is right again fails the test as well.
   */
  private static final List<String> DEVIATIONS =
      List.of(
          // The outlet stands once and alone at the top, where sections and mottos stand too.
          "dumps/08-awras.txt source -",
          "dumps/16-malaeb.txt source -",
          "dumps/17-makhtutat.txt source -",
          "dumps/18-teknokafe.txt source -",
          // "place - name": the name could be that of a reporter.
          "dumps/19-aswaq.txt source -",
          // A page without a headline is given the beginning of its first sentence.
          "dumps/04-no-headline.txt title قال المتحدث باسم الرئاسة الروسية، دميتري بيسكوف");

  @TempDir private Path folder;

  /** What the table says of an article, for one field. */
  private record Deviation(String file, String field, String found) {
    @Override
    public String toString() {
      return file + " " + field + " " + found;
    }
  }

  @Test
  void articlesAreAsTheTableSays() throws IOException {
    List<Article> found = inOrderOfReading();
    List<Testdata.Expected> expected = Testdata.expected();
    assertThat(found).hasSameSizeAs(expected);
    List<Deviation> deviations = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      compare(found.get(i), expected.get(i), deviations);
    }
    assertThat(deviations.stream().map(Deviation::toString))
        .containsExactlyInAnyOrderElementsOf(DEVIATIONS);
  }

  @Test
  void secondArticlesNameTheirPage() throws IOException {
    Map<String, Integer> onPage = new LinkedHashMap<>();
    List<Testdata.Expected> expected = Testdata.expected();
    List<Article> found = inOrderOfReading();
    String parent = "";
    for (int i = 0; i < found.size(); i++) {
      if (expected.get(i).onPage().equals("-")) {
        assertThat(found.get(i).parentId()).as(expected.get(i).file()).isEqualTo(parent);
      } else {
        assertThat(found.get(i).parentId()).as(expected.get(i).file()).isNull();
        parent = found.get(i).id();
      }
      onPage.merge(expected.get(i).file(), 1, Integer::sum);
    }
    expected.stream()
        .filter(line -> !line.onPage().equals("-"))
        .forEach(
            line ->
                assertThat(onPage)
                    .as("articles on the page " + line.file())
                    .containsEntry(line.file(), Integer.valueOf(line.onPage())));
  }

  @Test
  void everyArticleHasATextAndAnIdOfItsOwn() throws IOException {
    List<Article> found = inOrderOfReading();
    assertThat(found).allSatisfy(article -> assertThat(article.text()).isNotBlank());
    assertThat(found.stream().map(Article::id)).doesNotHaveDuplicates();
  }

  private static void compare(
      Article found, Testdata.Expected expected, List<Deviation> deviations) {
    if (!found.title().equals(expected.title())) {
      deviations.add(new Deviation(expected.file(), "title", found.title()));
    }
    String day =
        switch (found.date()) {
          case PublicationDate.Known known -> known.day().toString();
          case PublicationDate.Unknown unknown -> "-";
        };
    if (!day.equals(expected.day())) {
      deviations.add(new Deviation(expected.file(), "date", day));
    }
    String source = found.source() == null ? "-" : found.source();
    if (!source.equals(expected.source())) {
      deviations.add(new Deviation(expected.file(), "source", source));
    }
  }

  /** An index of one worker keeps the order of its sources, which is that of the table. */
  private List<Article> inOrderOfReading() {
    try (NewsSearcher searcher = Testdata.index(folder.resolve("news.idx"), 1).searcher()) {
      return searcher
          .search(
              SearchRequest.of("")
                  .withOrder(Order.INDEX)
                  .withLimit(1000)
                  .withSnippets(SnippetOptions.NONE))
          .hits()
          .stream()
          .map(Hit::article)
          .toList();
    }
  }
}
