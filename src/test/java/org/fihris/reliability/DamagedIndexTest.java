package org.fihris.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.config.ConfigException;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.entity.EntityEdit;
import org.fihris.index.IndexException;
import org.fihris.index.IndexVerification;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.SearchRequest;
import org.fihris.saved.SavedSearch;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestRequest;
import org.fihris.suggest.Suggestion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file of an index damaged at a time: {@code verify} finds it, and what is shown of an article
 * is the truth or nothing.
 */
class DamagedIndexTest {
  private static final List<String> QUERIES =
      List.of("القمة", "القطار OR الوزير", "\"رئيس الوزراء\"");

  /** People edit these: a letter that has turned is a letter that somebody may have typed. */
  private static final List<String> EDITED = List.of("entity-edits.tsv", "saved-searches.tsv");

  @TempDir private static Path folder;

  private static NewsIndex index;
  private static Map<String, Article> truth;
  private static List<Suggestion> suggestions;
  private static List<Path> files;
  private static final Map<String, Integer> OUTCOMES = new TreeMap<>();

  static IntStream seeds() {
    return IntStream.range(Scale.firstSeed(), Scale.firstSeed() + Scale.of("damage", 40));
  }

  @BeforeAll
  static void build() throws IOException {
    index = NewsIndex.open(folder.resolve("news.idx"));
    add(Testdata.SOURCES.subList(0, 2));
    index.savedSearches().add(List.of(SavedSearch.of("قمة", "القمة"), SavedSearch.of("كل", "*")));
    index.corrections().add(List.of(new EntityEdit.Rename(someEntity(), "اسم آخر", "Other name")));
    add(Testdata.SOURCES.subList(2, 4));
    try (NewsWriter writer = index.writer()) {
      writer.add(Article.of("late", "خبر متأخر عن القمة", "وصل الوزير إلى القمة متأخرا."));
      writer.delete(List.of(someArticle()));
      writer.commit();
    }
    try (NewsWriter writer = index.writer(alerts -> {})) {
      writer.add(Article.of("told", "خبر عن القمة", "وصل رئيس الوزراء إلى القمة."));
      writer.commit();
    }
    leaveNewArticles();
    index.buildSuggestions();
    assertThat(index.verify().problems()).isEmpty();
    truth = new TreeMap<>();
    try (NewsSearcher searcher = index.searcher()) {
      searcher
          .walk(SearchRequest.of("*"))
          .forEachRemaining(hit -> truth.put(hit.article().id(), hit.article()));
      suggestions = new ArrayList<>();
      for (char letter = 'ء'; letter <= 'ي'; letter++) {
        suggestions.addAll(suggestions(searcher, String.valueOf(letter)));
      }
      assertThat(suggestions).isNotEmpty();
    }
    try (Stream<Path> all = Files.walk(index.path())) {
      files =
          all.filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
              .sorted()
              .toList();
    }
    assertThat(files.stream().map(file -> file.getFileName().toString()))
        .contains("new-articles.txt", "reported-stories.tsv", "saved-searches.last-good.tsv")
        .containsAll(EDITED);
  }

  private static void add(List<Path> sources) {
    try (NewsWriter writer = index.writer(alerts -> {})) {
      writer.addAll(
          Corpus.of(sources, ReadOptions.defaults()), CorpusRunOptions.defaults(), rejected -> {});
    }
  }

  /** A listener that fails is told of the article by the next commit. */
  private static void leaveNewArticles() {
    try (NewsWriter writer =
        index.writer(
            alerts -> {
              throw new IllegalStateException("as planned");
            })) {
      writer.add(Article.of("untold", "خبر آخر عن القمة", "انتهت القمة."));
      writer.commit();
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("as planned");
    }
  }

  private static List<Suggestion> suggestions(NewsSearcher searcher, String typed) {
    return searcher.suggest(SuggestRequest.of(typed).withLimit(100)).suggestions();
  }

