package org.fihris.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.fihris.config.IndexConfig;

/** JUnit 4, as Lucene's own checks of token streams are. */
public class NewsAnalyzerTest extends BaseTokenStreamTestCase {
  private NewsAnalyzer analyzer;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    analyzer = new NewsAnalyzer(IndexConfig.packaged());
  }

  @Override
  public void tearDown() throws Exception {
    analyzer.close();
    super.tearDown();
  }

  public void testOneSpellingIsIndexed() throws Exception {
    assertAnalyzesTo(analyzer, "ترمب", new String[] {"ترامب"});
    assertAnalyzesTo(analyzer, "ترامب", new String[] {"ترامب"});
  }

  public void testVocalisedStopWordsAreLeftOut() throws Exception {
    assertAnalyzesTo(analyzer, "مِنْ القاهرة", new String[] {"قاهره"});
  }

  public void testOffsetsPointIntoTheOriginal() throws Exception {
    // Tatweel, marks and a zero-width joiner are not in the terms but in the offsets.
    assertAnalyzesTo(
        analyzer,
        "رضـــا، بو\u200Dتينَ",
        new String[] {"رضا", "بوتين"},
        new int[] {0, 8},
        new int[] {6, 15});
  }

  public void testLigatureIsTwoLetters() throws Exception {
    assertAnalyzesTo(analyzer, "ﺳﻼﻡ ثم", new String[] {"سلام"}, new int[] {0}, new int[] {3});
  }

  public void testSurfaceKeepsTheWordInOneSpelling() throws Exception {
    assertAnalyzesTo(
        analyzer.at(MatchLevel.SPELLING),
        "والأميركيون في القُدس",
        new String[] {"والامريكيون", "القدس"},
        new int[] {1, 2});
  }

  public void testExactKeepsHamzaAndMarksButNotTatweel() throws Exception {
    assertAnalyzesTo(
        analyzer.at(MatchLevel.EXACT),
        "إلى القُدس رئيـــس ﺳﻼﻡ کتابی",
        new String[] {"إلى", "القُدس", "رئيس", "سلام", "كتابي"});
  }

  public void testAllLevelsCountPositionsAlike() throws Exception {
    String text = "قال الوزير إنّ الحكومة في بيروت لن تستقيل";
    int[] last = new int[MatchLevel.values().length];
    for (MatchLevel level : MatchLevel.values()) {
      try (TokenStream stream = analyzer.at(level).tokenStream("f", text)) {
        PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        int at = 0;
        while (stream.incrementToken()) {
          at += position.getPositionIncrement();
          if (term.toString().contains("حكوم")) {
            last[level.ordinal()] = at;
          }
        }
        stream.end();
      }
    }
    for (MatchLevel level : MatchLevel.values()) {
      assertEquals(level.toString(), 4, last[level.ordinal()]);
    }
  }

  public void testRandomTextAtTheNearerLevels() throws Exception {
    checkRandomData(random(), analyzer.at(MatchLevel.SURFACE), 100);
    checkRandomData(random(), analyzer.at(MatchLevel.EXACT), 100);
  }

  public void testTenMillionLettersWithoutASpace() throws Exception {
    try (TokenStream stream = analyzer.tokenStream("f", "والمسؤولين".repeat(1_000_000))) {
      stream.reset();
      int tokens = 0;
      while (stream.incrementToken()) {
        tokens++;
      }
      stream.end();
      assertTrue("cut by the tokenizer into words of 255 letters", tokens > 30_000);
    }
  }

  public void testRandomText() throws Exception {
    checkRandomData(random(), analyzer, 300);
    checkRandomData(random(), analyzer, 20, 8000);
  }

  public void testRandomArabic() throws Exception {
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      int length = random().nextInt(60);
      for (int k = 0; k < length; k++) {
        int[] ranges = {0x0600, 0x0700, 0xFB50, 0xFE00, 0xFE70, 0xFF00, 0x2000, 0x2070};
        int range = 2 * random().nextInt(4);
        text.append((char) (ranges[range] + random().nextInt(ranges[range + 1] - ranges[range])));
        if (random().nextInt(6) == 0) {
          text.append(' ');
        }
      }
      checkAnalysisConsistency(random(), analyzer, random().nextBoolean(), text.toString());
    }
  }

  public void testUnpairedSurrogates() throws Exception {
    checkAnalysisConsistency(random(), analyzer, true, "قمة \uD83D الرياض \uDE00\uDE00 اليوم");
  }

  public void testFactoriesAreFoundByName() {
    assertTrue(
        org.apache.lucene.analysis.CharFilterFactory.availableCharFilters()
                .contains(FoldingCharFilterFactory.NAME.toLowerCase(java.util.Locale.ROOT))
            || org.apache.lucene.analysis.CharFilterFactory.availableCharFilters()
                .contains(FoldingCharFilterFactory.NAME));
    assertNotNull(
        org.apache.lucene.analysis.TokenFilterFactory.forName(
            NewsStemFilterFactory.NAME, new java.util.HashMap<>()));
    assertNotNull(
        org.apache.lucene.analysis.TokenFilterFactory.forName(
            SpellingClassFilterFactory.NAME, new java.util.HashMap<>()));
  }
}
