package org.fihris.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * The stem of a word as it is written: what {@link NewsAnalyzer} makes of it, whose stages look at
 * one word alone. For one thread.
 */
public final class WordStems {
  private final OneWord word = new OneWord();
  private final TokenStream chain;
  private final CharTermAttribute stem;
  private final BytesRef out = new BytesRef(64);

  WordStems(NewsAnalyzer analyzer) {
    chain = analyzer.stages(new FoldFilter(word));
    stem = chain.getAttribute(CharTermAttribute.class);
  }

  /**
   * The stem of a word of {@link MatchLevel#EXACT}; empty for a stop word. It holds until the next
   * call.
   *
   * @param exact the word, as UTF-8
   */
  public BytesRef of(BytesRef exact) {
    try {
      word.turnTo(exact);
      chain.reset();
      int letters = chain.incrementToken() ? stem.length() : 0;
      int most = UnicodeUtil.maxUTF8Length(letters);
      if (most > out.bytes.length) {
        out.bytes = new byte[most];
      }
      out.length = UnicodeUtil.UTF16toUTF8(stem.buffer(), 0, letters, out.bytes);
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException("a word in memory cannot fail to be read", e);
    }
  }

  /** Hands one word to the chain. */
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private boolean isThere;

    void turnTo(BytesRef exact) {
      clearAttributes();
      char[] letters = term.resizeBuffer(exact.length);
      term.setLength(UnicodeUtil.UTF8toUTF16(exact.bytes, exact.offset, exact.length, letters));
      isThere = true;
    }

    @Override
    public boolean incrementToken() {
      boolean first = isThere;
      isThere = false;
      return first;
    }
  }
}
