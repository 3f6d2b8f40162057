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

/** One pass over a text gives what the analyzer gives in two. */
public class LevelledTextTest extends BaseTokenStreamTestCase {
  private NewsAnalyzer analyzer;
  private LevelledText levels;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    analyzer = new NewsAnalyzer(IndexConfig.packaged());
    levels = analyzer.levelledTexts(1).getFirst();
  }

  @Override
  public void tearDown() throws Exception {
    analyzer.close();
    super.tearDown();
  }

  private record Word(String term, int start, int end, int step) {}

  public void testNewsIsCutAlike() throws Exception {
    check("قال الوزيرُ إنّ «الحكومة» لن تستقيل، وللرؤساء الأميركيّين رأي: ٢٧ فبراير 2025.");
    check("بو\u200Dتين رضـــا ﺳﻼﻡ مِنْ");
    check("");
    check("في من إلى");
  }

  public void testRandomTextIsCutAlike() throws Exception {
    for (int i = 0; i < 500; i++) {
      check(TestUtil.randomAnalysisString(random(), 200, false));
      check(arabic());
    }
  }

  /** More different words than are remembered, and the first ones again. */
  public void testManyWordsAreCutAlike() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 1000; word++) {
        for (int rest = i * 1000 + word + 1; rest > 0; rest /= 20) {
          text.append((char) ('ف' + rest % 20 % 8)).append((char) ('خ' + rest % 20 / 8));
        }
        text.append(' ');
      }
      texts.add(text.toString());
    }
    for (String text : texts) {
      check(text);
    }
    check(texts.getFirst());
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
    assertEquals(text, words(analyzer, text), words(levels.stems()));
    assertEquals(text, words(analyzer.at(MatchLevel.EXACT), text), words(levels.words()));
  }

  private static List<Word> words(Analyzer analyzer, String text) throws IOException {
    return words(analyzer.tokenStream("f", text));
  }

  private static List<Word> words(TokenStream given) throws IOException {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = given) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(
            new Word(
                term.getBytesRef().utf8ToString(),
                offset.startOffset(),
                offset.endOffset(),
                step.getPositionIncrement()));
      }
      stream.end();
      words.add(
          new Word("", offset.startOffset(), offset.endOffset(), step.getPositionIncrement()));
    }
    return words;
  }
}