  private static String someEntity() {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.search(SearchRequest.of("*")).hits().stream()
          .flatMap(hit -> hit.article().entities().stream())
          .findFirst()
          .orElseThrow()
          .id();
    }
  }

  private static String someArticle() {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.search(SearchRequest.of("*")).hits().getFirst().article().id();
    }
  }

  @AfterAll
  static void nothingIsLeftOfTheDamage() {
    assertThat(index.verify().problems()).isEmpty();
    if (Scale.isLong()) {
      OUTCOMES.forEach((outcome, count) -> System.out.println(count + " " + outcome));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itIsFoundAndNothingFalseIsShown(int seed) throws IOException {
    Random random = new Random(seed);
    Path file = files.get(random.nextInt(files.size()));
    byte[] whole = Files.readAllBytes(file);
    String damage = damage(file, whole, random);
    try {
      String name = index.path().relativize(file).toString();
      boolean found = isFound();
      if (!found && cannotBeKnown(name, damage)) {
        OUTCOMES.merge("verify cannot know: " + name, 1, Integer::sum);
      } else {
        assertThat(found).as("verify of %s, %s", name, damage).isTrue();
      }
      requireTruth(name + ", " + damage);
    } finally {
      Files.write(file, whole);
    }
  }

  /** A list that grows by lines and has lost its last ones is one that a crash cut off. */
  private static boolean cannotBeKnown(String name, String damage) {
    return EDITED.contains(name) || name.equals("reported-stories.tsv") && damage.startsWith("cut");
  }

  private static String damage(Path file, byte[] whole, Random random) throws IOException {
    int place = random.nextInt(whole.length);
    if (random.nextInt(3) == 0) {
      Files.write(file, Arrays.copyOf(whole, place));
      return "cut to " + place + " of " + whole.length;
    }
    byte[] flipped = whole.clone();
    int bit = random.nextInt(8);
    flipped[place] ^= (byte) (1 << bit);
    Files.write(file, flipped);
    return "bit " + bit + " of byte " + place + " of " + whole.length;
  }

  private static boolean isFound() {
    try {
      IndexVerification verification = index.verify();
      OUTCOMES.merge("verify: " + (verification.sound() ? "sound" : "problems"), 1, Integer::sum);
      return !verification.sound();
    } catch (IndexException e) {
      assertThat(e).hasMessageContaining(index.path().toString());
      OUTCOMES.merge("verify: refused", 1, Integer::sum);
      return true;
    }
  }

  private static void requireTruth(String damage) {
    String outcome = "search: true";
    try (NewsSearcher searcher = index.searcher()) {
      for (String query : QUERIES) {
        Hits hits =
            searcher.search(
                SearchRequest.of(query).withFacets(List.of(FacetRequest.of(Dimension.SOURCE))));
        for (Hit hit : hits.hits()) {
          assertThat(hit.article()).as(damage).isEqualTo(truth.get(hit.article().id()));
          hit.snippets().forEach(snippet -> requireFrom(hit.article(), snippet.text(), damage));
        }
      }
      assertThat(suggestions).as(damage).containsAll(suggestions(searcher, "الق"));
      for (Map.Entry<String, Article> each : truth.entrySet()) {
        Article found = searcher.article(each.getKey());
        if (found != null) {
          assertThat(found).as(damage).isEqualTo(each.getValue());
        } else {
          outcome = "search: some not found";
        }
      }
    } catch (IndexException | ConfigException e) {
      assertThat(e).as(damage).hasMessageContaining(index.path().toString());
      outcome = "search: told";
    }
    OUTCOMES.merge(outcome, 1, Integer::sum);
  }

  private static void requireFrom(Article article, String snippet, String damage) {
    String all = article.title() + "\n" + article.summary() + "\n" + article.text();
    assertThat(all.replace('\n', ' ')).as(damage).contains(snippet);
  }
}
