package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fihris.corpus.HtmlPage;
import org.fihris.corpus.PageRecord.Field;

class PageExtractorProperties {

  private static final List<String> LINES =
      List.of(
          Pages.FIRST,
          Pages.SECOND,
          "قطار جديد بين العاصمة والساحل",
          "ملخص",
          "إقرأ أيضاً:",
          "اقرأ المزيد",
          "مقالات مشابهة",
          "• قطار جديد",
          "- نقطة",
          "4 مارس 2025",
          "نشر في: 4 مارس 2025",
          "رئيس التحرير",
          "المصدر: رويترز",
          "المصدر:",
          "(أ ف ب)",
          "()",
          "(",
          "القاهرة - رويترز",
          "المساهمون",
          "كلمات دلالية",
          "|",
          "•",
          "كتب -",
          "",
          " ",
          "<p>",
          "&amp;",
          "Sorry, you need to enable JavaScript",
          "\uD800",
          "…");

  @Provide
  Arbitrary<String> pages() {
    return Arbitraries.of(LINES).list().ofMaxSize(14).map(lines -> String.join("\n", lines));
  }

  @Property(tries = 2000)
  void everyPageHasAResultAndParentsComeFirst(@ForAll("pages") String page) {
    List<Extraction> made = Pages.dump(page);
    assertThat(made).isNotEmpty();
    assertThat(made.size() == 1 || made.stream().allMatch(Article.class::isInstance)).isTrue();
    String parent = null;
    for (Extraction extraction : made) {
      if (extraction instanceof Article article) {
        assertThat(article.parentId()).isEqualTo(parent);
        parent = parent == null ? article.id() : parent;
        assertThat(article.text()).doesNotContain("\n\n").isEqualTo(article.text().strip());
      }
    }
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll String text) {
    assertThat(Pages.dump(text)).isNotEmpty();
    assertThat(Pages.ofRecord(Map.of(Field.TEXT, text, Field.TITLE, text, Field.URL, text)))
        .isNotNull();
  }

  private static final List<String> MARKUP =
      List.of(
          "<div class='related sidebar'>",
          "</div>",
          "<p>",
          "<h1>",
          "</h1>",
          "<h2>قطار جديد بين العاصمة والساحل</h2>",
          "<article>",
          "<table><tr><td>",
          "<a href='/x'>",
          "</a>",
          "<br>",
          "<ul class=tags><li><a href='/t' rel=tag>قطار</a></ul>",
          "<figure><figcaption>المحطة (رويترز)</figcaption></figure>",
          "<time datetime='2025-03-04'></time>",
          "<time>",
          "<meta property='article:published_time' content='أمس'>",
          "<meta itemprop=datePublished content='2025-03-04T99:00'>",
          "<link rel=canonical href='::'>",
          "<title>",
          "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\",3]},[]]}</script>",
          "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":[{}],</script>",
          "<script>",
          "<!--",
          Pages.FIRST,
          Pages.SECOND,
          "المصدر: رويترز",
          "اقرأ أيضا",
          "&#x1F600;&nbsp;");

  @Provide
  Arbitrary<String> marked() {
    return Arbitraries.of(MARKUP).list().ofMaxSize(30).map(parts -> String.join("", parts));
  }

  @Property(tries = 1000)
  void everyPageInHtmlHasAResultAndItsLinesHaveFates(@ForAll("marked") String html) {
    Explanation made =
        Pages.EXTRACTOR.explain(new HtmlPage(Pages.ORIGIN, "https://example.org/a", null, html));
    assertThat(made.made()).hasSize(1);
    if (made.made().getFirst() instanceof Article article) {
      assertThat(article.details().foundBy().keySet()).containsAll(article.parts());
      assertThat(article.text()).doesNotContain("\n\n").isEqualTo(article.text().strip());
    }
    assertThat(Pages.EXTRACTOR.explain(new HtmlPage(Pages.ORIGIN, null, null, html)).lines())
        .hasSameSizeAs(made.lines());
  }
}
