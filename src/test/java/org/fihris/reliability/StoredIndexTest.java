package org.fihris.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.query.SearchRequest;
import org.fihris.saved.SavedSearch;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Indexes that were written by this version and by earlier ones, each with the configuration it was
 * written with: they are read, or refused with the remedy.
 */
class StoredIndexTest {
  private static final Path STORED = Path.of("src/test/resources/indexes");
  private static final String THIS =
      "format-" + Schema.FORMAT + "-analysis-" + NewsAnalyzer.VERSION + ".zip";
  private static final int ARTICLES = 23;

  @TempDir private Path folder;

  @BeforeAll
  static void renew() throws IOException {
    if (Boolean.getBoolean("reliability.renew")) {
      write(STORED.resolve(THIS));
    }
  }

  static Stream<Path> stored() throws IOException {
    return Files.list(STORED).sorted();
  }

  @Test
  void thereIsOneOfThisFormat() {
    assertThat(STORED.resolve(THIS))
        .as(
            "the format of the index or the analysis has a new number: store an index of it, for"
                + " later versions to be tried on, with mvn test -Dtest=StoredIndexTest"
                + " -Dreliability.renew=true, and leave the older ones")
        .exists();
    assertThat(STORED.resolve(THIS).toFile().length()).isLessThan(200_000);
  }

  @ParameterizedTest
  @MethodSource("stored")
  void itIsReadOrRefusedWithTheRemedy(Path stored) throws IOException {
    unpack(stored, folder);
    NewsIndex index =
        NewsIndex.open(folder.resolve("news.idx"), IndexConfig.folder(folder.resolve("config")));
    if (!stored.endsWith(THIS)) {
      assertThatExceptionOfType(IndexException.class)
          .isThrownBy(index::searcher)
          .withMessageContaining("Build it again: fihris index");
      assertThatExceptionOfType(IndexException.class).isThrownBy(index::writer);
      return;
    }
    assertThat(index.verify().problems()).isEmpty();
    assertThat(index.verify().articles()).isEqualTo(ARTICLES);
    requireSearched(index);
    try (NewsWriter writer = index.writer(alerts -> {})) {
      writer.delete(List.of("none"));
      writer.add(Article.of("later", "قمة لاحقة", "عقدت قمة لاحقة."));
      writer.commit();
    }
    assertThat(index.verify().problems()).isEmpty();
    assertThat(index.verify().articles()).isEqualTo(ARTICLES + 1);
  }

  private static void requireSearched(NewsIndex index) {
    try (NewsSearcher searcher = index.searcher()) {
      Hits hits = searcher.search(SearchRequest.of("*"));
      assertThat(hits.total()).isPositive();
      assertThat(hits.hits()).allMatch(hit -> !hit.article().text().isEmpty());
      assertThat(searcher.suggest(SuggestRequest.of("ال")).suggestions()).isNotEmpty();
      assertThat(searcher.suggest(SuggestRequest.of("ال")).warnings()).isEmpty();
    }
    assertThat(index.sources()).hasSize(1);
    assertThat(index.savedSearches().inForce().searches()).hasSize(1);
  }

  private static void unpack(Path stored, Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(stored);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }

  /** With short tables of its own, so that a word more in the tables makes it no other index. */
  private static void write(Path stored) throws IOException {
    Path folder = Files.createTempDirectory("stored");
    for (String table : IndexConfig.FILES) {
      Path file = folder.resolve("config").resolve(table);
      Files.createDirectories(file.getParent());
      try (Stream<String> lines = Files.lines(Path.of("index-config").resolve(table))) {
        Files.write(file, lines.limit(120).toList());
      }
    }
    NewsIndex index =
        NewsIndex.open(folder.resolve("news.idx"), IndexConfig.folder(folder.resolve("config")));
    try (NewsWriter writer = index.writer()) {
      writer.addAll(
          Corpus.of(List.of(Testdata.FOLDER.resolve("news.jsonl")), ReadOptions.defaults()),
          CorpusRunOptions.defaults(),
          rejected -> {});
    }
    index.savedSearches().add(List.of(SavedSearch.of("قمة", "القمة")));
    index.buildSuggestions();
    Files.createDirectories(stored.getParent());
    try (OutputStream out = Files.newOutputStream(stored);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
  }
}
