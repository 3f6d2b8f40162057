package org.fihris.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where results go. A {@link PrintWriter} keeps failures to itself, so that a command would go on
 * working for a reader who has gone; this stream ends it.
 */
final class StandardOutput extends FilterOutputStream {

  /** The results cannot be written any more. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(IOException cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether this is the other end of a pipe that was closed, which is no fault. */
    boolean readerHasGone() {
      return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
  }

  private boolean lost;

  private StandardOutput(OutputStream out) {
    super(out);
  }

  static PrintWriter open(OutputStream out) {
    return new PrintWriter(new StandardOutput(out), false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (!lost) {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw lost(e);
      }
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Fails once: what is still buffered when the command ends is dropped without a word. */
  private Lost lost(IOException cause) {
    lost = true;
    return new Lost(cause);
  }
}
