package org.fihris.bench;

/** Something the user has to put right; the message is one sentence for them. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInputException(String message) {
    super(message);
  }
}
