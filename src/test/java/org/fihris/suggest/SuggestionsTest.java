package org.fihris.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.entity.EntityEdit;
import org.fihris.query.Warning;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionsTest {
  @TempDir private Path folder;
  private NewsIndex index;

  @BeforeEach
  void index() {
    index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      add(writer, "1", "مجلس الأمن الدولي يبحث الأزمة في اليمن");
      add(writer, "2", "مجلس الأمن الدولي يدين الهجوم");
      add(writer, "3", "مجلس الأمن الدولي يجتمع غداً بطلب من أمريكا");
      add(writer, "4", "دونالد ترامب يلتقي رئيس المجلس");
      add(writer, "5", "دونالد ترامب يلتقي رئيس المجلس"); // a reprint
      add(writer, "6", "ارتفاع أسعار النفط بعد تصريحات ترامب");
      add(writer, "7", "أسعار النفط تواصل الصعود");
      add(writer, "8", "تراجع أسعار النفط في آسيا");
      writer.commit();
    }
    index.buildSuggestions();
  }

  private static void add(NewsWriter writer, String id, String title) {
    writer.add(Article.of(id, title, title + "."));
  }

  private Suggestions suggest(String typed) {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.suggest(SuggestRequest.of(typed));
    }
  }

  private List<String> texts(String typed) {
    return suggest(typed).suggestions().stream().map(Suggestion::text).toList();
  }

  @Test
  void entitiesComeFirstThenPhrasesThenHeadlines() {
    assertThat(suggest("ترام").suggestions())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isInstanceOfSatisfying(
                        Suggestion.OfEntity.class,
                        entity -> {
                          assertThat(entity.entity().id()).isEqualTo("donald-trump");
                          assertThat(entity.articles()).isEqualTo(3);
                        }),
            headline -> assertThat(headline).isInstanceOf(Suggestion.OfHeadline.class),
            headline -> assertThat(headline).isInstanceOf(Suggestion.OfHeadline.class));
  }

  @Test
  void aPhraseIsMadeOfWordsThatStandTogether() {
    assertThat(suggest("أسعار").suggestions()).contains(new Suggestion.OfPhrase("أسعار النفط", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"الامن", "أمن الدولي", "الأمنُ الد", "مجلس امن", "الدولي مجلس", "غدا ", "امر"})
  void hamzaMarksArticleAndOrderMakeNoDifference(String typed) {
    assertThat(texts(typed)).contains("مجلس الأمن الدولي يجتمع غداً بطلب من أمريكا");
  }

  @Test
  void aWordWithASpaceBehindItIsWhole() {
    assertThat(texts("ترا ")).isEmpty();
    assertThat(texts("ترامب ")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tru", "Donald T", "TRUMP"})
  void entitiesAreFoundByTheirEnglishLabel(String typed) {
    assertThat(texts(typed)).containsExactly("دونالد ترامب");
  }

  @Test
  void aHeadlineIsSuggestedOnce() {
    assertThat(texts("دونالد ترامب يل")).containsExactly("دونالد ترامب يلتقي رئيس المجلس");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "؟!", "\0", "ززززززز", "a b c d e f g h i j k l m n o p"})
  void whatNothingBeginsWithHasNoSuggestions(String typed) {
    assertThat(suggest(typed).suggestions()).isEmpty();
    assertThat(suggest(typed).warnings()).isEmpty();
  }

  @Test
  void everyHeadlineIsFoundByItsBeginnings() throws IOException {
    NewsIndex real = Testdata.index(folder.resolve("real.idx"));
    real.buildSuggestions();
    try (NewsSearcher searcher = real.searcher()) {
      for (String headline : headlines(real)) {
        String[] words = headline.split("\\s+");
        for (int count = 3; count < Math.min(words.length, 9); count++) {
          String typed = String.join(" ", List.of(words).subList(0, count));
          assertThat(
                  searcher
                      .suggest(new SuggestRequest(typed, SuggestRequest.MAX_LIMIT))
                      .suggestions())
              .as(typed)
              .anyMatch(found -> found.text().equals(headline.replaceAll("\\s+", " ")));
        }
      }
    }
  }

  private static List<String> headlines(NewsIndex index) throws IOException {
    try (ArchiveDraw draw = new ArchiveDraw(index.path(), new Random(1))) {
      return draw.headlines(40).stream().distinct().toList();
    }
  }

  @Test
  void arrivedArticlesAreTold() {
    try (NewsWriter writer = index.writer()) {
      add(writer, "9", "زلزال يضرب المدينة");
      writer.commit();
    }
    assertThat(suggest("ترا").warnings())
        .extracting(Warning::code)
        .containsExactly(Warning.Code.SUGGESTIONS);
    assertThat(suggest("ترا").suggestions()).isNotEmpty();
    assertThat(texts("زلزا")).isEmpty();
    assertThat(index.buildSuggestions()).isTrue();
    assertThat(index.buildSuggestions()).isFalse();
    assertThat(texts("زلزا")).containsExactly("زلزال يضرب المدينة");
    assertThat(suggest("ترا").warnings()).isEmpty();
  }

  @Test
  void deletedArticlesAreNotSuggested() {
    try (NewsWriter writer = index.writer()) {
      writer.delete(List.of("6"));
      writer.commit();
    }
    assertThat(texts("ارتفا")).isEmpty();
  }

  @Test
  void missingSuggestionsAreTold() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    assertThat(suggest("ترا").suggestions()).isEmpty();
    assertThat(suggest("ترا").warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("there are none", "--build"));
    assertThat(index.verify().sound()).isTrue();
    assertThat(index.buildSuggestions()).isTrue();
    assertThat(suggest("ترا").suggestions()).isNotEmpty();
  }

  @Test
  void damageTakesNothingFromASearchAndIsMended() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 0) {
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }
    assertThat(suggest("ترا").warnings()).isNotEmpty();
    assertThat(index.verify().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains("--build"));
    assertThat(index.buildSuggestions()).isTrue();
    assertThat(suggest("ترا").suggestions()).isNotEmpty();
    assertThat(index.verify().sound()).isTrue();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(SuggestionFiles.folder(index.path()))) {
      return files.toList();
    }
  }

  @Test
  void correctionsAreInForceAtOnce() {
    index.corrections().add(List.of(new EntityEdit.Hide("donald-trump")));
    assertThat(suggest("ترام").suggestions())
        .noneMatch(suggestion -> suggestion instanceof Suggestion.OfEntity);
  }
}
