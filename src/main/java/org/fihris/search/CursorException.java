package org.fihris.search;

/**
 * A cursor that cannot be gone on from: damaged, of another search, or of an order that ended with
 * its commit. The message says what to do.
 */
public final class CursorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CursorException(String message) {
    super(message);
  }
}
