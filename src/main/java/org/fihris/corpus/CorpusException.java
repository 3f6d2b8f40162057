package org.fihris.corpus;

/** A source that cannot be opened at all. The message names the path and the remedy. */
public final class CorpusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CorpusException(String message) {
    super(message);
  }
}
