package org.fihris.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.query.SearchRequest;
import org.fihris.search.HitWalk;
import org.fihris.search.NewsSearcher;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The articles of a corpus, in an index and as texts. */
@State(Scope.Benchmark)
public class News {

  /** Files or folders that hold articles. */
  @Param("testdata")
  public String corpus = "";

  private Path folder = Path.of("");
  private NewsSearcher searcher;
  private List<String> texts = new ArrayList<>();
  private long characters;

  @Setup(Level.Trial)
  public void index() {
    try {
      folder = Files.createTempDirectory("fihris-jmh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      writer.addAll(
          Corpus.of(List.of(Path.of(corpus)), ReadOptions.defaults()),
          CorpusRunOptions.defaults(),
          rejected -> {});
    }
    searcher = index.searcher();
    for (HitWalk walk = searcher.walk(SearchRequest.of("")); walk.hasNext(); ) {
      Article article = walk.next().article();
      texts.add(article.title() + "\n" + article.text());
    }
    characters = texts.stream().mapToLong(String::length).sum();
    System.out.printf("%d articles, %,d characters%n", texts.size(), characters);
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    searcher.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  List<String> texts() {
    return texts;
  }

  NewsSearcher searcher() {
    return searcher;
  }
}
