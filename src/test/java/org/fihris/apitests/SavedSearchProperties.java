package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.entity.EntityEdit;
import org.fihris.query.Dimension;
import org.fihris.query.EntityUse;
import org.fihris.query.Filters;
import org.fihris.query.Interpretation;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.fihris.saved.Alert;
import org.fihris.saved.SavedSearch;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New articles are reported exactly where a search of the index finds them. */
public class SavedSearchProperties {
  private static final int COMMITS = 2;
  private static final int SEARCHES = 60;
  private static final int ARTICLES = 12;

  /** Spellings, forms, names that stand for each other, particles joined, stop words. */
  private static final List<String> WORDS =
      List.of(
          "ترامب",
          "ترمب",
          "دونالد",
          "الرئيس",
          "الأمريكي",
          "الأميركي",
          "أمريكا",
          "الولايات",
          "المتحدة",
          "بوتين",
          "فلاديمير",
          "روسيا",
          "لروسيا",
          "وموسكو",
          "داعش",
          "تنظيم",
          "الدولة",
          "الإسلامية",
          "الإسلاميه",
          "وزراء",
          "وزير",
          "بالوزير",
          "مسؤول",
          "المسئولين",
          "إلى",
          "من",
          "القاهرة",
          "القاهره",
          "مصر",
          "المصريون",
          "كوفيد-19",
          "2018",
          "مكتبات",
          "كتاب",
          "للكتب");

  @TempDir private Path folder;
  private final Random random = new Random(20_250_613);

  /** How many indexes are made; in every other one corrections come into force in between. */
  protected int rounds() {
    return 4;
  }

  /** An index that is not there yet. */
  protected NewsIndex fresh(int round) {
    return NewsIndex.open(folder.resolve("news-" + round));
  }

  @Test
  protected void whatIsReportedIsWhatASearchFindsAmongTheNewArticles() {
    int reports = 0;
    long silent = 0;
    for (int round = 0; round < rounds(); round++) {
      NewsIndex index = fresh(round);
      Set<String> ids = new HashSet<>();
      try (NewsWriter writer = index.writer()) {
        articles(round + "-old").forEach(writer::add);
        writer.commit();
      }
      List<SavedSearch> searches = searches();
      index.savedSearches().add(searches);
      Set<String> reportedBefore = new HashSet<>();
      List<Alert> alerts = new ArrayList<>();
      try (NewsWriter writer = index.writer(alerts::addAll)) {
        for (int commit = 0; commit < COMMITS; commit++) {
          if (round % 2 == 1 && commit == 1) {
            correct(index);
          }
          ids.clear();
          alerts.clear();
          for (Article article : articles(round + "-" + commit)) {
            writer.add(article);
            ids.add(article.id());
          }
          writer.commit();
          assertReported(index, searches, ids, alerts, reportedBefore);
          reports += alerts.size();
          silent +=
              searches.size()
                  - alerts.stream().map(alert -> alert.search().name()).distinct().count();
        }
      }
    }
    assertThat(reports).isGreaterThan(50 * rounds());
    assertThat(silent).isGreaterThan(10 * rounds());
  }

  private static void correct(NewsIndex index) {
    index
        .corrections()
        .add(
            List.of(
                new EntityEdit.Merge("vladimir-putin", "donald-trump"),
                new EntityEdit.Alias("egypt", "كتاب")));
  }

  /** Compares what was reported with what a search finds. */
  private static void assertReported(
      NewsIndex index,
      List<SavedSearch> searches,
      Set<String> fresh,
      List<Alert> alerts,
      Set<String> reportedBefore) {
    Set<String> reported = new HashSet<>();
    for (Alert alert : alerts) {
      String story = alert.search().name() + " " + alert.hit().group();
      assertThat(reported.add(story)).as("reported once: " + story).isTrue();
    }
    Set<String> expected = new HashSet<>();
    try (NewsSearcher searcher = index.searcher()) {
      for (SavedSearch search : searches) {
        SearchRequest request = search.request().withLimit(1000).withSnippets(SnippetOptions.NONE);
        for (Hit hit : searcher.search(request).hits()) {
          String story = search.name() + " " + hit.group();
          if (fresh.contains(hit.article().id()) && !reportedBefore.contains(story)) {
            expected.add(story);
          }
        }
      }
    }
    assertThat(reported).isEqualTo(expected);
    reportedBefore.addAll(reported);
  }

  private List<Article> articles(String prefix) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(
          Article.of(prefix + "-" + i, words(1 + random.nextInt(4)), words(4 + random.nextInt(12)))
              .withSource(pick(List.of("الأفق", "الافق", "المدار"))));
    }
    return articles;
  }

  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(pick(WORDS));
    }
    return String.join(" ", words);
  }

  private List<SavedSearch> searches() {
    List<SavedSearch> searches = new ArrayList<>();
    for (int i = 0; i < SEARCHES; i++) {
      searches.add(new SavedSearch("s" + i, query(2), interpretation(), filters()));
    }
    return searches;
  }

  private String query(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 10)) {
      case 0, 1 -> words(1);
      case 2 -> words(2 + random.nextInt(3));
      case 3 -> '"' + words(1 + random.nextInt(2)) + '"';
      case 4 -> "=" + words(1);
      case 5 -> pick(List.of("title:", "text:", "source:", "person:")) + words(1);
      case 6 -> query(depth - 1) + " -" + words(1);
      case 7 -> "(" + query(depth - 1) + ") OR (" + query(depth - 1) + ")";
      case 8 -> query(depth - 1) + " " + query(depth - 1);
      default -> "الولايات المتحدة " + query(depth - 1);
    };
  }

  private Interpretation interpretation() {
    Interpretation usual = Interpretation.USUAL.withWords(Words.ALL);
    return switch (random.nextInt(10)) {
      case 0 -> usual.withWords(Words.ANY);
      case 1 -> usual.withSpelling(Spelling.AS_TYPED);
      case 2 -> usual.withEntityUse(EntityUse.WORDS_ONLY);
      case 3 -> usual.withSyntax(Syntax.PLAIN);
      case 4 -> usual.withSyntax(Syntax.LUCENE);
      default -> usual;
    };
  }

  private Filters filters() {
    return switch (random.nextInt(6)) {
      case 0 -> Filters.NONE.with(Dimension.SOURCE, "الأفق");
      case 1 -> Filters.NONE.with(Dimension.PERSON, "ترامب");
      case 2 -> Filters.NONE.with(Dimension.PLACE, "egypt");
      default -> Filters.NONE;
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
