package org.fihris.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.apache.lucene.tests.util.TestUtil;
import org.fihris.config.IndexConfig;

/** One pass over a text gives the words, their places, and the number of stems. */
public class LevelledTextTest extends BaseTokenStreamTestCase {
  private NewsAnalyzer analyzer;
  private LevelledText levels;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    analyzer = new NewsAnalyzer(IndexConfig.packaged());
    levels = analyzer.levelledText();
  }

  @Override
  public void tearDown() throws Exception {
    analyzer.close();
    super.tearDown();
  }

  private record Word(String term, int position, int start, int end) {}

  public void testNewsIsCutAlike() throws Exception {
    check("قال الوزيرُ إنّ «الحكومة» لن تستقيل، وللرؤساء الأميركيّين رأي: ٢٧ فبراير 2025.");
    check("بو\u200Dتين رضـــا ﺳﻼﻡ مِنْ");
    check("");
    check("في من إلى");
    check("قال ف" + "\u064E".repeat(80) + "ي البيت"); // a stop word under many marks
  }

  public void testRandomTextIsCutAlike() throws Exception {
    for (int i = 0; i < 500; i++) {
      check(TestUtil.randomAnalysisString(random(), 200, false));
      check(arabic());
    }
  }

  /** Words and gaps of every length, so that both ways to write a place are taken. */
  public void testLongWordsAndGapsHaveTheirPlaces() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append("س".repeat(1 + i % 200)).append(" ".repeat(1 + i % 150));
    }
    check(text.toString());
  }

  private String arabic() {
    StringBuilder text = new StringBuilder();
    int length = random().nextInt(300);
    for (int i = 0; i < length; i++) {
      // Letters and marks without order, so that marks stand where no writer would put them.
      text.append(random().nextInt(5) == 0 ? ' ' : (char) (0x0600 + random().nextInt(0x100)));
    }
    return text.toString();
  }

  private void check(String text) throws IOException {
    levels.setText(text);
    List<Word> exact = words(analyzer.at(MatchLevel.EXACT), text);
    WordPlaces places = new WordPlaces();
    places.read(levels.places(), Integer.MAX_VALUE);

    assertEquals(text, exact, words(places));
    assertEquals(text, words(analyzer, text).size(), levels.stems().count());
  }

  private static List<Word> words(Analyzer analyzer, String text) throws IOException {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("f", text)) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        words.add(
            new Word(
                term.getBytesRef().utf8ToString(),
                position,
                offset.startOffset(),
                offset.endOffset()));
      }
      stream.end();
    }
    return words;
  }

  private List<Word> words(WordPlaces places) throws IOException {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = levels.words()) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        words.add(
            new Word(
                term.getBytesRef().utf8ToString(),
                position,
                places.start(position),
                places.end(position)));
      }
      stream.end();
    }
    assertEquals(words.isEmpty() ? 0 : words.getLast().position + 1, places.count());
    return words;
  }
}
