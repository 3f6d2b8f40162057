package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdit;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Filters;
import org.fihris.query.Interpretation;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.fihris.saved.Alert;
import org.fihris.saved.SavedSearch;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Corrections, saved searches and their reports are on a cluster what they are in a folder. */
@EnabledIfSystemProperty(named = "fihris.cluster", matches = ".+")
class ClusterBesideTest {
  @TempDir private Path folder;

  private final List<String> differences = new ArrayList<>();
  private int compared;
  private NewsIndex local = NewsIndex.open(Path.of("unused"));
  private NewsIndex remote = NewsIndex.open(Path.of("unused"));
  private @Nullable ClusterAddress address;

  @BeforeEach
  void open() {
    ClusterAddress fresh = TestAddress.fresh("beside");
    address = fresh;
    local = NewsIndex.open(folder.resolve("news.idx"));
    remote =
        NewsIndex.open(
            URI.create(fresh.toString()), IndexConfig.packaged(), new ClusterOptions(2, 1));
  }

  @AfterEach
  void delete() {
    if (address != null) {
      TestAddress.delete(address);
    }
  }

  private void copyTestdata() {
    Testdata.index(local.path());
    local.copyTo(remote, (done, total) -> {});
  }

  private void compare(String what, @Nullable Object ofFolder, @Nullable Object ofCluster) {
    compared++;
    if (!Objects.equals(ofFolder, ofCluster)) {
      differences.add(what + "\n    folder  " + ofFolder + "\n    cluster " + ofCluster);
    }
  }

  private void noDifference(int atLeast) {
    System.out.println(compared + " compared, " + differences.size() + " differences");
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(atLeast);
  }

  /** The persons, places and organisations that most articles name. */
  private List<String> ids(Dimension dimension) {
    try (NewsSearcher searcher = local.searcher()) {
      return searcher
          .search(
              SearchRequest.of("*").withFacets(List.of(FacetRequest.of(dimension).withLimit(12))))
          .facets()
          .getFirst()
          .values()
          .stream()
          .map(value -> value.value())
          .toList();
    }
  }

  private void correct(EntityEdit... edits) {
    compare(
        List.of(edits).toString(),
        local.corrections().add(List.of(edits)).lines(),
        remote.corrections().add(List.of(edits)).lines());
  }

  private void sameAnswers(List<String> names) throws IOException {
    try (NewsSearcher one = local.searcher();
        NewsSearcher other = remote.searcher()) {
      compare("edits", one.entityEdits().lines(), other.entityEdits().lines());
      compare("warnings", one.warnings(), other.warnings());
      compare("figures", one.stats().entityEdits(), other.stats().entityEdits());
      for (String name : names) {
        compare(name + " named", one.entitiesNamed(name), other.entitiesNamed(name));
        compare(name + " by id", one.entitiesWithId(name), other.entitiesWithId(name));
        for (String field : List.of("person:", "place:", "organisation:", "")) {
          same(one, other, SearchRequest.of(field + '"' + name + '"'));
        }
        same(one, other, SearchRequest.of(name + " رئيس"));
        same(one, other, SearchRequest.of("-person:\"" + name + "\" وزير"));
        for (Dimension dimension :
            List.of(Dimension.PERSON, Dimension.PLACE, Dimension.ORGANISATION)) {
          same(one, other, SearchRequest.of("*").withFilters(Filters.NONE.with(dimension, name)));
        }
      }
      for (Testdata.KnownItem item : Testdata.queries()) {
        same(one, other, SearchRequest.of(item.query()));
      }
    }
  }

  private void same(NewsSearcher one, NewsSearcher other, SearchRequest request) {
    String what = request.text() + " " + request.filters() + " ";
    Hits hits = one.search(request.withLimit(20));
    Hits others = other.search(request.withLimit(20));
    compare(what + "total", hits.total(), others.total());
    compare(what + "query", hits.query(), others.query());
    compare(what + "warnings", hits.warnings(), others.warnings());
    compare(what + "hits", shown(hits), shown(others));
    for (Hit hit : hits.hits().stream().limit(1).toList()) {
      String id = hit.article().id();
      compare(what + id, one.article(id), other.article(id));
      compare(what + "read " + id, one.read(id, request), other.read(id, request));
    }
  }

