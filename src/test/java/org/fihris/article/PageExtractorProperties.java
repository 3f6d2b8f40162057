package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
}
