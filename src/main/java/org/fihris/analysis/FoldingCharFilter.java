package org.fihris.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;
import org.fihris.text.ExactFolding;
import org.fihris.text.Folding;

/**
 * Folds Arabic spelling before the text is cut into words, as {@link Folding} defines it, and keeps
 * every offset pointing into the original.
 *
 * <p>It stands before the tokenizer because some of what it removes (zero-width joiners, tatweel,
 * direction marks) would otherwise cut a word in two.
 */
public final class FoldingCharFilter extends BaseCharFilter {
  /** Most texts are short, and every one has a filter of its own. */
  private static final int BUFFER = 512;

  private final char[] buffer = new char[BUFFER];
  private int bufferStart;
  private int bufferEnd;
  private boolean finished;

  /** What is left of the replacement of a ligature, which one unit of the input gave. */
  private String pending = "";

  private int pendingAt;

  /** Units handed out so far, and input units read minus those: what Lucene calls the diff. */
  private int produced;

  private int shift;

  private final boolean exact;

  /** Folds as {@link Folding} does. */
  public FoldingCharFilter(Reader in) {
    this(in, false);
  }

  private FoldingCharFilter(Reader in, boolean exact) {
    super(in);
    this.exact = exact;
  }

  /** Folds as {@link ExactFolding} does, which keeps hamza and vowel marks. */
  public static FoldingCharFilter exact(Reader in) {
    return new FoldingCharFilter(in, true);
  }

  @Override
  public int read(char[] out, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      int c = next();
      if (c < 0) {
        break;
      }
      out[offset + written++] = (char) c;
    }
    return written == 0 && length > 0 ? -1 : written;
  }

  @Override
  public int read() throws IOException {
    return next();
  }

  private int next() throws IOException {
    if (pendingAt < pending.length()) {
      // The second letter of a ligature came out of no unit of its own.
      shift--;
      addOffCorrectMap(produced, shift);
      produced++;
      return pending.charAt(pendingAt++);
    }
    while (fill()) {
      char c = buffer[bufferStart++];
      String folded = exact ? ExactFolding.replacement(c) : Folding.replacement(c);
      if (folded == null) {
        produced++;
        return c;
      }
      if (folded.isEmpty()) {
        shift++;
        addOffCorrectMap(produced, shift);
        continue;
      }
      pending = folded;
      pendingAt = 1;
      produced++;
      return folded.charAt(0);
    }
    return -1;
  }

  private boolean fill() throws IOException {
    if (bufferStart < bufferEnd) {
      return true;
    }
    if (finished) {
      return false;
    }
    int read = input.read(buffer, 0, buffer.length);
    bufferStart = 0;
    bufferEnd = Math.max(read, 0);
    finished = read < 0;
    return bufferEnd > 0 || (!finished && fill());
  }
}
