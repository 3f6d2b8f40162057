package org.fihris.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.Folding;

/**
 * The analyzer of articles and queries: fold, cut into words, leave out stop words, one spelling
 * for words that have several, stem.
 *
 * <p>The stemmer is Lucene's light stemmer after Larkey, Ballesteros and Connell (2002). Safe for
 * any number of threads.
 */
public final class NewsAnalyzer extends Analyzer {

  /**
   * Changes whenever the same text would give other terms, so that an index built by an older chain
   * is not searched with a newer one.
   */
  public static final String VERSION = "1";

  static final String STOP_WORDS_FILE = "stopwords.txt";

  private final List<Stage> stages;

  private record Stage(String name, UnaryOperator<TokenStream> filter) {}

  /** The terms after one stage of the chain, in order. */
  public record StageOutput(String stage, List<String> terms) {}

  /**
   * An analyzer with the tables of {@code config}.
   *
   * @throws org.fihris.config.ConfigException if one of its tables has a fault
   */
  public NewsAnalyzer(IndexConfig config) {
    CharArraySet stopWords = stopWords(config);
    SpellingClasses classes = SpellingClasses.of(config);
    Lexicon lexicon = Lexicon.of(config);
    stages =
        List.of(
            new Stage("stop words", input -> new StopFilter(input, stopWords)),
            new Stage("spelling", input -> new SpellingClassFilter(input, classes)),
            new Stage("stem", input -> new NewsStemFilter(input, lexicon)));
  }

  private static CharArraySet stopWords(IndexConfig config) {
    CharArraySet words = new CharArraySet(256, false);
    for (ConfigLine line : config.lines(STOP_WORDS_FILE)) {
      if (line.text().chars().anyMatch(Character::isWhitespace)) {
        throw line.error("a stop word is one word to a line");
      }
      words.add(Folding.fold(line.text()));
    }
    return CharArraySet.unmodifiableSet(words);
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new FoldingCharFilter(reader);
  }

  @Override
  protected Reader initReaderForNormalization(String fieldName, Reader reader) {
    return new FoldingCharFilter(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer tokenizer = new StandardTokenizer();
    TokenStream stream = tokenizer;
    for (Stage stage : stages) {
      stream = stage.filter.apply(stream);
    }
    return new TokenStreamComponents(tokenizer, stream);
  }

  /** What every stage of the chain makes of {@code text}, from the folded text to the terms. */
  public List<StageOutput> trace(String text) {
    List<StageOutput> outputs = new ArrayList<>();
    outputs.add(new StageOutput("fold", List.of(Folding.fold(text))));
    for (int upTo = 0; upTo <= stages.size(); upTo++) {
      String name = upTo == 0 ? "words" : stages.get(upTo - 1).name;
      outputs.add(new StageOutput(name, terms(text, stages.subList(0, upTo))));
    }
    return List.copyOf(outputs);
  }

  private static List<String> terms(String text, List<Stage> stages) {
    List<String> terms = new ArrayList<>();
    try (Tokenizer tokenizer = new StandardTokenizer()) {
      tokenizer.setReader(new FoldingCharFilter(new StringReader(text)));
      TokenStream stream = tokenizer;
      for (Stage stage : stages) {
        stream = stage.filter.apply(stream);
      }
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
    return terms;
  }
}