  private static List<Object> shown(Hits hits) {
    List<Object> shown = new ArrayList<>();
    for (Hit hit : hits.hits()) {
      shown.add(hit.article());
      shown.add(hit.group());
      shown.add(hit.snippets());
    }
    return shown;
  }

  @Test
  void correctedEntitiesAreNamedFoundAndShownTheSame() throws IOException {
    copyTestdata();
    List<String> persons = ids(Dimension.PERSON);
    List<String> places = ids(Dimension.PLACE);
    Set<String> names = new TreeSet<>(List.of("ترامب", "بوتين", "القاهرة", "لا احد", "Trump"));
    names.addAll(persons);
    names.addAll(places);
    sameAnswers(List.copyOf(names));

    String split;
    String spelling;
    try (NewsSearcher searcher = local.searcher()) {
      split =
          persons.stream()
              .filter(id -> searcher.spellings(searcher.entitiesWithId(id).getFirst()).size() > 1)
              .findFirst()
              .orElseThrow();
      spelling = searcher.spellings(searcher.entitiesWithId(split).getFirst()).getLast();
    }
    List<String> others = persons.stream().filter(id -> !id.equals(split)).toList();
    correct(new EntityEdit.Merge(others.get(0), others.get(1)));
    correct(
        new EntityEdit.Split(split, spelling, "somebody-else"),
        new EntityEdit.Rename("somebody-else", "شخص آخر", "Somebody else"));
    correct(new EntityEdit.Merge(places.get(2), places.get(0)), new EntityEdit.Hide(places.get(1)));
    correct(new EntityEdit.Alias(others.get(2), "أبو الأخبار"));
    correct(new EntityEdit.Merge(others.get(3), "somebody-else"));
    names.addAll(List.of("somebody-else", "شخص اخر", "ابو الاخبار", spelling));
    sameAnswers(List.copyOf(names));

    compare("undo", local.corrections().remove(0).lines(), remote.corrections().remove(0).lines());
    compare("table", local.corrections().content(), remote.corrections().content());
    sameAnswers(List.of(others.get(3), "somebody-else", split));
    noDifference(1_000);
  }

