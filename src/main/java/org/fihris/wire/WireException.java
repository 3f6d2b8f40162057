package org.fihris.wire;

import org.jspecify.annotations.Nullable;

/**
 * What was sent cannot be read, or what is to be sent cannot be said. The message is one sentence
 * that tells why. A bad argument to those that know nothing of this class: a node answers that the
 * request was bad.
 */
public final class WireException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  WireException(String message) {
    this(message, null);
  }

  WireException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
