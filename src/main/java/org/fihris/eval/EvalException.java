package org.fihris.eval;

/** A file of an experiment that cannot be used. The message names the file, the line, the fault. */
public final class EvalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EvalException(String message) {
    super(message);
  }

  EvalException(String message, Throwable cause) {
    super(message, cause);
  }
}
