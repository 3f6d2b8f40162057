package org.fihris.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

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

  private final TokenStream stems;
  private final TokenStream words = new Replay(false);

  private String text = "";
  private char[] letters = new char[1 << 12];
  private int used;

  /** For each word where its letters end, and its place in the text. */
  private int[] ends = new int[1 << 9];

  private int[] startOffsets = new int[1 << 9];
  private int[] endOffsets = new int[1 << 9];
  private int[] steps = new int[1 << 9];
  private int count;
  private int finalOffset;
  private int finalStep;

  LevelledText(NewsAnalyzer analyzer) {
    stems = analyzer.stages(new FoldFilter(new Replay(true)));
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
    used = 0;
    count = 0;
    if (ends.length > KEPT_WORDS) {
      makeRoom(KEPT_WORDS);
      letters = new char[1 << 12];
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

  private void add() {
    if (count == ends.length) {
      makeRoom(count * 2);
    }
    int length = term.length();
    if (used + length > letters.length) {
      letters = Arrays.copyOf(letters, (used + length) * 2);
    }
    System.arraycopy(term.buffer(), 0, letters, used, length);
    used += length;
    ends[count] = used;
    startOffsets[count] = offset.startOffset();
    endOffsets[count] = offset.endOffset();
    steps[count++] = step.getPositionIncrement();
  }

  private void makeRoom(int places) {
    ends = Arrays.copyOf(ends, places);
    startOffsets = Arrays.copyOf(startOffsets, places);
    endOffsets = Arrays.copyOf(endOffsets, places);
    steps = Arrays.copyOf(steps, places);
  }

  /** Hands out the words of the text; the first of the two streams cuts it. */
  private final class Replay extends TokenStream {
    private final CharTermAttribute out = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute outOffset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute outStep =
        addAttribute(PositionIncrementAttribute.class);
    private final boolean first;
    private int next;

    Replay(boolean first) {
      this.first = first;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      if (first) {
        cut();
      }
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == count) {
        return false;
      }
      clearAttributes();
      int start = next == 0 ? 0 : ends[next - 1];
      out.copyBuffer(letters, start, ends[next] - start);
      outOffset.setOffset(startOffsets[next], endOffsets[next]);
      outStep.setPositionIncrement(steps[next++]);
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      outOffset.setOffset(finalOffset, finalOffset);
      outStep.setPositionIncrement(finalStep);
    }
  }
}
