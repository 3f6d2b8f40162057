package org.fihris.training;

/** A labelled text that cannot be used. The message names the file, the line and the remedy. */
public final class LabelledTextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LabelledTextException(String message) {
    super(message);
  }

  LabelledTextException(String message, Throwable cause) {
    super(message, cause);
  }
}
