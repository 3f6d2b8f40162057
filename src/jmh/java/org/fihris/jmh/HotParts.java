package org.fihris.jmh;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.fihris.analysis.LevelledText;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.config.IndexConfig;
import org.fihris.date.DateFinder;
import org.fihris.entity.EntityRecogniser;
import org.fihris.entity.Gazetteer;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.text.Folding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What indexing and searching do most, one by one, over all articles of a corpus: an operation is
 * the whole corpus, or one search.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class HotParts {
  private static final LocalDate ANCHOR = LocalDate.of(2025, 3, 1);
  private static final SearchRequest PLAIN =
      SearchRequest.of("الرئيس").withSnippets(SnippetOptions.NONE);

  private final IndexConfig config = IndexConfig.packaged();
  private final NewsAnalyzer analyzer = new NewsAnalyzer(config);
  private final LevelledText levels = analyzer.levelledText();
  private final EntityRecogniser recogniser = new EntityRecogniser(Gazetteer.of(config));
  private final DateFinder dates = new DateFinder();

  @Benchmark
  public void fold(News news, Blackhole hole) {
    news.texts().forEach(text -> hole.consume(Folding.fold(text)));
  }

  /** What is done for the index: words as written, with their places. */
  @Benchmark
  public void tokenise(News news, Blackhole hole) {
    for (String text : news.texts()) {
      levels.setText(text);
      hole.consume(levels.places());
    }
  }

  /** What is done for a query: the whole chain. */
  @Benchmark
  public void stem(News news, Blackhole hole) throws IOException {
    for (String text : news.texts()) {
      try (TokenStream stems = analyzer.tokenStream("body", text)) {
        CharTermAttribute term = stems.getAttribute(CharTermAttribute.class);
        stems.reset();
        while (stems.incrementToken()) {
          hole.consume(term.length());
        }
        stems.end();
      }
    }
  }

  @Benchmark
  public void recognise(News news, Blackhole hole) {
    news.texts().forEach(text -> hole.consume(recogniser.recognise(text)));
  }

  @Benchmark
  public void dates(News news, Blackhole hole) {
    news.texts().forEach(text -> hole.consume(dates.find(text, ANCHOR)));
  }

  @Benchmark
  public Object search(News news) {
    return news.searcher().search(PLAIN);
  }

  /** The same with snippets: the difference is what cutting and marking cost. */
  @Benchmark
  public Object searchWithSnippets(News news) {
    return news.searcher().search(PLAIN.withSnippets(SnippetOptions.USUAL));
  }
}
