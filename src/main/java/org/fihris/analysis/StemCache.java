package org.fihris.analysis;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the analyzer makes of each word, remembered: some ten thousand words are nearly all that a
 * day's news is written in, and every stage of the chain looks at one word alone.
 *
 * <p>Each word has one place where it may be, and takes it from the word that was there: looking
 * for a word costs one look into memory, and what is frequent is there nearly always. A place is a
 * run of {@value #PLACE} bytes: the lengths of word and stem (0 where there is no word yet), then
 * both as UTF-8. Words that do not fit are not remembered. For one thread.
 */
final class StemCache {
  private static final int PLACES = 1 << 14;
  private static final int PLACE = 64; // a line of a processor's cache
  private static final int HEAD = 2;

  private final byte[] places = new byte[PLACES * PLACE];
  private byte[] stemOfOther = new byte[PLACE];

  private final OneWord word = new OneWord();
  private final TokenStream chain;
  private final CharTermAttribute stem;

  StemCache(NewsAnalyzer analyzer) {
    chain = analyzer.stages(new FoldFilter(word));
    stem = chain.getAttribute(CharTermAttribute.class);
  }

  /**
   * Points {@code out} to the stem of a word, which is empty for a stop word. It holds until the
   * next call.
   *
   * @param utf8 the word once more
   */
  void find(CharTermAttribute text, BytesRef utf8, BytesRef out) throws IOException {
    int place = (Lexicon.hash(text.buffer(), 0, text.length()) & (PLACES - 1)) * PLACE;
    int end = place + HEAD + utf8.length;
    if (!isAt(place, utf8)) {
      word.turnTo(text);
      chain.reset();
      int letters = chain.incrementToken() ? stem.length() : 0;
      int most = UnicodeUtil.maxUTF8Length(letters);
      if (HEAD + utf8.length + most > PLACE) {
        if (most > stemOfOther.length) {
          stemOfOther = new byte[most];
        }
        out.bytes = stemOfOther;
        out.offset = 0;
        out.length = UnicodeUtil.UTF16toUTF8(stem, 0, letters, stemOfOther, 0);
        return;
      }
      places[place] = (byte) utf8.length;
      System.arraycopy(utf8.bytes, utf8.offset, places, place + HEAD, utf8.length);
      places[place + 1] = (byte) (UnicodeUtil.UTF16toUTF8(stem, 0, letters, places, end) - end);
    }
    out.bytes = places;
    out.offset = end;
    out.length = places[place + 1];
  }

  private boolean isAt(int place, BytesRef utf8) {
    int start = place + HEAD;
    return places[place] == utf8.length
        && Arrays.equals(
            places, start, start + utf8.length, utf8.bytes, utf8.offset, utf8.offset + utf8.length);
  }

  /** Hands one word to the chain. */
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute out = addAttribute(CharTermAttribute.class);
    private @Nullable CharTermAttribute text;

    void turnTo(CharTermAttribute newText) {
      text = newText;
    }

    @Override
    public boolean incrementToken() {
      if (text == null) {
        return false;
      }
      clearAttributes();
      out.append(text);
      text = null;
      return true;
    }
  }
}
