package org.fihris.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * A text for two fields of the index, its stems and its words as they are written, cut into words
 * once.
 *
 * <p>The streams give what {@link NewsAnalyzer} gives at {@link MatchLevel#STEM} and {@link
 * MatchLevel#EXACT}; a test holds them together. {@link #stems} has to be read to its end before
 * {@link #words} is reset, which is the order in which they are added to a document. For one thread
 * and many texts, one after the other.
 */
public final class LevelledText {

  /** Room that is kept from one text to the next; a book is not held for ever. */
  private static final int KEPT_WORDS = 1 << 16;

  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private final CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step =
      tokenizer.getAttribute(PositionIncrementAttribute.class);

  private final StemCache cache;
  private final TokenStream stems = new Stems();
  private final TokenStream words = new Words();

  private final BytesRef word = new BytesRef();
  private final BytesRef stem = new BytesRef();

  private String text = "";

  /** The bytes of the words, each with those of its stem behind it. */
  private byte[] bytes = new byte[1 << 13];

  /** For each word where its bytes end, where those of its stem end, and its place in the text. */
  private int[] wordEnds = new int[1 << 9];

  private int[] stemEnds = new int[1 << 9];
  private int[] startOffsets = new int[1 << 9];
  private int[] endOffsets = new int[1 << 9];
  private int[] steps = new int[1 << 9];
  private int count;
  private int finalOffset;
  private int finalStep;

  LevelledText(StemCache cache) {
    this.cache = cache;
  }

  /** Turns to another text. */
  public void setText(String newText) {
    text = newText;
  }

  /** The stems, at their places in the text. To be read first. */
  public TokenStream stems() {
    return stems;
  }

  /** The words as they are written. */
  public TokenStream words() {
    return words;
  }

  private void cut() throws IOException {
    count = 0;
    if (wordEnds.length > KEPT_WORDS) {
      makeRoom(KEPT_WORDS);
      bytes = new byte[1 << 13];
    }
    tokenizer.setReader(FoldingCharFilter.exact(new StringReader(text)));
    tokenizer.reset();
    while (tokenizer.incrementToken()) {
      add();
    }
    tokenizer.end();
    finalOffset = offset.endOffset();
    finalStep = step.getPositionIncrement();
    tokenizer.close();
  }

  private void add() throws IOException {
    if (count == wordEnds.length) {
      makeRoom(count * 2);
    }
    int length = term.length();
    int start = start(count);
    makeRoomFor(start + UnicodeUtil.maxUTF8Length(length));
    word.bytes = bytes;
    word.offset = start;
    word.length = UnicodeUtil.UTF16toUTF8(term, 0, length, bytes, start) - start;
    cache.find(term, word, stem);
    int end = start + word.length;
    makeRoomFor(end + stem.length);
    System.arraycopy(stem.bytes, stem.offset, bytes, end, stem.length);
    wordEnds[count] = end;
    stemEnds[count] = end + stem.length;
    startOffsets[count] = offset.startOffset();
    endOffsets[count] = offset.endOffset();
    steps[count++] = step.getPositionIncrement();
  }

  private void makeRoomFor(int length) {
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
  }

  private int start(int word) {
    return word == 0 ? 0 : stemEnds[word - 1];
  }

  private void makeRoom(int places) {
    wordEnds = Arrays.copyOf(wordEnds, places);
    stemEnds = Arrays.copyOf(stemEnds, places);
    startOffsets = Arrays.copyOf(startOffsets, places);
    endOffsets = Arrays.copyOf(endOffsets, places);
    steps = Arrays.copyOf(steps, places);
  }

  /** Hands out one form of the words of the text. */
  private abstract class Replay extends TokenStream {
    private final BytesTermAttribute out = addAttribute(BytesTermAttribute.class);
    private final OffsetAttribute outOffset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute outStep =
        addAttribute(PositionIncrementAttribute.class);
    private final BytesRef form = new BytesRef();
    private int next;

    /** Steps over words left out since the last one that was handed out. */
    private int skipped;

    @Override
    public void reset() throws IOException {
      super.reset();
      next = 0;
      skipped = 0;
    }

    @Override
    public final boolean incrementToken() {
      while (next < count) {
        int word = next++;
        form.offset = from(word);
        form.length = to(word) - form.offset;
        if (form.length > 0) {
          form.bytes = bytes;
          out.setBytesRef(form);
          outOffset.setOffset(startOffsets[word], endOffsets[word]);
          outStep.setPositionIncrement(steps[word] + skipped);
          skipped = 0;
          return true;
        }
        skipped += steps[word];
      }
      return false;
    }

    abstract int from(int word);

    abstract int to(int word);

    @Override
    public void end() throws IOException {
      super.end();
      outOffset.setOffset(finalOffset, finalOffset);
      outStep.setPositionIncrement(finalStep + skipped);
    }
  }

  /** The first of the two streams, which cuts the text. */
  private final class Stems extends Replay {
    @Override
    public void reset() throws IOException {
      super.reset();
      cut();
    }

    @Override
    int from(int word) {
      return wordEnds[word];
    }

    @Override
    int to(int word) {
      return stemEnds[word];
    }
  }

  private final class Words extends Replay {
    @Override
    int from(int word) {
      return start(word);
    }

    @Override
    int to(int word) {
      return wordEnds[word];
    }
  }
}
