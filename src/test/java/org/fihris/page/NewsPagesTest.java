package org.fihris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.saved.SavedSearchesFile;
import org.fihris.search.NewsSearcher;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say, as a program reads them; how they look and work is for a browser. */
final class NewsPagesTest {
  private static final NewsPages PAGES =
      new NewsPages(Clock.fixed(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC));

  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void index() {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(
          Article.of(
                  "1",
                  "ترمب يستقبل الوفد",
                  "استقبل الرئيس دونالد ترمب الوفد في واشنطن.\nوقالت (CNN) إن الوفد كبير.")
              .withSource("الأفق"));
      writer.add(Article.of("2", "", "نص بلا عنوان عن الوفد."));
      writer.add(Article.of("3", "قمة", "عقدت القمة.").withUrl("https://a.example/x"));
      writer.add(Article.of("4", "رابط", "نص.").withUrl("data:text/html,x"));
      writer.commit();
    }
    searcher = index.searcher();
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  private static Document search(Map<String, List<String>> given) {
    return Jsoup.parse(PAGES.search(searcher, given).html());
  }

  private static Document article(String id, Map<String, List<String>> given) {
    return Jsoup.parse(PAGES.article(searcher, id, given).html());
  }

  @Test
  void aMarkSaysHowNearItIs() {
    Document page = search(Map.of("q", List.of("ترامب")));
    assertThat(page.select(".hit mark.form").attr("title")).isEqualTo("صيغة أخرى من «ترامب»");
    Document english = search(Map.of("q", List.of("ترمب"), "lang", List.of("en")));
    assertThat(english.select("h3 mark").attr("class")).isEqualTo("same");
    assertThat(english.select("h3 mark").hasAttr("title")).isFalse();
  }

  @Test
  void noBlankIsPutBetweenTheLettersOfAWord() {
    assertThat(article("1", Map.of("q", List.of("الوفد"))).select(".body p").getFirst().wholeText())
        .isEqualTo("استقبل الرئيس دونالد ترمب الوفد في واشنطن.");
    assertThat(article("1", Map.of()).select(".body bdi").text()).isEqualTo("CNN");
  }

  @Test
  void anArticleWithoutHeadlineOrDateSaysSo() {
    Document page = article("2", Map.of());
    assertThat(page.select("h1").text()).isEqualTo("(بلا عنوان)");
    assertThat(page.select(".byline .undated").text()).isEqualTo("بلا تاريخ");
    assertThat(page.select(".back")).isEmpty();
    assertThat(page.select(".markbar")).isEmpty();
  }

  @Test
  void onlyAWebAddressIsALinkOutOfThePages() {
    assertThat(article("3", Map.of()).select(".imprint a").attr("href"))
        .isEqualTo("https://a.example/x");
    assertThat(article("4", Map.of()).select(".imprint a")).isEmpty();
  }

  @Test
  void nothingInAPageIsStyleOrScriptOfItsOwn() {
    Document page = search(Map.of("q", List.of("الوفد")));
    assertThat(page.select("[style], style, script:not([src])")).isEmpty();
    assertThat(page.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
  }

  @Test
  void idsAreGivenOnce() {
    for (Document page : List.of(search(Map.of()), article("1", Map.of("q", List.of("الوفد"))))) {
      assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
  }

  @Test
  void outcomesAreTold() {
    assertThat(PAGES.article(searcher, "9", Map.of()).outcome())
        .isEqualTo(Rendered.Outcome.NOT_FOUND);
    assertThat(PAGES.entity(searcher, "9", Map.of()).outcome())
        .isEqualTo(Rendered.Outcome.NOT_FOUND);
    assertThat(PAGES.search(searcher, Map.of("q", List.of("ظظغغ"))).outcome())
        .isEqualTo(Rendered.Outcome.FOUND);
    Rendered busy = PAGES.problem(Rendered.Outcome.BUSY, Map.of("lang", List.of("en")));
    assertThat(busy.outcome()).isEqualTo(Rendered.Outcome.BUSY);
    assertThat(Jsoup.parse(busy.html()).select("h1").text()).isEqualTo("The server is busy");
  }

  @Test
  void aBrokenFileOfSavedSearchesIsSaid() {
    Document page =
        Jsoup.parse(
            PAGES
                .saved(new SavedSearchesFile.InForce(List.of(), "line 3 is <wrong>"), Map.of())
                .html());
    assertThat(page.select(".notices").text()).contains("line 3 is <wrong>");
    assertThat(page.select(".nothing h2").text()).isEqualTo("لا عمليات بحث محفوظة");
  }
}
