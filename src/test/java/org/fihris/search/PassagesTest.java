package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.analysis.MatchLevel;
import org.fihris.article.Article;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Syntax;
import org.fihris.snippet.Snippet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pieces of an article are shown, and where they are cut. */
class PassagesTest {
  private static final String FILLER = "تحدث الحاضرون طويلا عن أحوال الطقس في المنطقة كلها. ";

  @TempDir private static Path folder;
  private static NewsSearcher searcher;

  @BeforeAll
  static void index() {
    NewsIndex index = NewsIndex.open(folder.resolve("idx"));
    try (NewsWriter writer = index.writer()) {
      add(
          writer,
          "coverage",
          "قال الوزير كلمة قصيرة. "
              + FILLER.repeat(6)
              + "ثم أعلن الوزير رفع أسعار الوقود في البلاد. "
              + FILLER.repeat(6)
              + "وغادر الوزير القاعة.");
      add(
          writer,
          "repeated",
          "أعلنت الشركة افتتاح مصنع جديد للسيارات في المدينة اليوم.\n"
              + FILLER.repeat(5)
              + "\nأعلنت الشركة افتتاح مصنع جديد للسيارات في المدينة اليوم الأحد.\n"
              + FILLER.repeat(5)
              + "\nويعمل في هذا المصنع ألف عامل من أبناء القرى المجاورة.");
      add(
          writer,
          "endless",
          "وقال إن "
              + "القضية المعروضة على المحكمة كبيرة جدا ".repeat(20)
              + "بحضور د. سامي عبد الكريم من New York City وممثل عن أ.ف.ب ونحو 12 000 شخص "
              + "والقضية المعروضة على المحكمة كبيرة جدا ".repeat(20));
      add(writer, "unbroken", "كلمة " + "ابتثج".repeat(400) + " زرافة " + "دذرزس".repeat(400));
      add(writer, "nowhere", "\u064B".repeat(3000));
      writer.commit();
    }
    searcher = index.searcher();
  }

  private static void add(NewsWriter writer, String id, String text) {
    writer.add(Article.of(id, "عنوان", text));
  }

  @AfterAll
  static void close() {
    searcher.close();
  }

  private static List<Snippet> snippets(String query, String id, int count) {
    SearchRequest request =
        SearchRequest.of(query + " id:" + id).withSnippets(new SnippetOptions(count, 100));
    return searcher.search(request).hits().getFirst().snippets();
  }

  @Test
  void thePassageWithMoreOfTheWordsComesFirst() {
    Snippet best = snippets("الوزير أسعار الوقود", "coverage", 1).getFirst();
    assertThat(best.text()).startsWith("ثم أعلن الوزير رفع أسعار الوقود");
    assertThat(best.cut().start()).isFalse();
    assertThat(best.marks()).hasSize(3);
  }

  @Test
  void passagesComeInTheOrderOfTheArticle() {
    List<Snippet> all = snippets("الوزير أسعار الوقود", "coverage", 3);
    assertThat(all).extracting(Snippet::start).isSorted().hasSizeGreaterThan(1);
  }

  @Test
  void noPassageSaysWhatAnotherSays() {
    List<Snippet> all = snippets("مصنع", "repeated", 3);
    assertThat(all).hasSize(2);
    assertThat(all.getFirst().start()).isZero();
    assertThat(all.getLast().text()).contains("ألف عامل");
  }

  @Test
  void aLongSentenceIsCutAtWordsAndSaysSo() {
    Snippet snippet = snippets("سامي", "endless", 1).getFirst();
    assertThat(snippet.cut()).isEqualTo(new Snippet.Cut(true, true));
    assertThat(snippet.text().length()).isBetween(60, 125);
    for (String whole : List.of("د. سامي", "New York City", "أ.ف.ب", "12 000")) {
      String first = whole.split(" ")[0];
      assertThat(snippet.text().contains(first))
          .as(whole)
          .isEqualTo(snippet.text().contains(whole));
    }
  }

  @Test
  void textWithoutBlanksIsNoTrap() {
    Snippet snippet = snippets("زرافة", "unbroken", 1).getFirst();
    assertThat(snippet.text()).isEqualTo("زرافة");
    assertThat(snippets("", "unbroken", 1)).hasSize(1);
    Snippet lead = snippets("", "nowhere", 1).getFirst();
    assertThat(lead.text().length()).isLessThanOrEqualTo(125);
  }

  @Test
  void whatOnlyLuceneUnderstandsIsMarkedToo() {
    SearchRequest request = SearchRequest.of("body:وزي* AND id:coverage").withSyntax(Syntax.LUCENE);
    List<Snippet> found = searcher.search(request).hits().getFirst().snippets();
    assertThat(found).isNotEmpty().allSatisfy(s -> assertThat(s.marks()).isNotEmpty());
    assertThat(found.getFirst().marks().getFirst().level()).isNull();
  }

  @Test
  void anArticleIsReadWholeWithAllMarks() {
    MarkedArticle read = searcher.read("coverage", SearchRequest.of("وزير وقود"));
    assertThat(read).isNotNull();
    assertThat(read.texts()).extracting(Snippet::field).containsExactly("title", "body");
    Snippet body = read.texts().getLast();
    assertThat(body.text()).isEqualTo(read.article().text());
    assertThat(body.marks())
        .hasSize(4)
        .allSatisfy(mark -> assertThat(mark.level()).isEqualTo(MatchLevel.STEM))
        .extracting(Snippet.Mark::word)
        .containsExactly("وزير", "وزير", "وقود", "وزير");
    assertThat(searcher.read("none", SearchRequest.of("وزير"))).isNull();
  }

  @Test
  void anArticleThatIsNoHitIsReadToo() {
    MarkedArticle read = searcher.read("repeated", SearchRequest.of("وزير"));
    assertThat(read).isNotNull();
    assertThat(read.texts()).allSatisfy(text -> assertThat(text.marks()).isEmpty());
  }
}
