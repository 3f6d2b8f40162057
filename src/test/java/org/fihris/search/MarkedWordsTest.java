package org.fihris.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.query.Words;
import org.fihris.snippet.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Marks lie on whole words of the text, in the snippets of random hits and in the same articles
 * read whole. {@code mvn test -Dtest=MarkedWordsTest -Dfihris.hits=10000} looks at more of them,
 * {@code -Dfihris.seed=N} at others.
 */
class MarkedWordsTest {
  private static final int HITS = Integer.getInteger("fihris.hits", 1_000);
  private static final long SEED = Long.getLong("fihris.seed", 20_261_126);
  private static final int ARTICLES = 60;

  /** What tempts to cut inside something: marks, signs without width, pairs of surrogates. */
  private static final List<String> PIECES =
      List.of(
          "رئيسُ الوزراءِ",
          "الرّئيس",
          "مـصـر",
          "ترمب",
          "ترامب",
          "لا\u200Cيمكن",
          "ﻻ ﷲ",
          "😀😀",
          "كلمة😀كلمة",
          "e\u0301te\u0301",
          "x\u0651",
          "𐌰𐌱𐌲",
          "د. محمد",
          "أ.ف.ب",
          "1,000",
          "٢٫٥",
          "New York",
          "U.S.",
          "https://example.org/مصر?q=1",
          "東京都",
          "مصر/تونس",
          "«القاهرة»",
          "(تونس)",
          "مصر؟تونس",
          "الولايات المتحدة",
          "أمريكا",
          "وقف إطلاق النار",
          "\u064B\u064B",
          "ـــ",
          ".",
          "،",
          "؟",
          "!\n",
          ".\n\n",
          "..",
          "…",
          "\u00A0",
          "\u202B");

  @TempDir private static Path folder;

  private final Random random = new Random(SEED);
  private final NewsAnalyzer words = new NewsAnalyzer(IndexConfig.packaged()).at(MatchLevel.EXACT);
  private final Map<String, Borders> borders = new HashMap<>();

  /** Where the words of a text begin and end. */
  private record Borders(BitSet starts, BitSet ends) {}

  @Test
  void lieOnWholeWords() throws IOException {
    NewsIndex index = Testdata.index(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      for (int i = 0; i < ARTICLES; i++) {
        writer.add(Article.of("random-" + i, text(8), text(20 + random.nextInt(400))));
      }
      writer.commit();
    }
    int hits = 0;
    int marks = 0;
    try (NewsSearcher searcher = index.searcher()) {
      List<String> vocabulary = vocabulary(searcher);
      while (hits < HITS) {
        SearchRequest request =
            SearchRequest.of(query(vocabulary))
                .withWords(random.nextBoolean() ? Words.ANY : Words.ALL_THEN_ANY)
                .withPage(random.nextInt(3), 5)
                .withSnippets(new SnippetOptions(random.nextInt(5), 20 + random.nextInt(300)));
        for (Hit hit : searcher.search(request).hits()) {
          MarkedArticle read = searcher.read(hit.article().id(), request);
          assertThat(read).isNotNull();
          for (Snippet whole : read.texts()) {
            marks += check(whole, whole.text(), 0);
          }
          for (Snippet snippet : hit.snippets()) {
            String text = searched(hit.article(), snippet.field());
            marks += check(snippet, text, snippet.start());
            assertThat(isSplit(text, snippet.start())).as("%s", snippet).isFalse();
            assertThat(isSplit(text, snippet.start() + snippet.text().length())).isFalse();
            assertAllMarksOfReading(snippet, read);
          }
          hits++;
        }
      }
    }
    assertThat(marks).isGreaterThan(HITS);
  }

  private String text(int pieces) {
    StringBuilder text = new StringBuilder("نص");
    for (int i = 0; i < pieces; i++) {
      text.append(random.nextInt(8) == 0 ? "" : " ");
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private List<String> vocabulary(NewsSearcher searcher) {
    List<String> vocabulary = new ArrayList<>(PIECES);
    for (Hit hit : searcher.search(SearchRequest.of("*").withLimit(200)).hits()) {
      vocabulary.addAll(List.of(hit.article().text().split("[\\s.,،]+")));
      vocabulary.addAll(List.of(hit.article().title().split("\\s+")));
    }
    return vocabulary;
  }

  private String query(List<String> vocabulary) {
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String word = vocabulary.get(random.nextInt(vocabulary.size()));
      query.append(
          switch (random.nextInt(6)) {
            case 0 -> '"' + word + '"';
            case 1 -> "=" + word;
            case 2 -> '"' + word + ' ' + vocabulary.get(random.nextInt(vocabulary.size())) + '"';
            default -> word;
          });
      query.append(' ');
    }
    return query.toString();
  }

  /** How many marks a piece has, all of which are whole words in order, inside of it. */
  private int check(Snippet snippet, String text, int start) throws IOException {
    Borders known = borders.get(text);
    if (known == null) {
      known = borders(text);
      borders.put(text, known);
    }
    int free = 0;
    for (Snippet.Mark mark : snippet.marks()) {
      assertThat(mark.start()).as("%s", snippet).isGreaterThanOrEqualTo(free);
      assertThat(mark.end())
          .isGreaterThan(mark.start())
          .isLessThanOrEqualTo(snippet.text().length());
      assertThat(known.starts.get(start + mark.start())).as("%s %s", mark, snippet).isTrue();
      assertThat(known.ends.get(start + mark.end())).as("%s %s", mark, snippet).isTrue();
      assertThat(isSplit(text, start + mark.start())).as("%s %s", mark, snippet).isFalse();
      assertThat(isSplit(text, start + mark.end())).as("%s %s", mark, snippet).isFalse();
      free = mark.end();
    }
    return snippet.marks().size();
  }

  /** A snippet has the marks that its part of the article has where it is read whole. */
  private static void assertAllMarksOfReading(Snippet snippet, MarkedArticle read) {
    for (Snippet whole : read.texts()) {
      if (whole.field().equals(snippet.field()) && !whole.field().equals("summary")) {
        int end = snippet.start() + snippet.text().length();
        List<Snippet.Mark> inside =
            whole.marks().stream()
                .filter(mark -> mark.start() >= snippet.start() && mark.end() <= end)
                .map(mark -> mark.moved(-snippet.start()))
                .toList();
        if (!snippet.marks().isEmpty()) {
          assertThat(snippet.marks()).isEqualTo(inside);
        }
      }
    }
  }

  private Borders borders(String text) throws IOException {
    Borders found = new Borders(new BitSet(), new BitSet());
    try (TokenStream stream = words.tokenStream("text", text)) {
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        found.starts.set(offset.startOffset());
        found.ends.set(offset.endOffset());
      }
      stream.end();
    }
    return found;
  }

  /** Whether a place in a text parts a pair of surrogates, or a letter and what is set upon it. */
  private static boolean isSplit(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    int after = Character.getType(text.codePointAt(at));
    boolean combining = after == Character.NON_SPACING_MARK || after == Character.ENCLOSING_MARK;
    return (Character.isHighSurrogate(before) && Character.isLowSurrogate(text.charAt(at)))
        || (combining && Character.isLetter(before));
  }

  private static String searched(Article article, String field) {
    return switch (field) {
      case "title" -> article.title();
      case "body" -> article.text();
      case "summary" -> {
        String summary = article.summary() == null ? "" : article.summary();
        String subtitle = article.details().subtitle();
        yield subtitle == null || subtitle.equals(summary) ? summary : summary + "\n" + subtitle;
      }
      default -> throw new AssertionError(field);
    };
  }
}
