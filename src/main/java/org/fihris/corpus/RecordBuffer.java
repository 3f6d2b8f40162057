package org.fihris.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A window that moves over a stream of bytes and holds on to the record that is being passed, up to
 * a limit: of a longer record only the length is known in the end.
 *
 * <p>Every reader cuts its records out of the stream with this. One buffer serves many streams, one
 * after the other; not safe for threads.
 */
final class RecordBuffer {
  private static final int CHUNK = 1 << 16;

  private final long limit;
  private InputStream in = InputStream.nullInputStream();
  private byte[] bytes = new byte[CHUNK];
  private int position;
  private int end;

  /** Offset in the stream of {@code bytes[0]}. */
  private long base;

  private long line = 1;

  /** Offset in the stream of the first byte of the current line. */
  private long lineStart;

  private boolean recording;
  private long recordStart;
  private long recordLine = 1;
  private boolean overLimit;

  private @Nullable IOException pending;
  private boolean exhausted;

  RecordBuffer(long limit) {
    this.limit = limit;
  }

  /**
   * Begins with another stream.
   *
   * @param offset how many bytes of the file were read before, a byte order mark for example
   */
  void open(InputStream stream, long offset) {
    in = stream;
    position = 0;
    end = 0;
    base = offset;
    line = 1;
    lineStart = offset;
    recording = false;
    recordStart = offset;
    recordLine = 1;
    overLimit = false;
    pending = null;
    exhausted = false;
  }

  /** The next byte, from 0 to 255, which stays where it is; -1 at the end. */
  int peek() throws IOException {
    return available() ? bytes[position] & 0xFF : -1;
  }

  /** The next byte, from 0 to 255, which is passed; -1 at the end. */
  int next() throws IOException {
    if (!available()) {
      return -1;
    }
    int b = bytes[position++] & 0xFF;
    if (b == '\n') {
      line++;
      lineStart = base + position;
    }
    return b;
  }

  /** Moves to the next {@code wanted} byte, which is not passed; false if the stream ends first. */
  boolean skipTo(char wanted) throws IOException {
    while (available()) {
      byte[] window = bytes;
      int stop = end;
      for (int i = position; i < stop; i++) {
        byte b = window[i];
        if (b == wanted) {
          position = i;
          return true;
        }
        if (b == '\n') {
          line++;
          lineStart = base + i + 1;
        }
      }
      position = end;
    }
    return false;
  }

  /**
   * Makes up to {@code count} bytes available at {@link #array()} from {@link #cursor()} on without
   * passing them, and returns how many there are. A failing stream shows only once they are used
   * up.
   */
  int lookAhead(int count) throws IOException {
    while (end - position < count && !exhausted && pending == null) {
      try {
        fill();
      } catch (IOException e) {
        if (end == position) {
          throw e;
        }
        pending = e;
      }
    }
    return Math.min(count, end - position);
  }

  /** Whether the next bytes are this text of ASCII letters and signs, whatever their case. */
  boolean startsWith(String lowerCase) throws IOException {
    if (lookAhead(lowerCase.length()) < lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      int b = bytes[position + i];
      if (b != lowerCase.charAt(i) && (b < 'A' || b > 'Z' || b + 32 != lowerCase.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a record that began here would follow a line's start or the end of a tag. */
  boolean followsTagOrLineStart() {
    for (int i = position - 1; i >= 0; i--) {
      byte b = bytes[i];
      if (b == '\n' || b == '>') {
        return true;
      }
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return base + position == lineStart;
  }

  /** A record begins at the current position. */
  void beginRecord() {
    recording = true;
    overLimit = false;
    recordStart = base + position;
    recordLine = line;
  }

  /** The record ends at the current position; false if it is too long, so that it is not there. */
  boolean endRecord() {
    recording = false;
    return !overLimit && recordLength() <= limit;
  }

  /** Passes the line that begins here as one record, but not its line end; false at the end. */
  boolean takeLine() throws IOException {
    beginRecord();
    if (peek() < 0) {
      recording = false;
      return false;
    }
    skipTo('\n');
    return true;
  }

  /** Passes everything that is left as one record, or as much as shows that it is too long. */
  void takeAll() throws IOException {
    beginRecord();
    do {
      position = end;
    } while (!overLimit && base + end - recordStart <= limit && fill());
  }

  /** Passes so many bytes; false if the stream ends before. */
  boolean pass(long count) throws IOException {
    long left = count;
    while (left > 0 && available()) {
      int stop = position + (int) Math.min(left, end - position);
      left -= stop - position;
      for (int i = position; i < stop; i++) {
        if (bytes[i] == '\n') {
          line++;
          lineStart = base + i + 1;
        }
      }
      position = stop;
    }
    return left <= 0;
  }

  byte[] array() {
    return bytes;
  }

  /** Index in {@link #array()} of the current position. */
  int cursor() {
    return position;
  }

  /** Index in {@link #array()} of the record's first byte; only for a record within the limit. */
  int recordFrom() {
    return (int) (recordStart - base);
  }

  long recordLength() {
    return offset() - recordStart;
  }

  /** Offset in the file of the record's first byte. */
  long recordOffset() {
    return recordStart;
  }

  /** 1-based line on which the record began. */
  long recordLine() {
    return recordLine;
  }

  /** Offset in the file of the current position. */
  long offset() {
    return base + position;
  }

  /** 1-based line of the current position. */
  long line() {
    return line;
  }

  /** Bytes from the start of the line to the current position. */
  long column() {
    return offset() - lineStart;
  }

  /** Bytes of memory that the window takes. */
  int capacity() {
    return bytes.length;
  }

  private boolean available() throws IOException {
    while (position == end) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (pending != null) {
      throw pending;
    }
    if (exhausted) {
      return false;
    }
    makeRoom();
    int read = in.read(bytes, end, bytes.length - end);
    exhausted = read < 0;
    end += Math.max(read, 0);
    return !exhausted;
  }

  private void makeRoom() {
    if (recording && !overLimit && base + position - recordStart > limit) {
      overLimit = true;
    }
    int keep = recording && !overLimit ? recordFrom() : position;
    if (keep > 0) {
      System.arraycopy(bytes, keep, bytes, 0, end - keep);
      base += keep;
      position -= keep;
      end -= keep;
    }
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, limit + 2L * CHUNK));
    }
  }
}
