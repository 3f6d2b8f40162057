package org.fihris.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
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
 * A text cut into its words as they are written, with what the index needs beside them: how many
 * stems it has, and where each word stands.
 *
 * <p>The words are those of {@link NewsAnalyzer} at {@link MatchLevel#EXACT}, the stems those at
 * {@link MatchLevel#STEM}; a test holds them together. For one thread and many texts, one after the
 * other.
 */
public final class LevelledText {

  /** Room that is kept from one text to the next; a book is not held for ever. */
  private static final int KEPT_WORDS = 1 << 16;

  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private final CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step =
      tokenizer.getAttribute(PositionIncrementAttribute.class);

  private final StopWords stopWords;
  private final Words words = new Words();
  private final StemCount stems = new StemCount();
  private final WordPlaces.Writer places = new WordPlaces.Writer();

  private byte[] bytes = new byte[1 << 13];
  private int[] ends = new int[1 << 9];
  private int[] steps = new int[1 << 9];
  private int count;
  private int finalStep;

  LevelledText(StopWords stopWords) {
    this.stopWords = stopWords;
  }

  /** Turns to another text. */
  public void setText(String text) {
    count = 0;
    stems.count = 0;
    places.clear();
    if (ends.length > KEPT_WORDS) {
      makeRoom(KEPT_WORDS);
      bytes = new byte[1 << 13];
    }
    try {
      cut(text);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  private void cut(String text) throws IOException {
    tokenizer.setReader(FoldingCharFilter.exact(new StringReader(text)));
    tokenizer.reset();
    while (tokenizer.incrementToken()) {
      add();
    }
    tokenizer.end();
    finalStep = step.getPositionIncrement();
    tokenizer.close();
  }

  private void add() {
    if (count == ends.length) {
      makeRoom(count * 2);
    }
    int length = term.length();
    int start = start(count);
    int most = start + UnicodeUtil.maxUTF8Length(length);
    if (most > bytes.length) {
      bytes = Arrays.copyOf(bytes, most * 2);
    }
    ends[count] = UnicodeUtil.UTF16toUTF8(term, 0, length, bytes, start);
    steps[count] = step.getPositionIncrement();
    places.add(steps[count++], offset.startOffset(), offset.endOffset());
    stems.count += stopWords.holds(term.buffer(), length) ? 0 : 1;
  }

  private int start(int word) {
    return word == 0 ? 0 : ends[word - 1];
  }

  private void makeRoom(int size) {
    ends = Arrays.copyOf(ends, size);
    steps = Arrays.copyOf(steps, size);
  }

  /** The words as they are written, without their offsets. */
  public TokenStream words() {
    return words;
  }

  /** Nothing but the number of stems. */
  public StemCount stems() {
    return stems;
  }

  /** Where each word stands, for {@link WordPlaces}; holds until the next text. */
  public BytesRef places() {
    return places.bytes();
  }

  private final class Words extends TokenStream {
    private final BytesTermAttribute out = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute outStep =
        addAttribute(PositionIncrementAttribute.class);
    private final BytesRef form = new BytesRef();
    private int next;

    @Override
    public void reset() throws IOException {
      super.reset();
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == count) {
        return false;
      }
      form.bytes = bytes;
      form.offset = start(next);
      form.length = ends[next] - form.offset;
      out.setBytesRef(form);
      outStep.setPositionIncrement(steps[next++]);
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      outStep.setPositionIncrement(finalStep);
    }
  }

  /**
   * Stands for the stems of a text where they are derived of its words: one empty term if there is
   * any stem.
   */
  public static final class StemCount extends TokenStream {
    private static final BytesRef EMPTY = new BytesRef();

    private final BytesTermAttribute out = addAttribute(BytesTermAttribute.class);
    private int count;
    private boolean isRead;

    StemCount() {}

    /** How many stems the text has. */
    public int count() {
      return count;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      isRead = count == 0;
    }

    @Override
    public boolean incrementToken() {
      if (isRead) {
        return false;
      }
      clearAttributes();
      out.setBytesRef(EMPTY);
      isRead = true;
      return true;
    }
  }
}
