package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fihris.article.Article;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Words;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.fihris.snippet.Snippet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What snippets promise, over many queries and the articles of testdata. */
class SnippetsTest {
  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void open() {
    searcher = Testdata.index(folder.resolve("news.idx")).searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  static Stream<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    Testdata.queries().forEach(item -> queries.add(item.query()));
    queries.addAll(
        List.of("", "ترمب", "\"وقف إطلاق النار\"", "غوغل", "5.3", "مصر OR تونس", "title:الهلال"));
    return queries.stream();
  }

  private static List<Hit> hits(String query, int count) {
    return searcher
        .search(
            SearchRequest.of(query)
                .withWords(Words.ANY)
                .withLimit(100)
                .withSnippets(new SnippetOptions(count, 160)))
        .hits();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void marksLieInTheTextInOrderAndCoverWholeWords(String query) {
    for (Hit hit : hits(query, 3)) {
      for (Snippet snippet : hit.snippets()) {
        int free = 0;
        for (Snippet.Mark mark : snippet.marks()) {
          assertThat(mark.start()).as("%s", snippet).isGreaterThanOrEqualTo(free);
          assertThat(mark.end())
              .as("%s", snippet)
              .isGreaterThan(mark.start())
              .isLessThanOrEqualTo(snippet.text().length());
          assertThat(splitsWord(snippet.text(), mark.start())).as("%s", snippet).isFalse();
          assertThat(splitsWord(snippet.text(), mark.end())).as("%s", snippet).isFalse();
          free = mark.end();
        }
      }
    }
  }

  /** Whether letters, or a letter and its vowel marks, stand on both sides of a place in a text. */
  private static boolean splitsWord(String text, int at) {
    return at > 0 && at < text.length() && ofWord(text.charAt(at - 1)) && ofWord(text.charAt(at));
  }

  private static boolean ofWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  @ParameterizedTest
  @MethodSource("queries")
  void snippetsStandInTheArticle(String query) {
    for (Hit hit : hits(query, 3)) {
      for (Snippet snippet : hit.snippets()) {
        String field = field(hit.article(), snippet.field());
        int end = snippet.start() + snippet.text().length();
        assertThat(field.substring(snippet.start(), end).replace('\n', ' '))
            .isEqualTo(snippet.text());
        assertThat(splitsWord(field, snippet.start())).as("%s", snippet).isFalse();
        assertThat(splitsWord(field, end)).as("%s", snippet).isFalse();
        assertThat(snippet.cut().end() && end == field.length()).as("%s", snippet).isFalse();
        assertThat(snippet.field().equals("title") || snippet.text().length() <= 200)
            .as("%s", snippet)
            .isTrue();
      }
    }
  }

  private static String field(Article article, String name) {
    return switch (name) {
      case "title" -> article.title();
      case "summary" -> searchedSummary(article);
      case "body" -> article.text();
      default -> throw new AssertionError(name);
    };
  }

  /** The sub-headline is searched as the last line of the summary. */
  private static String searchedSummary(Article article) {
    String summary = article.summary() == null ? "" : article.summary();
    String subtitle = article.details().subtitle();
    return subtitle == null || subtitle.equals(summary) ? summary : summary + "\n" + subtitle;
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyHitHasSomethingToShow(String query) {
    for (Hit hit : hits(query, 2)) {
      assertThat(hit.snippets().stream().filter(s -> !s.field().equals("title")))
          .as("%s", hit.article().id())
          .hasSizeBetween(1, 2)
          .allSatisfy(s -> assertThat(s.text()).isNotBlank());
    }
  }

  @Test
  void whatMatchesInTheTextOnlyIsMarkedThere() {
    Hit hit = hits("طالبة تونسية", 2).getFirst();

    assertThat(hit.snippets()).anySatisfy(s -> assertThat(s.marks()).isNotEmpty());
  }

  @Test
  void noneAreGivenWhereNoneAreWanted() {
    assertThat(hits("مصر", 0))
        .isNotEmpty()
        .allSatisfy(
            hit ->
                assertThat(hit.snippets())
                    .allSatisfy(s -> assertThat(s.field()).isEqualTo("title")));
  }
}
