package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.config.ConfigException;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdit;
import org.fihris.facet.FacetValue;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.LabelLanguage;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Warning;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections to entities, in force without indexing again. */
class CorrectionsTest {
  @TempDir private Path folder;
  private NewsIndex index = NewsIndex.open(Path.of("unused"));

  @BeforeEach
  void index() {
    index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(article("both", "زار ترامب مصر مع إيفانكا ترامب والتقيا بوتين."));
      writer.add(article("trump", "قال دونالد ترامب إنه سيزور مصر. وأضاف ترمب أنه مسرور."));
      writer.add(article("trmb", "قال ترمب إنه يزور فرنسا."));
      writer.add(article("ivanka", "وصلت إيفانكا ترامب إلى باريس في فرنسا."));
      writer.add(article("putin", "قال بوتين إن روسيا ترحب."));
      writer.commit();
    }
  }

  private static Article article(String id, String text) {
    return Article.of(id, "خبر", text).withSource("الأفق");
  }

  private void correct(EntityEdit... edits) {
    index.corrections().add(List.of(edits));
  }

  private static SearchRequest all(String query) {
    return SearchRequest.of(query).withLimit(1000).withSnippets(SnippetOptions.NONE);
  }

  private static Set<String> ids(NewsSearcher searcher, String query) {
    Set<String> ids = new HashSet<>();
    searcher.search(all(query)).hits().forEach(hit -> ids.add(hit.article().id()));
    return ids;
  }

  private static List<FacetValue> persons(NewsSearcher searcher) {
    return searcher
        .search(all("").withFacets(List.of(FacetRequest.of(Dimension.PERSON).withLimit(1000))))
        .facets()
        .getFirst()
        .values();
  }

  private static long count(NewsSearcher searcher, String person) {
    return persons(searcher).stream()
        .filter(value -> value.value().equals(person))
        .mapToLong(FacetValue::count)
        .sum();
  }

  @Test
  void mergedEntitiesAreOneAndAnArticleWithBothCountsOnce() {
    correct(new EntityEdit.Merge("ivanka-trump", "donald-trump"));
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "donald-trump")).isEqualTo(4);
      assertThat(count(searcher, "ivanka-trump")).isZero();
      Set<String> four = Set.of("both", "trump", "trmb", "ivanka");
      assertThat(ids(searcher, "person:donald-trump")).isEqualTo(four);
      assertThat(ids(searcher, "person:ivanka-trump")).isEqualTo(four);
      assertThat(ids(searcher, "person:\"إيفانكا ترامب\"")).isEqualTo(four);
      assertThat(entities(searcher, "both"))
          .containsOnlyOnce("donald-trump")
          .doesNotContain("ivanka-trump");
    }
  }

  private static List<String> entities(NewsSearcher searcher, String article) {
    Hit hit = searcher.search(all("id:" + article)).hits().getFirst();
    List<String> ofHit = hit.article().entities().stream().map(Entity::id).toList();
    Article shown = searcher.article(article);
    assertThat(shown).isNotNull();
    assertThat(shown.entities()).extracting(Entity::id).isEqualTo(ofHit);
    return ofHit;
  }

  @Test
  void aSplitTakesTheArticlesWithThatSpelling() {
    correct(
        new EntityEdit.Split("donald-trump", "تَرمب", "trmb-other"),
        new EntityEdit.Rename("trmb-other", "ترمب الآخر", "Other Trump"));
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(ids(searcher, "person:trmb-other")).containsExactlyInAnyOrder("trump", "trmb");
      assertThat(ids(searcher, "person:donald-trump")).containsExactlyInAnyOrder("both", "trump");
      assertThat(count(searcher, "trmb-other")).isEqualTo(2);
      assertThat(count(searcher, "donald-trump")).isEqualTo(2);
      assertThat(entities(searcher, "trump")).contains("donald-trump", "trmb-other");
      assertThat(entities(searcher, "trmb")).contains("trmb-other").doesNotContain("donald-trump");
      assertThat(ids(searcher, "person:\"ترمب الاخر\"")).containsExactlyInAnyOrder("trump", "trmb");
      assertThat(ids(searcher, "person:ترمب")).containsExactlyInAnyOrder("trump", "trmb");
    }
  }

  @Test
  void aSpellingThatNoArticleHasIsRefusedAndTheOthersAreNamed() {
    assertThatThrownBy(() -> correct(new EntityEdit.Split("donald-trump", "ترومب", "x")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no article names donald-trump as 'ترومب'")
        .hasMessageContaining("ترمب");
    assertThat(index.path().resolve("entity-edits.tsv")).doesNotExist();
  }

  @Test
  void aHiddenEntityIsShownNowhereAndFoundByItsIdOnly() {
    correct(new EntityEdit.Hide("vladimir-putin"));
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "vladimir-putin")).isZero();
      assertThat(entities(searcher, "both")).doesNotContain("vladimir-putin");
      assertThat(ids(searcher, "person:vladimir-putin")).containsExactlyInAnyOrder("both", "putin");
      assertThat(searcher.search(all("person:بوتين")).warnings())
          .extracting(Warning::code)
          .contains(Warning.Code.UNKNOWN_NAME);
    }
  }

  @Test
  void labelsAndNamesAreThoseGiven() {
    correct(
        new EntityEdit.Rename("vladimir-putin", "بوتين الرئيس", "President Putin"),
        new EntityEdit.Alias("vladimir-putin", "أبو علي"));
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(persons(searcher)).extracting(FacetValue::label).contains("بوتين الرئيس");
      assertThat(ids(searcher, "person:\"ابو على\"")).containsExactlyInAnyOrder("both", "putin");
      FacetRequest english =
          FacetRequest.of(Dimension.PERSON)
              .withLanguage(LabelLanguage.ENGLISH)
              .withFind("PRESIDENT");
      assertThat(searcher.search(all("").withFacets(List.of(english))).facets().getFirst().values())
          .extracting(FacetValue::label)
          .containsExactly("President Putin");
    }
  }

  @Test
  void editsSurviveWritingAndBuildingAnew() throws IOException {
    correct(new EntityEdit.Merge("ivanka-trump", "donald-trump"));
    try (NewsWriter writer = index.writer()) {
      writer.add(article("more", "زارت إيفانكا ترامب لندن."));
      writer.delete(List.of("putin"));
      writer.commit();
    }
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "donald-trump")).isEqualTo(5);
    }
    try (NewsWriter writer = index.rebuild()) {
      writer.add(article("one", "زارت إيفانكا ترامب لندن."));
      writer.commit();
    }
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "donald-trump")).isEqualTo(1);
    }
    assertThat(index.verify().sound()).isTrue();
    assertThat(Files.readString(file())).endsWith("\nmerge\tivanka-trump\tdonald-trump\n");
  }

  @Test
  void theEditsOfOneIndexMayBePutWhereAnotherIsToBeBuilt() throws IOException {
    Path fresh = Files.createDirectory(folder.resolve("fresh.idx"));
    Files.writeString(fresh.resolve("entity-edits.tsv"), "version\t1\nhide\tdonald-trump\n");
    NewsIndex other = NewsIndex.open(fresh);
    try (NewsWriter writer = other.writer()) {
      writer.add(article("one", "قال ترامب وبوتين كلمة."));
      writer.commit();
    }
    try (NewsSearcher searcher = other.searcher()) {
      assertThat(persons(searcher)).extracting(FacetValue::value).containsExactly("vladimir-putin");
    }
  }

  @Test
  void anEditIsTakenBackByItsLine() {
    correct(new EntityEdit.Hide("vladimir-putin"), new EntityEdit.Hide("donald-trump"));
    int line = index.corrections().inForce().edits().lines().getFirst().number();

    assertThat(index.corrections().remove(line).isHidden("donald-trump")).isTrue();
    assertThat(index.corrections().remove(0).isEmpty()).isTrue();
    assertThatThrownBy(() -> index.corrections().remove(0)).isInstanceOf(ConfigException.class);
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "vladimir-putin")).isEqualTo(2);
    }
  }

  @Test
  void aBrokenFileLeavesTheLastGoodOneInForceAndIsNamedWithItsLine() throws IOException {
    correct(new EntityEdit.Merge("ivanka-trump", "donald-trump"));
    String good = Files.readString(file());
    Files.writeString(file(), good + "merge\tdonald-trump\tivanka-trump\n");

    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "donald-trump")).isEqualTo(4);
      assertThat(searcher.search(all("ترمب")).warnings())
          .anySatisfy(
              warning -> {
                assertThat(warning.code()).isEqualTo(Warning.Code.ENTITY_EDITS);
                assertThat(warning.message())
                    .startsWith(file() + ":4: the merges go round in a circle")
                    .contains("last good version is in force");
              });
      assertThat(searcher.stats().entityEdits()).isEqualTo(1);
      assertThat(searcher.stats().entityEditsProblem()).startsWith(file() + ":4: ");
    }
    assertThat(index.verify().problems()).singleElement().asString().startsWith(file() + ":4: ");
    assertThatThrownBy(() -> correct(new EntityEdit.Hide("vladimir-putin")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(file() + ":4: ");
    assertThat(Files.readString(file())).startsWith(good);
  }

  @Test
  void aFileWrittenByHandIsTheLastGoodOneOnceItWasOpened() throws IOException {
    Files.writeString(file(), "version\t1\nhide\tvladimir-putin\n");
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "vladimir-putin")).isZero();
    }
    Files.write(file(), new byte[] {(byte) 0xC7, (byte) 0xE1});
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "vladimir-putin")).isZero();
      assertThat(searcher.warnings()).extracting(Warning::message).asString().contains("not UTF-8");
    }
  }

  @Test
  void aFileThatWasNeverGoodLeavesTheEntitiesAsIndexed() throws IOException {
    Files.writeString(file(), "version\t1\nalias\ta\tالريس\nalias\tb\tالريس\n");
    try (NewsSearcher searcher = index.searcher()) {
      assertThat(count(searcher, "vladimir-putin")).isEqualTo(2);
      assertThat(searcher.warnings())
          .extracting(Warning::message)
          .asString()
          .contains(file() + ":3: the name 'الريس' is claimed by a in line 2")
          .contains("No corrections are in force.");
    }
  }

  @Test
  void anEntityThatIsNotThereCannotBeCorrected() {
    assertThatThrownBy(() -> correct(new EntityEdit.Hide("nobody-at-all")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no entity has the id nobody-at-all");
  }

  private Path file() {
    return index.path().resolve("entity-edits.tsv");
  }

  /** Over testdata, with merges, splits and hidden entities drawn at random. */
  @Test
  void aCountIsTheTotalUnderThatFilterWhateverIsCorrected() {
    NewsIndex large = Testdata.index(folder.resolve("large.idx"));
    Random random = new Random(20250226);
    for (int round = 0; round < 4; round++) {
      large.corrections().add(someEdits(large, random));
      try (NewsSearcher searcher = large.searcher()) {
        List<String> queries =
            new ArrayList<>(List.of("", "مصر", "القمة OR الهلال", "وزير -رياضة"));
        for (int i = 0; i < 4; i++) {
          queries.add(someWords(searcher, random));
        }
        for (String query : queries) {
          checkCounts(searcher, all(query).withLimit(0), random);
        }
      }
    }
  }

  /** One or two words of a headline. */
  private static String someWords(NewsSearcher searcher, Random random) {
    List<Hit> hits = searcher.search(all("")).hits();
    String[] words = hits.get(random.nextInt(hits.size())).article().title().split(" ");
    String word = words[random.nextInt(words.length)];
    return random.nextBoolean() ? word : word + " " + words[random.nextInt(words.length)];
  }

  private static List<EntityEdit> someEdits(NewsIndex index, Random random) {
    List<EntityEdit> edits = new ArrayList<>();
    try (NewsSearcher searcher = index.searcher()) {
      for (Dimension dimension :
          List.of(Dimension.PERSON, Dimension.PLACE, Dimension.ORGANISATION)) {
        List<String> ids = new ArrayList<>(facet(searcher, all(""), dimension, Filters.NONE));
        java.util.Collections.shuffle(ids, random);
        edits.add(new EntityEdit.Merge(ids.get(0), ids.get(1)));
        edits.add(new EntityEdit.Merge(ids.get(2), ids.get(1)));
        edits.add(new EntityEdit.Hide(ids.get(3)));
      }
    }
    return edits;
  }

  private static Collection<String> facet(
      NewsSearcher searcher, SearchRequest request, Dimension dimension, Filters filters) {
    return searcher
        .search(
            request
                .withLimit(0)
                .withFilters(filters)
                .withFacets(List.of(FacetRequest.of(dimension).withLimit(1000))))
        .facets()
        .getFirst()
        .values()
        .stream()
        .map(FacetValue::value)
        .toList();
  }

  private static void checkCounts(NewsSearcher searcher, SearchRequest request, Random random) {
    Filters filters = Filters.NONE;
    for (Dimension dimension : Dimension.values()) {
      if (random.nextInt(3) == 0) {
        List<String> values = List.copyOf(facet(searcher, request, dimension, filters));
        if (!values.isEmpty()) {
          filters = filters.with(dimension, values.get(random.nextInt(values.size())));
        }
      }
    }
    int checked = 0;
    for (Dimension dimension : Dimension.values()) {
      FacetRequest facet = FacetRequest.of(dimension).withLimit(1000);
      for (FacetValue value :
          searcher
              .search(request.withFilters(filters).withFacets(List.of(facet)))
              .facets()
              .getFirst()
              .values()) {
        Filters chosen = filters.without(dimension).with(dimension, value.value());
        assertThat(searcher.search(request.withFilters(chosen)).total())
            .as("%s of %s under %s", value, request.text(), filters)
            .isEqualTo(value.count());
        checked++;
      }
    }
    assertThat(checked > 0).isEqualTo(searcher.search(request.withFilters(filters)).total() > 0);
  }
}
