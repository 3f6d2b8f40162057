package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.entity.EntityEdit;
import org.fihris.query.EntityUse;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query that names a known entity finds the articles that name it otherwise. */
class OtherNamesTest {
  @TempDir private static Path folder;
  private static NewsIndex index = NewsIndex.open(Path.of("unused"));

  @BeforeAll
  static void index() {
    index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      add(writer, "us", "أعلنت الولايات المتحدة عقوبات جديدة.");
      add(writer, "america", "قالت أمريكا إنها ستفرض عقوبات جديدة.");
      add(writer, "isis", "هاجم تنظيم الدولة الإسلامية القرية.");
      add(writer, "daesh", "هاجم داعش القرية.");
      add(writer, "trump", "قال ترامب كلمة.");
      add(writer, "trmb", "قال ترمب كلمة.");
      add(writer, "putin", "قال بوتين كلمة.");
      add(writer, "states", "تجتمع الولايات غدا في قاعة متحدة الألوان.");
      writer.commit();
    }
  }

  private static void add(NewsWriter writer, String id, String text) {
    writer.add(Article.of(id, "خبر", text));
  }

  private static Hits search(SearchRequest request) {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.search(request);
    }
  }

  private static Set<String> ids(Hits hits) {
    Set<String> ids = new HashSet<>();
    hits.hits().forEach(hit -> ids.add(hit.article().id()));
    return ids;
  }

  private static boolean saysSo(Hits hits) {
    return hits.warnings().stream().anyMatch(w -> w.code() == Warning.Code.OTHER_NAMES);
  }

  @ParameterizedTest
  @CsvSource({
    "أمريكا, us america, true",
    "امريكا عقوبات, us america, true",
    "عقوبات الولايات المتحدة, us america, true",
    "داعش, isis daesh, true",
    "لداعش, isis daesh, true",
    "داعش OR بوتين, isis daesh putin, true",
    // One stem in all writings: nothing to add, nothing to say.
    "ترمب, trump trmb, false",
    "بوتن, putin, false",
    // In quotation marks, behind = and behind a minus words are words.
    "\"أمريكا\", america, false",
    "=أمريكا, america, false",
    "عقوبات -أمريكا, us, false",
    "text:أمريكا, america, false",
    "عقوبات, us america, false",
  })
  void namesFindOneEntity(String query, String expected, boolean said) {
    Hits hits = search(SearchRequest.of(query).withWords(Words.ALL));

    assertThat(ids(hits)).isEqualTo(Set.of(expected.split(" ")));
    assertThat(saysSo(hits)).isEqualTo(said);
  }

  @Test
  void theNoteNamesTheWordsAndTheEntity() {
    assertThat(search(SearchRequest.of("عقوبات أمريكا")).warnings())
        .extracting(Warning::message)
        .containsExactly(
            "أمريكا is a name of الولايات المتحدة (united-states): articles that name it otherwise"
                + " are found too.");
  }

  @Test
  void itCanBeToldNotTo() {
    Hits hits = search(SearchRequest.of("أمريكا").withEntityUse(EntityUse.WORDS_ONLY));

    assertThat(ids(hits)).containsExactly("america");
    assertThat(saysSo(hits)).isFalse();
  }

  @Test
  void theWordsAsTypedComeFirstAndTheOtherNamesAreMarked() {
    Hits hits = search(SearchRequest.of("داعش"));

    assertThat(hits.hits().getFirst().article().id()).isEqualTo("daesh");
    assertThat(hits.hits().getLast().snippets())
        .anySatisfy(snippet -> assertThat(snippet.marks()).isNotEmpty());
  }

  @Test
  void plainTextNamesEntitiesToo() {
    SearchRequest plain = SearchRequest.of("أمريكا (عقوبات)").withSyntax(Syntax.PLAIN);

    assertThat(ids(search(plain.withWords(Words.ALL)))).containsExactlyInAnyOrder("us", "america");
    assertThat(ids(search(plain.withWords(Words.ANY)))).containsExactlyInAnyOrder("us", "america");
    assertThat(ids(search(plain.withEntityUse(EntityUse.WORDS_ONLY).withWords(Words.ALL))))
        .containsExactly("america");
  }

  @Test
  void whereOneWordIsEnoughPartsOfANameAreToo() {
    Hits hits = search(SearchRequest.of("الولايات المتحدة").withWords(Words.ANY));

    assertThat(ids(hits)).containsExactlyInAnyOrder("us", "america", "states");
    assertThat(hits.hits().getFirst().article().id()).isEqualTo("us");
  }

  @Test
  void aNameThatAUserGaveIsOneToo(@TempDir Path own) {
    NewsIndex corrected = NewsIndex.open(own.resolve("news.idx"));
    try (NewsWriter writer = corrected.writer()) {
      add(writer, "putin", "قال بوتين كلمة.");
      add(writer, "other", "قال القيصر كلمة.");
      writer.commit();
    }
    corrected.corrections().add(List.of(new EntityEdit.Alias("vladimir-putin", "قيصر الكرملين")));
    try (NewsSearcher searcher = corrected.searcher()) {
      Hits hits = searcher.search(SearchRequest.of("كلمة قيصر الكرملين").withWords(Words.ALL));
      assertThat(ids(hits)).containsExactly("putin");
      assertThat(saysSo(hits)).isTrue();
    }
  }
}
