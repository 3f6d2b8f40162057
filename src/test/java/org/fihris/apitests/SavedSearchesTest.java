package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.config.ConfigException;
import org.fihris.index.ArticleStore;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.Interpretation;
import org.fihris.query.Words;
import org.fihris.saved.Alert;
import org.fihris.saved.SavedSearch;
import org.fihris.saved.SavedSearchesFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is new for saved searches is reported once, and never lost. */
class SavedSearchesTest {
  private static final String REPORT =
      "ضرب زلزال عنيف جزيرة لومبوك في إندونيسيا صباح الأحد وأسفر عن سقوط عشرات القتلى وانهيار"
          + " مئات المنازل، وقالت هيئة الكوارث إن فرق الإنقاذ تبحث عن ناجين تحت الأنقاض في القرى"
          + " الجبلية النائية التي انقطعت عنها الكهرباء والاتصالات منذ الساعات الأولى.";

  @TempDir private Path folder;
  private NewsIndex index = NewsIndex.open(Path.of("unused"));
  private final List<Alert> alerts = new ArrayList<>();

  @BeforeEach
  void index() {
    index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(Article.of("old", "زلزال قديم", "وقع زلزال في العام الماضي."));
      writer.commit();
    }
    index.savedSearches().add(List.of(SavedSearch.of("quakes", "زلزال")));
  }

  private static Article article(String id, String text, String source) {
    return Article.of(id, "خبر", text).withSource(source);
  }

  private void addAndCommit(Article... articles) {
    try (NewsWriter writer = index.writer(alerts::addAll)) {
      Stream.of(articles).forEach(writer::add);
      writer.commit();
    }
  }

  private List<String> ids() {
    return alerts.stream().map(alert -> alert.hit().article().id()).toList();
  }

  @Test
  void newArticlesAreReportedAndOldOnesAreNot() {
    addAndCommit(article("new", REPORT, "الأفق"), article("other", "فاز الفريق.", "الأفق"));

    assertThat(ids()).containsExactly("new");
    assertThat(alerts.getFirst().search().name()).isEqualTo("quakes");
    assertThat(alerts.getFirst().hit().snippets())
        .anySatisfy(snippet -> assertThat(snippet.marks()).isNotEmpty());
  }

  @Test
  void changedArticlesAreNotNew() {
    addAndCommit(article("old", REPORT, "الأفق"));
    addAndCommit(article("new", REPORT.replace("لومبوك", "بالي"), "المدار"));
    alerts.clear();
    addAndCommit(article("new", REPORT + " وارتفع عدد القتلى.", "المدار"));

    assertThat(alerts).isEmpty();
  }

  @Test
  void oneStoryIsReportedOnceForASearchAcrossRuns() {
    addAndCommit(article("a", REPORT, "الأفق"), article("b", REPORT, "المدار"));
    assertThat(ids()).containsExactly("a");

    addAndCommit(article("c", REPORT, "النيل"));
    assertThat(ids()).containsExactly("a");

    index.savedSearches().add(List.of(SavedSearch.of("indonesia", "إندونيسيا")));
    addAndCommit(article("d", REPORT, "البحر"));
    assertThat(ids()).containsExactly("a", "d");
    assertThat(alerts.getLast().search().name()).isEqualTo("indonesia");
  }

  @Test
  void aReportThatFailedComesWithTheNextCommit() {
    try (NewsWriter writer =
        index.writer(
            piece -> {
              throw new IllegalStateException("full");
            })) {
      writer.add(article("new", REPORT, "الأفق"));
      assertThatThrownBy(writer::commit).hasMessage("full");
    }
    try (NewsWriter writer = index.writer(alerts::addAll)) {
      writer.commit();
    }
    assertThat(ids()).containsExactly("new");

    try (NewsWriter writer = index.writer(alerts::addAll)) {
      writer.commit();
    }
    assertThat(ids()).containsExactly("new");
  }

  /** The folder as a power cut leaves it between the commit and the report. */
  @Test
  void aCrashBetweenCommitAndReportLosesNothing() throws IOException {
    NewsIndex cut = NewsIndex.open(folder.resolve("cut.idx"));
    try (NewsWriter writer = index.writer(piece -> copy(index.path(), cut.path()))) {
      writer.add(article("new", REPORT, "الأفق"));
      writer.commit();
    }
    try (NewsWriter writer = cut.writer(alerts::addAll)) {
      assertThat(writer.add(article("new", REPORT, "الأفق")))
          .isEqualTo(ArticleStore.Outcome.UNCHANGED);
      writer.commit();
    }
    assertThat(ids()).containsExactly("new");
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to);
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the list of new articles as a writer does before it commits. */
  private Path noteNew(String... ids) throws IOException {
    String content = "fihris new articles 2\n" + String.join("\n", ids) + "\n";
    CRC32 checksum = new CRC32();
    checksum.update(content.getBytes(StandardCharsets.UTF_8));
    return Files.writeString(
        index.path().resolve("new-articles.txt"),
        content + "\n# checksum\t%08x\n".formatted(checksum.getValue()));
  }

  @Test
  void whatWasNeverCommittedIsNotReported() throws IOException {
    // As a crash before the commit leaves it: the id is noted, the article is not there.
    Path noted = noteNew("ghost", "old");
    addAndCommit();

    assertThat(ids()).containsExactly("old");
    assertThat(noted).doesNotExist();
  }

  @Test
  void articlesThatAreWrittenAgainAfterACrashAreReported() throws IOException {
    noteNew("new");
    addAndCommit(article("new", REPORT, "الأفق"));

    assertThat(ids()).containsExactly("new");
  }

  @Test
  void idsOfAnyKindComeThroughACrash() {
    String id = "a\\n\n\r\tع";
    try (NewsWriter writer =
        index.writer(
            piece -> {
              throw new IllegalStateException("full");
            })) {
      writer.add(article(id, REPORT, "الأفق"));
      assertThatThrownBy(writer::commit).hasMessage("full");
    }
    addAndCommit();
    assertThat(ids()).containsExactly(id);
  }

  @Test
  void searchesComeBackFromTheirFileAsTheyWereSaved() {
    SavedSearch search =
        new SavedSearch(
            "ترامب في الأفق",
            "\"دونالد ترامب\"\tOR\nبوتين",
            Interpretation.USUAL.withWords(Words.ANY),
            Filters.NONE.withDays(LocalDate.of(2020, 1, 1), null).with(Dimension.SOURCE, "الأفق"));
    index.savedSearches().add(List.of(search));

    assertThat(index.savedSearches().inForce().searches()).contains(search);
    assertThat(search.text()).isEqualTo("\"دونالد ترامب\" OR بوتين");

    index.savedSearches().remove("ترامب في الأفق");
    assertThat(index.savedSearches().inForce().searches())
        .extracting(SavedSearch::name)
        .containsExactly("quakes");
  }

  @Test
  void aBrokenFileLeavesItsLastGoodVersionInForceAndNamesTheLine() throws IOException {
    Path file = index.path().resolve(SavedSearchesFile.NAME);
    Files.writeString(file, Files.readString(file) + "search\tx\ty\tcolour=red\n");

    assertThat(index.savedSearches().inForce().problem())
        .contains(SavedSearchesFile.NAME + ":4:")
        .contains("colour");
    try (NewsWriter writer = index.writer(alerts::addAll)) {
      writer.add(article("new", REPORT, "الأفق"));
      writer.commit();
      assertThat(writer.savedSearchesProblem()).contains(SavedSearchesFile.NAME + ":4:");
    }
    assertThat(ids()).containsExactly("new");
  }

  @Test
  void whatTheFileCannotHoldIsRefused() {
    assertThatThrownBy(() -> index.savedSearches().add(List.of(SavedSearch.of("quakes", "هزة"))))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("taken by line 3");
    assertThatThrownBy(() -> index.savedSearches().remove("none"))
        .isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> SavedSearch.of("a\tb", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SavedSearch.of("long", "س".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
