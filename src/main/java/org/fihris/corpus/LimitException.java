package org.fihris.corpus;

import java.io.IOException;

/** Data that asks for more than a limit allows. The message is the reason, for the user. */
final class LimitException extends IOException {
  private static final long serialVersionUID = 1L;

  LimitException(String message) {
    super(message);
  }
}
