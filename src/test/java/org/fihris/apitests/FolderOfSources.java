package org.fihris.apitests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.index.SourceEntry;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.ingest.CorpusRunOptions.Vanished;
import org.fihris.ingest.IndexSummary;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of runs, one after the other, over a folder of sources that changes. */
abstract class FolderOfSources {
  static final Instant OLD = Instant.parse("2025-02-13T09:30:00Z");

  @TempDir Path folder;

  Path sources;

  NewsIndex index;

  CorpusRunOptions options;

  @BeforeEach
  void prepare() throws IOException {
    sources = Files.createDirectory(folder.resolve("sources"));
    index = NewsIndex.open(folder.resolve("news.idx"));
    options = CorpusRunOptions.defaults().withThreads(2);
  }

  IndexSummary run() {
    return run(sources);
  }

  IndexSummary run(Path source) {
    return run(source, ReadOptions.defaults());
  }

  IndexSummary run(Path source, ReadOptions reading) {
    try (NewsWriter writer = index.writer()) {
      return writer.addAll(Corpus.of(List.of(source), reading), options, rejected -> {});
    }
  }

  IndexSummary deleteVanished() {
    CorpusRunOptions before = options;
    options = options.withVanished(Vanished.DELETE);
    try {
      return run();
    } finally {
      options = before;
    }
  }

  static String record(String id, String title) {
    return "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"عقدت القمة في الرياض\"}"
        .formatted(id, title);
  }

  /** A source of records that was last changed long ago. */
  Path source(String name, String... records) throws IOException {
    Path file = sources.resolve(name);
    Files.writeString(file, String.join("\n", records) + "\n");
    Files.setLastModifiedTime(file, FileTime.from(OLD));
    return file;
  }

  Map<String, String> titles() {
    return titles(index);
  }

  static Map<String, String> titles(NewsIndex index) {
    Map<String, String> titles = new TreeMap<>();
    try (NewsSearcher searcher = index.searcher()) {
      SearchRequest all = SearchRequest.of("").withLimit(1000).withSnippets(SnippetOptions.NONE);
      for (Hit hit : searcher.search(all).hits()) {
        titles.put(hit.article().id(), hit.article().title());
      }
    }
    return titles;
  }

  SourceEntry entry(Path file) {
    return index.sources().stream()
        .filter(entry -> entry.path().equals(file.toAbsolutePath().normalize().toString()))
        .findFirst()
        .orElseThrow();
  }

  Map<String, String> files() throws IOException {
    try (Stream<Path> files = Files.list(index.path())) {
      return files.collect(
          Collectors.toMap(file -> file.getFileName().toString(), FolderOfSources::fingerprint));
    }
  }

  static String fingerprint(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> manifestFiles() throws IOException {
    try (Stream<Path> files = Files.list(index.path())) {
      return files.filter(file -> file.toString().endsWith(".manifest")).sorted().toList();
    }
  }
}
