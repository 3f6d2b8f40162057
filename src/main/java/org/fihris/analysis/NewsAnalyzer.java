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
 * for words that have several, stem. It stops earlier at the nearer {@link MatchLevel}s.
 *
 * <p>{@code docs/analysis.md} tells what every stage does and why. Safe for any number of threads.
 */
public final class NewsAnalyzer extends Analyzer {

  /**
   * Changes whenever the same text would give other terms, so that an index built by an older chain
   * is not searched with a newer one.
   */
  public static final String VERSION = "3";

  static final String STOP_WORDS_FILE = "stopwords.txt";

  private final MatchLevel level;
  private final Tables tables;
  private final List<Stage> stages;

  private record Stage(String name, UnaryOperator<TokenStream> filter) {}

  private record Tables(CharArraySet stopWords, SpellingClasses classes, Lexicon lexicon) {
    static Tables of(IndexConfig config) {
      return new Tables(
          NewsAnalyzer.stopWords(config), SpellingClasses.of(config), Lexicon.of(config));
    }
  }

  /** The terms after one stage of the chain, in order. */
  public record StageOutput(String stage, List<String> terms) {}

  /**
   * An analyzer that stems, with the tables of {@code config}.
   *
   * @throws org.fihris.config.ConfigException if one of its tables has a fault
   */
  public NewsAnalyzer(IndexConfig config) {
    this(MatchLevel.STEM, config.once(Tables.class, Tables::of));
  }

  private NewsAnalyzer(MatchLevel level, Tables tables) {
    this.level = level;
    this.tables = tables;
    this.stages =
        switch (level) {
          case EXACT -> List.of();
          case SURFACE -> List.of(stopping());
          case SPELLING -> List.of(stopping(), spelling());
          case STEM, NAME, LIKE, KIN -> List.of(stopping(), spelling(), stemming());
        };
  }

  /** An analyzer of another level with the same tables, which are not read again. */
  public NewsAnalyzer at(MatchLevel other) {
    return new NewsAnalyzer(other, tables);
  }

  private Stage stopping() {
    return new Stage("stop words", input -> new StopFilter(input, tables.stopWords));
  }

  private Stage spelling() {
    return new Stage("spelling", input -> new SpellingClassFilter(input, tables.classes));
  }

  private Stage stemming() {
    return new Stage("stem", input -> new NewsStemFilter(input, tables.lexicon));
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

  private Reader folding(Reader reader) {
    return level == MatchLevel.EXACT
        ? FoldingCharFilter.exact(reader)
        : new FoldingCharFilter(reader);
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return folding(reader);
  }

  @Override
  protected Reader initReaderForNormalization(String fieldName, Reader reader) {
    return folding(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer tokenizer = new StandardTokenizer();
    return new TokenStreamComponents(tokenizer, stages(tokenizer));
  }

  /** What the stages of this level make of folded words. */
  TokenStream stages(TokenStream words) {
    TokenStream stream = words;
    for (Stage stage : stages) {
      stream = stage.filter.apply(stream);
    }
    return stream;
  }

  /** For a thread that writes articles. */
  public LevelledText levelledText() {
    return new LevelledText(new StopWords(tables.stopWords));
  }

  /** For a thread that derives stems of words as they are written. */
  public WordStems wordStems() {
    return new WordStems(at(MatchLevel.STEM));
  }

  /** The spellings of the words that newsrooms spell in several ways. */
  public SpellingClasses spellings() {
    return tables.classes;
  }

  /** Whether a folded word stands in the tables of words that the stemmer knows. */
  public boolean isOfLexicon(String word) {
    return tables.lexicon.find(word.toCharArray(), 0, word.length()) != 0;
  }

  /** What every stage of the chain makes of {@code text}, from the folded text to the terms. */
  public List<StageOutput> trace(String text) {
    List<StageOutput> outputs = new ArrayList<>();
    outputs.add(new StageOutput("fold", List.of(folded(text))));
    for (int upTo = 0; upTo <= stages.size(); upTo++) {
      String name = upTo == 0 ? "words" : stages.get(upTo - 1).name;
      outputs.add(new StageOutput(name, terms(text, stages.subList(0, upTo))));
    }
    return List.copyOf(outputs);
  }

  private String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    try (Reader reader = folding(new StringReader(text))) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        folded.append((char) c);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
    return folded.toString();
  }

  private List<String> terms(String text, List<Stage> stages) {
    List<String> terms = new ArrayList<>();
    try (Tokenizer tokenizer = new StandardTokenizer()) {
      tokenizer.setReader(folding(new StringReader(text)));
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