  @Test
  void whatCannotBeIsRefusedInTheSameWords() {
    copyTestdata();
    for (EntityEdit edit :
        List.of(
            new EntityEdit.Merge("nobody-at-all", "donald-trump"),
            new EntityEdit.Split("donald-trump", "لا أحد", "x"),
            new EntityEdit.Merge("donald-trump", "egypt"),
            new EntityEdit.Hide("nobody-at-all"))) {
      Throwable one = catchThrowable(() -> local.corrections().add(List.of(edit)));
      Throwable other = catchThrowable(() -> remote.corrections().add(List.of(edit)));
      compare(edit.toString(), message(one, local), message(other, remote));
    }
    SavedSearch search = SavedSearch.of("a", "رئيس");
    for (NewsIndex index : List.of(local, remote)) {
      index.savedSearches().add(List.of(search));
    }
    compare(
        "taken",
        message(catchThrowable(() -> local.savedSearches().add(List.of(search))), local),
        message(catchThrowable(() -> remote.savedSearches().add(List.of(search))), remote));
    compare(
        "none",
        message(catchThrowable(() -> local.savedSearches().remove("b")), local),
        message(catchThrowable(() -> remote.savedSearches().remove("b")), remote));
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> remote.corrections().replace("FILE", "version\t1\nmerge\tx\n"))
        .withMessageContaining("FILE:2:");
    noDifference(6);
  }

  private static String message(Throwable thrown, NewsIndex index) {
    return String.valueOf(thrown.getMessage()).replace(index.toString(), "INDEX");
  }

  @Test
  void aSearcherKnowsWhenCorrectionsHaveChanged() {
    copyTestdata();
    try (NewsSearcher searcher = remote.searcher()) {
      assertThat(searcher.isCurrent()).isTrue();
      String before = searcher.version();
      remote.savedSearches().add(List.of(SavedSearch.of("a", "رئيس")));
      assertThat(searcher.isCurrent()).isTrue();
      remote.corrections().add(List.of(new EntityEdit.Hide("donald-trump")));
      assertThat(searcher.isCurrent()).isFalse();
      assertThat(searcher.entityEdits().isEmpty()).isTrue();
      try (NewsSearcher fresh = searcher.refreshed()) {
        assertThat(fresh.isCurrent()).isTrue();
        assertThat(fresh.version()).isNotEqualTo(before);
        assertThat(fresh.entityEdits().isHidden("donald-trump")).isTrue();
      }
    }
  }

  @Test
  void changesAtTheSameTimeAllCount() throws InterruptedException {
    try (NewsWriter writer = remote.writer()) {
      writer.commit();
    }
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String name = "search " + i;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int j = 0; j < 5; j++) {
                      remote.savedSearches().add(List.of(SavedSearch.of(name + j, "رئيس")));
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(new HashSet<>(remote.savedSearches().inForce().searches())).hasSize(30);
  }

  private static List<SavedSearch> searches() throws IOException {
    List<SavedSearch> searches = new ArrayList<>();
    for (Testdata.KnownItem item : Testdata.queries()) {
      searches.add(SavedSearch.of("known " + searches.size(), item.query()));
    }
    for (String query :
        List.of(
            "رئيس",
            "\"مجلس الوزراء\"",
            "=الرئيس",
            "رئيس NEAR/5 مجلس",
            "وزي*",
            "*ستان مصر",
            "ترام~",
            "مصر -القاهرة",
            "(مصر OR ليبيا) AND (وزير OR رئيس)",
            "title:الهلال",
            "source:الجزيرة",
            "date:2025",
            "date:undated",
            "person:ترامب",
            "place:مصر",
            "الأمم المتحدة",
            "دونالد ترامب",
            "*")) {
      Interpretation usual = Interpretation.USUAL;
      String name = query + " " + searches.size() + " ";
      searches.add(SavedSearch.of((name + "usual").strip(), query));
      for (Interpretation how :
          List.of(
              usual.withWords(Words.ANY),
              usual.withSpelling(Spelling.AS_TYPED),
              usual.withSyntax(Syntax.PLAIN),
              usual.withSyntax(Syntax.LUCENE))) {
        if (how.syntax() == Syntax.LUCENE && query.endsWith("~")) {
          continue; // stands for the nearest words of the new articles on a cluster
        }
        searches.add(new SavedSearch((name + searches.size()).strip(), query, how, Filters.NONE));
      }
      searches.add(
          new SavedSearch(
              (name + "place").strip(), query, usual, Filters.NONE.with(Dimension.PLACE, "مصر")));
    }
    return searches;
  }

  /** By search and article what was reported. */
  private static Map<String, Hit> reports(List<Alert> alerts) {
    Map<String, Hit> reports = new TreeMap<>();
    for (Alert alert : alerts) {
      String key = alert.search().name() + " | " + alert.hit().article().id();
      assertThat(reports.put(key, alert.hit())).as(key + " twice").isNull();
    }
    return reports;
  }

  private void sameReports(String when, List<Alert> ofFolder, List<Alert> ofCluster) {
    Map<String, Hit> expected = reports(ofFolder);
    Map<String, Hit> found = reports(ofCluster);
    compare(when + " all", expected.keySet(), found.keySet());
    expected.forEach(
        (key, hit) -> {
          Hit other = found.get(key);
          if (other != null) {
            compare(when + " " + key, hit.article(), other.article());
            compare(when + " " + key, hit.group(), other.group());
            compare(when + " " + key, hit.snippets(), other.snippets());
          }
        });
  }

  @Test
  void theSameIsReportedOfTheSameArticles() throws IOException {
    Path all = folder.resolve("all.idx");
    Testdata.index(all);
    List<Article> articles = new ArrayList<>();
    try (NewsSearcher searcher = NewsIndex.open(all).searcher()) {
      var walk = searcher.walk(SearchRequest.of("*"));
      while (walk.hasNext()) {
        articles.add(walk.next().article());
      }
    }
    List<Alert> ofFolder = new ArrayList<>();
    List<Alert> ofCluster = new ArrayList<>();
    try (NewsWriter one = local.writer(ofFolder::addAll);
        NewsWriter other = remote.writer(ofCluster::addAll)) {
      one.commit();
      other.commit();
      List<SavedSearch> searches = searches();
      compare("saved", local.savedSearches().add(searches), remote.savedSearches().add(searches));
      for (int from = 0; from < articles.size(); from += 9) {
        for (Article article : articles.subList(from, Math.min(articles.size(), from + 9))) {
          one.add(article);
          other.add(article);
        }
        if (from == 18) {
          for (NewsIndex index : List.of(local, remote)) {
            index
                .corrections()
                .add(
                    List.of(
                        new EntityEdit.Alias("egypt", "أم الدنيا"),
                        new EntityEdit.Split("donald-trump", "ترامب", "trump-the-other")));
          }
        }
        one.commit();
        other.commit();
        sameReports("commit " + from, ofFolder, ofCluster);
        ofFolder.clear();
        ofCluster.clear();
      }
    }
    noDifference(2_000);
  }

  @Test
  void whatWasNotReportedIsReportedByTheNextWriter() {
    List<Alert> alerts = new ArrayList<>();
    try (NewsWriter writer =
        remote.writer(
            piece -> {
              throw new IllegalStateException("full");
            })) {
      writer.commit();
      remote.savedSearches().add(List.of(SavedSearch.of("quakes", "زلزال")));
      writer.add(Article.of("1", "خبر", "وقع زلزال في اليابان"));
      assertThat(catchThrowable(writer::commit)).hasMessage("full");
      // As if it were killed: written, and not committed.
      writer.add(Article.of("2", "خبر آخر", "ضرب زلزال قوي جزيرة في المحيط الهادئ صباح اليوم"));
    }
    try (NewsWriter writer = remote.writer(alerts::addAll)) {
      writer.commit();
    }
    assertThat(alerts)
        .extracting(alert -> alert.hit().article().id())
        .containsExactlyInAnyOrder("1", "2");
    alerts.clear();
    try (NewsWriter writer = remote.writer(alerts::addAll)) {
      writer.add(Article.of("1", "خبر", "وقع زلزال في اليابان وتبعته هزات"));
      writer.commit();
    }
    assertThat(alerts).isEmpty();
  }

  @Test
  void tablesGoAlongWithACopyAndOthersStay() {
    Testdata.index(local.path());
    local.corrections().add(List.of(new EntityEdit.Hide("donald-trump")));
    local.savedSearches().add(List.of(SavedSearch.of("a", "رئيس")));
    local.copyTo(remote, (done, total) -> {});
    assertThat(remote.corrections().content()).isEqualTo(local.corrections().content());
    assertThat(remote.savedSearches().content()).isEqualTo(local.savedSearches().content());

    remote.savedSearches().add(List.of(SavedSearch.of("b", "وزير")));
    local.copyTo(remote, (done, total) -> {});
    assertThat(remote.savedSearches().inForce().searches()).hasSize(2);
    NewsIndex back = NewsIndex.open(folder.resolve("back.idx"));
    remote.copyTo(back, (done, total) -> {});
    assertThat(back.savedSearches().content()).isEqualTo(remote.savedSearches().content());
    assertThat(back.corrections().inForce().edits().isHidden("donald-trump")).isTrue();
    assertThat(back.verify().problems()).isEmpty();
  }

  @Test
  void whatIsKeptOutlivesARebuild() {
    copyTestdata();
    remote.corrections().add(List.of(new EntityEdit.Hide("donald-trump")));
    remote.savedSearches().add(List.of(SavedSearch.of("a", "رئيس")));
    try (NewsWriter writer = remote.rebuild()) {
      writer.add(Article.of("1", "خبر", "زار دونالد ترامب مصر"));
      writer.commit();
    }
    assertThat(remote.savedSearches().inForce().searches()).hasSize(1);
    try (NewsSearcher searcher = remote.searcher()) {
      assertThat(searcher.search(SearchRequest.of("person:ترامب")).warnings())
          .extracting(Warning::code)
          .contains(Warning.Code.UNKNOWN_NAME);
    }
  }
}
